// Links that were right-clicked to be looked at, until the browser ends: without their cancel token, for the page of ours that shows
// them. Leans on storage.session and lib/actions; opens that page, never the link.
import * as v from 'valibot';
import { seenLink, verifyHosts } from '../../lib/actions/checks/asked.ts';
import type { SeenLink } from '../../lib/check.ts';
import { AppError } from '../../lib/error.ts';
import { browser } from '../../lib/platform.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { peekVault } from '../../lib/vault/vault.ts';

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

const MOST = 20;
const seen = sessionItem('inspected', v.array(v.object({ id: text, link: linkShape })), () => []);

/** Opens the page that tells what a link asks for. */
export async function inspectLink(clicked: string): Promise<void> {
  const { id } = await keepLink(clicked);
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#/link/${id}`) });
}

/** Keeps a link to be looked at, if it is one. Locked, servers of the user's own are not known as such. */
export async function keepLink(text: string): Promise<{ id: string; link: SeenLink }> {
  const { u } = await peekVault();
  const link = seenLink(text, u === null ? [] : await verifyHosts(u));
  const id = crypto.randomUUID();
  if (link.kind !== 'other')
    await seen.change((all) => ({ next: [...all.slice(1 - MOST), { id, link }], result: undefined }));
  return { id, link };
}

/** Errors: `not-found` after the browser was closed, or twenty links later. */
export async function inspectedLink(id: string): Promise<SeenLink> {
  const found = (await seen.get()).find((one) => one.id === id);
  if (!found) throw new AppError('not-found', { what: 'link' });
  return found.link;
}
