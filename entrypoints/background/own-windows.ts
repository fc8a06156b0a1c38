// Ways to our own windows: where passphrases and keys are typed, never in a frame inside a page. Leans on lib/platform.
import { writeDraft } from '../../lib/actions/drafts.ts';
import { browser, openToolbarPopup } from '../../lib/platform.ts';
import type { AliasWish } from '../../lib/requests.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';

/** The toolbar popup; where the browser does not open it by itself, the same page in a small window. */
export async function showPopup(): Promise<void> {
  if (await openToolbarPopup()) return;
  const url = browser.runtime.getURL('/popup.html');
  await browser.windows.create({ url, type: 'popup', width: 400, height: 620 });
}

/** The popup on one message of the inbox, as if the user had gone there: that place is where the popup reopens. */
export async function showMessage(id: string): Promise<void> {
  await showAt({ tab: 'inbox', screen: 'open', id }, {});
}

/** The popup on the site in front of the user, wherever it was left. */
export async function showSite(): Promise<void> {
  await showAt({ tab: 'site', screen: 'list', id: '' }, {});
}

/** The popup on a new address by hand, for a site. */
export async function showAddressForm(site: string | null): Promise<void> {
  await showAt({ tab: 'addresses', screen: 'new', id: '' }, { 'address.new': { site: site ?? '' } });
}

/** The popup on the site in front, ready to take the part before the `@` of a new alias; the rest as it was picked. */
export async function showOwnName(site: string, accountId: string, wish: AliasWish): Promise<void> {
  const { domain = '', recipientIds = [] } = wish;
  const typed = {
    accountId,
    wished: true,
    aliasFormat: 'custom',
    aliasDomain: domain,
    localPart: '',
    recipients: recipientIds.join(' '),
  };
  await showAt({ tab: 'site', screen: 'list', id: '' }, { [`site.new.${site}`]: typed });
}

/** The popup on the addresses that match some words. */
export async function showFound(query: string): Promise<void> {
  await showAt({ tab: 'addresses', screen: 'list', id: '' }, { 'addresses.search': { query } });
}

/** The popup on identity checks: all of them, or a new one. */
export async function showChecks(screen: 'list' | 'new'): Promise<void> {
  await showAt({ tab: 'checks', screen, id: '' }, {});
}

/** The popup on one check. */
export async function showCheck(id: string): Promise<void> {
  await showAt({ tab: 'checks', screen: 'open', id }, {});
}

/** Where the popup opens next: on the check that was just asked for, also if it was closed meanwhile. */
export async function noteCheckPlace(u: Unlocked, id: string | null): Promise<void> {
  await notePlace(u, { tab: 'checks', screen: id === null ? 'list' : 'open', id: id ?? '' });
}

async function notePlace(u: Unlocked, place: Place): Promise<void> {
  await writeDraft(u, 'popup.place', JSON.stringify({ ...place, at: Date.now() }));
}

interface Place {
  tab: string;
  screen: string;
  id: string;
}

/** The popup where its drafts say that it was left. Locked, it opens to unlock, and nothing is noted. */
async function showAt(place: Place, typed: Record<string, object>): Promise<void> {
  const { u } = await peekVault();
  if (u !== null) {
    await notePlace(u, place);
    for (const [form, value] of Object.entries(typed)) await writeDraft(u, form, JSON.stringify(value));
  }
  await showPopup();
}

/** @param route of the options page, such as `#/accounts` */
export async function showOptions(route: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html') + route });
}
