// The context menu: on a field an address or a code, on a picture its QR code, anywhere "not on this site". Leans on
// quick-fill, scan and the actions; a click in it brings `activeTab`, so it works without site access.

import { muteSite } from '../../lib/actions/mute-site.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { withdraw } from './access.ts';
import { announce } from './changes.ts';
import { currentTab } from './current-tab.ts';
import { inspectLink } from './inspected.ts';
import { showAddressForm, showChecks, showFound } from './own-windows.ts';
import { insertOpenLink } from './quick-check.ts';
import { quickFill, showHere } from './quick-fill.ts';
import { scanToPopup } from './scan.ts';

type Context = 'page' | 'editable' | 'image' | 'frame' | 'selection' | 'link';

/** What was clicked, in a page: hostile. */
interface Clicked {
  selected: string;
  link: string;
  /** Address of the page. */
  page: string;
}

interface Item {
  title: MessageKey;
  contexts: [Context, ...Context[]];
  /** Only on links like these. */
  links?: string[];
  run: (clicked: Clicked) => Promise<void>;
}

const ITEMS: Readonly<Record<string, Item>> = {
  address: { title: 'contextAddress', contexts: ['editable'], run: () => quickFill('address', false) },
  'new-address': {
    title: 'contextNewAddress',
    contexts: ['editable'],
    run: () => quickFill('address', true),
  },
  here: { title: 'contextHere', contexts: ['editable'], run: () => showHere() },
  'address-form': { title: 'contextAddressForm', contexts: ['page'], run: () => showNewAddress() },
  search: { title: 'contextSearch', contexts: ['selection'], run: ({ selected }) => showSearch(selected) },
  'check-link': { title: 'contextCheckLink', contexts: ['editable'], run: () => insertOpenLink() },
  'check-form': { title: 'contextCheckForm', contexts: ['page', 'editable'], run: () => showChecks('new') },
  code: { title: 'contextCode', contexts: ['editable'], run: () => quickFill('code', false) },
  qr: { title: 'contextQr', contexts: ['image', 'page'], run: () => scanToPopup() },
  // Every link that names a check, on whatever host: strangers are what there is to warn of.
  link: {
    title: 'contextLink',
    contexts: ['link'],
    links: ['*://*/vs_*'],
    run: ({ link, page }) => inspectLink(link, page),
  },
  mute: { title: 'contextMute', contexts: ['page', 'editable', 'frame'], run: () => muteCurrent() },
};

/** Menus outlive the worker in Chrome and must be made anew in Firefox: made at every install and start. */
export async function createContextMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts, links }] of Object.entries(ITEMS)) {
    browser.contextMenus.create({
      id,
      title: t(title),
      contexts,
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
      ...(links ? { targetUrlPatterns: links } : {}),
    });
  }
}

export function runContextMenu(id: string | number, clicked: Clicked): void {
  const item = Object.hasOwn(ITEMS, id) ? ITEMS[id] : undefined;
  if (item) fireAndForget(item.run(clicked), 'context menu');
}

/** The popup on a new address for the site in front; locked, it opens to unlock. */
async function showNewAddress(): Promise<void> {
  const tab = await currentTab();
  await showAddressForm(tab?.site ?? null);
}

/** Nobody searches for more than a line. */
const LONGEST_SEARCH = 200;

async function showSearch(selected: string): Promise<void> {
  await showFound(selected.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SEARCH));
}

async function muteCurrent(): Promise<void> {
  const tab = await currentTab();
  if (!tab?.site) return;
  await muteSite(await requireUnlocked(), tab.site, null);
  await withdraw();
  announce('access');
}
