// What our panel beside a verification page may ask, one line a call, and when one is shown at all. Leans on panels and inspected;
// every call but the first hangs on the ticket that this very frame has spent. Reads, shows, closes: consent and cancel are the page's.
import { keptAs } from '../../lib/actions/checks/kept-asked.ts';
import { isMuted } from '../../lib/actions/mute-site.ts';
import { parseKayleLink } from '../../lib/checks/links.ts';
import { AppError } from '../../lib/error.ts';
import type { PanelCalls, PanelView } from '../../lib/messages/panel.ts';
import type { PageSender, PanelSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import { browser } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';
import { peekVault, readStatus, requireUnlocked } from '../../lib/vault/vault.ts';
import { cameFrom } from './came-from.ts';
import { judgeLink, type KeptLink, keepLink, keepRead, readLink, showLink } from './inspected.ts';
import { showPopup } from './own-windows.ts';
import { changePanel, issuePanel, openPanel, panelOf } from './panels.ts';
import { callTab } from './tab-calls.ts';

export const panelCalls: Handlers<PanelCalls, PanelSender> = {
  'panel.open': async ({ ticket, ancestors }, from) => {
    return viewOf((await openPanel(ticket, from, ancestors, Date.now())).kept);
  },
  'panel.view': async (_, from) => {
    const { kept } = await panelOf(from);
    if (kept.link.kind !== 'strange') return viewOf(kept);
    const judged = { ...kept, link: await judgeLink(kept.address) };
    await changePanel(from, judged);
    return viewOf(judged);
  },
  'panel.read': async (_, from) => readLink((await panelOf(from)).kept),
  'panel.keep': async ({ token }, from) => {
    const { kept, target } = await panelOf(from);
    const u = await requireUnlocked();
    await keepRead(u, kept, token ? await tokenIn(target.tabId, kept) : null);
    return { kept: await keptAs(u, kept.link) };
  },
  'panel.escalate': async ({ to }, from) => {
    const { kept } = await panelOf(from);
    if (to === 'unlock') await showPopup();
    else await showLink(kept);
    return {};
  },
  'panel.frame': async (wish, from) => {
    await callTab((await panelOf(from)).target, 'panel.place', wish);
    return {};
  },
};

async function viewOf({ link }: KeptLink): Promise<PanelView> {
  const [{ state }, { theme }, { u }] = await Promise.all([readStatus(), readSettings(), peekVault()]);
  return { link, state, theme, kept: u === null ? 'no' : await keptAs(u, link) };
}

/** Whether a page is due a word before the person continues: its tab's address, which it cannot make up, names a check. */
export async function checkShown(from: PageSender): Promise<'check' | 'strange' | null> {
  const address = await addressOf(from);
  if (address === null) return null;
  const [{ u }, { showBefore }] = await Promise.all([peekVault(), readSettings()]);
  if (!showBefore || (await isMuted(u, from.site, Date.now()))) return null;
  const { kind } = await judgeLink(address);
  return kind === 'other' ? null : kind;
}

/** @returns the panel's address, with a ticket for this document. Errors: `forbidden` for a page that names no check. */
export async function panelFor(from: PageSender): Promise<{ url: string }> {
  const ticket = await issuePanel(from, await keptFor(from), Date.now());
  return { url: `${browser.runtime.getURL('/before.html')}#${ticket}` };
}

/**
 * The same in a tab, where the page has no room.
 * Errors: `forbidden` for a page that names no check, and for one that is not in front: it opens no tab after the first.
 */
export async function showAside(from: PageSender): Promise<void> {
  const { active } = await browser.tabs.get(from.frame.tabId);
  if (!active) throw new AppError('forbidden', { what: 'panel' });
  await showLink(await keptFor(from));
}

async function keptFor(from: PageSender): Promise<KeptLink> {
  const address = (await addressOf(from)) ?? '';
  const kept = await keepLink(address, await cameFrom(from.frame.tabId, address));
  if (kept.link.kind === 'other') throw new AppError('forbidden', { what: 'panel' });
  return kept;
}

/** The privacy page of a check is where a consent is taken back, not where one is given. */
async function addressOf({ frame }: PageSender): Promise<string | null> {
  if (frame.frameId !== 0) return null;
  const { url } = await browser.tabs.get(frame.tabId);
  return url !== undefined && !/\/privacy\/?$/.test(new URL(url).pathname) ? url : null;
}

/** The secret part of the link in a tab, read at the person's wish alone. Errors: `not-found` where it has none, or the tab has gone on. */
async function tokenIn(tabId: number, { link }: KeptLink): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId);
  const found = parseKayleLink(url, { configured: link.kind === 'check' ? [link.host] : [] });
  const same = found.kind === 'check' && link.kind === 'check' && found.sessionId === link.sessionId;
  if (!same || found.cancelToken === null) throw new AppError('not-found', { what: 'link' });
  return found.cancelToken;
}
