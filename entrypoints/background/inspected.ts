// Links that were right-clicked, or stand in front of the user, to be looked at until the browser ends: without their cancel token, with
// the site they were found on. Leans on storage.session and lib/actions; opens a page of ours, never the link.
import * as v from 'valibot';
import { readAskedCheck, seenLink } from '../../lib/actions/checks/asked.ts';
import { keepAsked } from '../../lib/actions/checks/kept-asked.ts';
import { knowVerifier } from '../../lib/actions/checks/verifiers.ts';
import type { Reading } from '../../lib/asked.ts';
import type { SeenLink } from '../../lib/check.ts';
import { privacyUrl } from '../../lib/checks/links.ts';
import { readAsked } from '../../lib/checks/reading.ts';
import { AppError } from '../../lib/error.ts';
import { browser } from '../../lib/platform.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { readSettings } from '../../lib/settings.ts';
import { newId } from '../../lib/vault/ids.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { knownHosts } from './known-hosts.ts';

const text = v.string();
const linkShape: v.GenericSchema<unknown, SeenLink> = v.variant('kind', [
  v.object({
    kind: v.literal('check'),
    sessionId: text,
    host: text,
    origin: text,
    official: v.boolean(),
    url: text,
    old: v.boolean(),
  }),
  v.object({
    kind: v.literal('strange'),
    why: v.picklist(['unknown-host', 'look-alike', 'credentials', 'insecure']),
    host: text,
    sessionId: v.nullable(text),
  }),
  v.object({ kind: v.literal('other') }),
]);

export interface KeptLink {
  id: string;
  link: SeenLink;
  /** Its address without what follows the path: what it was judged by. */
  address: string;
  /** Origin of the page it was found on, or that led to it; null where that is not known. */
  before: string | null;
}
export const keptLinkShape: v.GenericSchema<unknown, KeptLink> = v.object({
  id: text,
  link: linkShape,
  address: text,
  before: v.nullable(text),
});

const MOST = 20;
const seen = sessionItem('inspected', v.array(keptLinkShape), () => []);

/** Opens the page that tells what a link asks for. @param page where it was clicked */
export async function inspectLink(clicked: string, page: string | null): Promise<void> {
  const before = page !== null && URL.canParse(page) ? new URL(page).origin : null;
  await showLink(await keepLink(clicked, before));
}

/** Shows what is known of a link in a tab of ours. */
export async function showLink({ id }: KeptLink): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#/link/${id}`) });
}

/** What an address names. Locked since the browser began, servers of the user's own are not known as such. */
export async function judgeLink(address: string): Promise<SeenLink> {
  return seenLink(address, await knownHosts());
}

/** Keeps a link to be looked at, if it is one. */
export async function keepLink(address: string, before: string | null): Promise<KeptLink> {
  const kept = { id: newId(), link: await judgeLink(address), address: bare(address), before };
  if (kept.link.kind !== 'other')
    await seen.change((all) => ({ next: [...all.slice(1 - MOST), kept], result: undefined }));
  return kept;
}

/** Errors: `not-found` after the browser was closed, or twenty links later. */
export async function inspectedLink(id: string): Promise<KeptLink> {
  const found = (await seen.get()).find((one) => one.id === id);
  if (!found) throw new AppError('not-found', { what: 'link' });
  return found;
}

/** Without query and fragment, in which the token is. */
function bare(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : `${url.origin}${url.pathname}`;
}

/**
 * What it asks for, as the person should know it; kept in their own list where they wish that for all. Errors: `forbidden` for a
 * stranger's; those of the reader.
 */
export async function readLink(kept: KeptLink): Promise<{ reading: Reading; privacyUrl: string }> {
  const { link, before } = kept;
  if (link.kind !== 'check') throw new AppError('forbidden', { what: 'link' });
  const { asked, status } = await readAskedCheck(link);
  const [{ u }, settings] = await Promise.all([peekVault(), readSettings()]);
  if (u !== null && settings.keepAsked) {
    await keepAsked(u, { link, asked, status, before }, null, Date.now());
    announce('asked');
  }
  return { reading: readAsked(asked, status, before, Date.now()), privacyUrl: privacyUrl(link, null) };
}

/** Reads it and puts it into the user's own list. @param token of its link, where they asked for that to be kept too */
export async function keepRead(u: Unlocked, { link, before }: KeptLink, token: string | null): Promise<void> {
  if (link.kind !== 'check') throw new AppError('forbidden', { what: 'link' });
  const { asked, status } = await readAskedCheck(link);
  await keepAsked(u, { link, asked, status, before }, token, Date.now());
  announce('asked');
}

/** The user's word that a link's host is no stranger. Errors: `forbidden` for one that hides, or passes for Kayle's. */
export async function knowHost(u: Unlocked, { id, link, address }: KeptLink): Promise<void> {
  if (link.kind !== 'strange' || link.why !== 'unknown-host')
    throw new AppError('forbidden', { what: 'link' });
  await knowVerifier(u, link.host, Date.now());
  const judged = await judgeLink(address);
  await seen.change((all) => ({
    next: all.map((one) => (one.id === id ? { ...one, link: judged } : one)),
    result: undefined,
  }));
}
