// The messages that are kept here: a page of their list, the newest of an inbox, one with its body. Leans on the vault, which keeps
// bodies apart from what lists show; asks no service.
import type { InboxCount, MessageFilter, MessagePage, MessageQuery } from '../message-query.ts';
import type { Message } from '../model.ts';
import { unreadOf } from '../search/message-plan.ts';
import { getRecords } from '../vault/bulk.ts';
import { searchIndex } from '../vault/read-index.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { pageRecords } from './page-records.ts';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** One page of what matches, newest first. @throws AppError `locked`, `corrupt`, `disk-full`. */
export const listMessages = (
  u: Unlocked,
  query: MessageQuery,
  offset: number,
  limit: number,
): Promise<MessagePage> =>
  pageRecords(u, 'message', { ...query, sort: 'newest', names: async () => NO_NAMES }, offset, limit);

/** Ids of what matches, newest first, at most so many. @throws AppError as `listMessages`. */
export async function messageIds(
  u: Unlocked,
  filter: MessageFilter,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const open = searchIndex(u, 'message');
  await open.ready;
  open.ensureOpen();
  const count = Math.min(most, open.index.size());
  return open.index.find({ text: '', filter, sort: 'newest', names: NO_NAMES }, 0, count).ids;
}

/** The newest of what matches, with their bodies; what does not open is left out. */
export async function newestMessages(u: Unlocked, filter: MessageFilter, most: number): Promise<Message[]> {
  const ids = await messageIds(u, filter, most);
  const [summaries, bodies] = await Promise.all([getRecords(u, 'message', ids), getRecords(u, 'body', ids)]);
  const byId = new Map(bodies.map(({ id, text, html }) => [id, { text, html }]));
  return summaries
    .map((message) => ({ ...message, body: byId.get(message.id) ?? null }))
    .sort((a, b) => b.receivedAt - a.receivedAt);
}

/** @returns null if there is none. @throws AppError `corrupt` for one that does not open. */
export async function keptMessage(u: Unlocked, id: string): Promise<Message | null> {
  // Until the index was opened once, an older version's bodies may lie elsewhere.
  await searchIndex(u, 'message').ready;
  // A body that does not open is none: the service has it whole.
  const [message, [body]] = await Promise.all([getRecord(u, 'message', id), getRecords(u, 'body', [id])]);
  return message && { ...message, body: body ? { text: body.text, html: body.html } : null };
}

/** What is known of every inbox that ever had a message. */
export async function countInboxes(u: Unlocked): Promise<Record<string, InboxCount>> {
  const open = searchIndex(u, 'message');
  await open.ready;
  const { records } = await listRecords(u, 'folder');
  open.ensureOpen();
  const more = new Set(records.filter(({ next }) => next !== null).map(({ addressId }) => addressId));
  const asked = new Set(records.map(({ addressId }) => addressId));
  const unread = unreadOf(open.index.chunks());
  const ids = new Set([...unread.keys(), ...asked]);
  return Object.fromEntries(
    Array.from(ids, (id) => [id, { unread: unread.get(id) ?? 0, more: more.has(id) || !asked.has(id) }]),
  );
}
