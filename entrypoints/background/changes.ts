// Telling our open pages that something changed, without saying what it is now. Leans on runtime messages; nobody
// listening is the normal case.
import type { ChangeArea, ChangeEvent } from '../../lib/messages/contract.ts';
import { browser } from '../../lib/platform.ts';

/** Content scripts do not hear this: `runtime.sendMessage` reaches extension pages only. */
export function announce(...areas: ChangeArea[]): void {
  const event: ChangeEvent = { event: 'changed', areas };
  // Rejects when no page of ours is open; then there is nobody to tell.
  browser.runtime.sendMessage(event).catch(() => undefined);
}
