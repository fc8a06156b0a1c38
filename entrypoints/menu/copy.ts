// Puts text on the clipboard on a click. Leans on the async clipboard where the frame may use it, else on the old command;
// reads no clipboard.

/** @returns whether the browser took the text. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // NotAllowedError: a page's permissions policy reaches into our frame; the command is not governed by it.
    if (!(error instanceof DOMException)) throw error;
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'offstage';
  document.body.append(area);
  area.select();
  const taken = document.execCommand('copy');
  area.remove();
  return taken;
}
