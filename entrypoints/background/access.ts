// Site access: registers the scripts that wait in pages for what the user granted, brings them into tabs that are already open, and takes
// everything back on revocation. Leans on permissions, scripting; asks for nothing itself (the pages do, on a click).

import * as v from 'valibot';
import { DEFAULT_SERVICE_URL, listServiceUrls } from '../../lib/actions/service-urls.ts';
import type { BrowserState } from '../../lib/messages/views.ts';
import { browser, browserName, injectIntoTab } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { readStatus, requireUnlocked } from '../../lib/vault/vault.ts';

const WAITING = { id: 'waiting', file: '/waiting.js' } as const;
const ASKED = { id: 'asked', file: '/asked.js' } as const;
const ALL_SITES = /^(\*|https?):\/\/\*\/|^<all_urls>$/;

/**
 * What was granted for pages. The hosts of connected accounts were granted for the worker to speak to: no script is put into
 * their pages, and taking them away on the sites page would cut the account off.
 */
async function grantedOrigins(): Promise<string[]> {
  const [{ origins = [] }, ours] = await Promise.all([browser.permissions.getAll(), serviceOrigins()]);
  return origins.filter((origin) => !ours.has(origin));
}

/** Locked, only the default service is known; another account's own pages may then carry the script: it does nothing there. */
async function serviceOrigins(): Promise<Set<string>> {
  const { state } = await readStatus();
  const urls = state === 'unlocked' ? await listServiceUrls(await requireUnlocked()) : [];
  return new Set(
    [...urls, DEFAULT_SERVICE_URL].map((url) => {
      const { protocol, hostname } = new URL(url);
      return `${protocol}//${hostname}/*`;
    }),
  );
}

let turn: Promise<void> = Promise.resolve();

/**
 * Registers for exactly what is granted now; running tabs get the script at once, without reload. One after the other: the
 * page that asked and the browser's own event both call for it, and registering an id twice is refused.
 */
export function applyAccess(): Promise<void> {
  turn = turn.then(register, register);
  return turn;
}

type ContentScript = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/** The two that wait in pages: one for a field's focus, one where an address may name an identity check. */
const SCRIPTS: readonly { id: 'waiting' | 'asked'; file: string; wish: Partial<ContentScript> }[] = [
  { ...WAITING, wish: { runAt: 'document_start', allFrames: true, matchOriginAsFallback: true } as object },
  { ...ASKED, wish: { runAt: 'document_idle' } },
];

async function register(): Promise<void> {
  const [pages, { origins = [] }] = await Promise.all([grantedOrigins(), browser.permissions.getAll()]);
  // Checks are also asked on an account's own server.
  const matches = { waiting: pages, asked: [...new Set(origins.map(checksOn))] };
  const known = await browser.scripting.getRegisteredContentScripts({ ids: SCRIPTS.map(({ id }) => id) });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  for (const { id, file, wish } of SCRIPTS) {
    const where = matches[id];
    if (where.length === 0) continue;
    const script = { id, matches: where, js: [file], persistAcrossSessions: true, ...wish };
    await browser.scripting.registerContentScripts([script as ContentScript]);
    await wakeOpenTabs(where, file);
  }
}

/** @returns the pages of a granted origin whose address may name a check. */
function checksOn(origin: string): string {
  return origin === '<all_urls>' ? '*://*/vs_*' : origin.replace(/\/\*?$/, '/vs_*');
}

async function wakeOpenTabs(matches: string[], file: string): Promise<void> {
  for (const tab of await browser.tabs.query({ url: matches })) {
    // Pages that no extension may touch, discarded tabs: there is nothing to wake.
    if (tab.id !== undefined) await injectIntoTab(tab.id, file).catch(() => []);
  }
}

const armed = sessionItem('armed', v.boolean(), () => false);

/** Once a browser session (and after every update or re-enable, which empty `storage.session`): tabs may hold no script of ours. */
export async function armOnce(): Promise<void> {
  const first = await armed.change((was) => ({ next: true, result: !was }));
  if (first) await applyAccess();
}

/** Every script in every tab goes silent; those that may stay are brought back. */
export async function withdraw(): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    // Most tabs hold no script of ours; then nobody hears it.
    fireAndForget(
      browser.tabs.sendMessage(tab.id, { call: 'tab.quit', args: {} }).catch(() => undefined),
      'withdraw',
    );
  }
  await applyAccess();
}

export async function readBrowserState(): Promise<BrowserState> {
  const [origins, commands] = await Promise.all([grantedOrigins(), browser.commands.getAll()]);
  return {
    access: origins.some((origin) => ALL_SITES.test(origin)) ? 'all' : origins.length > 0 ? 'some' : 'none',
    origins,
    commands: commands.map(({ name, description, shortcut }) => ({
      name: name ?? '',
      description: description ?? '',
      shortcut: shortcut ?? '',
    })),
    version: browser.runtime.getManifest().version,
    browser: browserName(),
  };
}
