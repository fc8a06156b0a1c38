// Ways to our own windows: where passphrases and keys are typed, never in a frame inside a page. Leans on lib/platform.
import { writeDraft } from '../../lib/actions/drafts.ts';
import { browser, openToolbarPopup } from '../../lib/platform.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';

/** The toolbar popup; where the browser does not open it by itself, the same page in a small window. */
export async function showPopup(): Promise<void> {
  if (await openToolbarPopup()) return;
  const url = browser.runtime.getURL('/popup.html');
  await browser.windows.create({ url, type: 'popup', width: 400, height: 620 });
}

/** The popup on one message of the inbox, as if the user had gone there: that place is where the popup reopens. */
export async function showMessage(id: string): Promise<void> {
  const place = { tab: 'inbox', screen: 'open', id, at: Date.now() };
  await writeDraft(await requireUnlocked(), 'popup.place', JSON.stringify(place));
  await showPopup();
}

/** @param route of the options page, such as `#/accounts` */
export async function showOptions(route: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html') + route });
}
