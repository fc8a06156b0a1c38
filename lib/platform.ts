// What browsers differ in, and nothing else: the one place besides the waiting script that may name `chrome`.
// Leans on webextension-polyfill (through `browser`); decides no policy.
import browser, { type Runtime } from 'webextension-polyfill';

export { browser };

/** One document of one frame: the id dies with the document, so a value sent to it reaches no successor. */
export interface FrameTarget {
  tabId: number;
  frameId: number;
  documentId: string;
}

/** @returns the document a message came from, or null when it came from no tab. Both browsers name it since our minimum. */
export function frameOf(sender: Runtime.MessageSender): FrameTarget | null {
  const tabId = sender.tab?.id;
  const documentId = (sender as { documentId?: string }).documentId;
  if (tabId === undefined || documentId === undefined) return null;
  return { tabId, frameId: sender.frameId ?? 0, documentId };
}

/** Sends one message to exactly one document. Rejects when it is gone or holds no script of ours. */
export function sendToDocument(target: FrameTarget, message: unknown): Promise<unknown> {
  // The types of the polyfill are older than `documentId`.
  const options = { documentId: target.documentId } as { frameId?: number };
  return browser.tabs.sendMessage(target.tabId, message, options);
}

/** Runs a bundled script in exactly one document. Rejects without access to its origin. */
export async function injectIntoDocument(target: FrameTarget, file: string): Promise<void> {
  const where = { tabId: target.tabId, documentIds: [target.documentId] };
  await browser.scripting.executeScript({ target: where, files: [file], injectImmediately: true });
}

/**
 * Whether the browser lets us work on a URL's host beyond one click.
 * Match patterns name no port: Firefox grants nothing to one that does, and Chrome ignores it.
 */
export async function hasHostAccess(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** What a frame is called in the results of an injection. */
export interface InjectedFrame {
  frameId: number;
  documentId: string;
}

/** Runs a bundled script in every frame of a tab that we may touch; @returns the frames it ran in. */
export async function injectIntoTab(tabId: number, file: string): Promise<InjectedFrame[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [file],
    injectImmediately: true,
  });
  return results.flatMap((result) => {
    const { documentId } = result as { documentId?: string };
    return documentId === undefined ? [] : [{ frameId: result.frameId, documentId }];
  });
}

/** Runs a bundled script in the main document of a tab; @returns the script's own result, which nobody vouches for. */
export async function runInTab(tabId: number, file: string): Promise<unknown> {
  const [result] = await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  return result?.result;
}

/** Opens the toolbar popup where the browser allows it now; @returns whether it did. */
export async function openToolbarPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch (error) {
    // No focused window, no user gesture (Firefox), or the popup is open already: the caller shows a page instead.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Which browser this build runs in, by the scheme of our own pages. */
export function browserName(): 'chrome' | 'firefox' {
  return browser.runtime.getURL('').startsWith('moz-') ? 'firefox' : 'chrome';
}
