// Remembers what was in a field before our fill, and puts it back. Leans on native.ts. What is remembered stays in
// this script's memory beside the page it came from and is never sent anywhere.
import { readValue, viewOf, writeValue } from './native.ts';

export interface Undo {
  boxes: { element: HTMLElement; value: string }[];
}

export function takeUndo(elements: readonly HTMLElement[]): Undo {
  return { boxes: elements.map((element) => ({ element, value: readValue(element) })) };
}

/** @returns whether every box holds again what it held; false where the page has replaced or locked one. */
export function restore(undo: Undo): boolean {
  for (const { element, value } of undo.boxes) {
    const view = viewOf(element);
    if (!view || !element.isConnected || element.matches(':disabled') || element.hasAttribute('readonly'))
      return false;
    if (readValue(element) === value) continue;
    writeValue(element, value);
    element.dispatchEvent(
      new view.InputEvent('input', { inputType: 'historyUndo', data: null, bubbles: true, composed: true }),
    );
    element.dispatchEvent(new view.Event('change', { bubbles: true }));
  }
  return undo.boxes.every(({ element, value }) => readValue(element) === value);
}
