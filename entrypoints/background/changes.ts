// Telling our open pages that something changed, without saying what it is now. Leans on runtime messages; nobody
// listening is the normal case.
import type { ChangeArea, ChangeEvent } from '../../lib/messages/contract.ts';
import { browser, browserName } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { menuFrames } from './menus.ts';

/** Content scripts do not hear this: `runtime.sendMessage` reaches extension pages only. */
export function announce(...areas: ChangeArea[]): void {
  const event: ChangeEvent = { event: 'changed', areas };
  // Rejects when no page of ours is open; then there is nobody to tell.
  browser.runtime.sendMessage(event).catch(() => undefined);
  if (browserName() === 'firefox') fireAndForget(tellMenus(event), 'menus told');
}

/** Firefox (153) leaves extension pages in frames of web pages out of `runtime.sendMessage`; by their tab and frame they are reached. */
async function tellMenus(event: ChangeEvent): Promise<void> {
  for (const { tabId, frameId } of await menuFrames()) {
    // Rejects for a menu that went with its page.
    browser.tabs.sendMessage(tabId, event, { frameId }).catch(() => undefined);
  }
}
