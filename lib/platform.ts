// What browsers differ in, and nothing else: the one place besides the waiting script that may name `chrome`.
// Leans on webextension-polyfill (through `browser`); decides no policy.
import browser, { type Runtime } from 'webextension-polyfill';

export { browser };

/** A frame of a tab, named as exactly as the browser allows: a document id dies with its document, a frame id does not. */
export interface FrameTarget {
  tabId: number;
  frameId: number;
  documentId: string | null;
}

/** @returns the frame a message came from, or null when it came from no tab. */
export function frameOf(sender: Runtime.MessageSender): FrameTarget | null {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return null;
  const documentId = (sender as { documentId?: string }).documentId ?? null;
  return { tabId, frameId: sender.frameId ?? 0, documentId };
}
