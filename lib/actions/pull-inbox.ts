// Fetching messages: the newest of one identity, those of many within bounds, and older ones on wish. Leans on the vault and
// lib/providers. What the service no longer lists is forgotten here; an answer that may be anything but a list forgets nothing.
import type { FolderState } from '../folder-state.ts';
import type { MessageFilter } from '../message-query.ts';
import type { Address, Channel, MessageSummary } from '../model.ts';
import type { RemoteMessage } from '../providers/inbox-slot.ts';
import type { Page } from '../providers/pages.ts';
import type { Provider } from '../providers/provider.ts';
import { recordId } from '../vault/ids.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { messageIds } from './kept-messages.ts';
import { openAccounts } from './open-account.ts';
import { type FanOut, overIdentities } from './over-identities.ts';
import { tellMarks } from './read-inbox.ts';
import { storeMessages } from './store-messages.ts';
import { trimMessages } from './trim-messages.ts';

/** Messages of one asking for the newest. */
const NEWEST = 20;
/** Messages of one asking for older ones: a person waits for them, and each asking costs a request. */
const OLDER = 50;
/** Asked for again, so that messages deleted elsewhere leave no gap. */
const OVERLAP = 10;
/** Kept messages compared with what the service lists: its newest page covers no more, as a rule. */
const LOOKED_AT = 500;
/** How old the note of the last asking may grow before it is written anew, in milliseconds. */
const NOTE_EVERY = 60_000;

export interface Pulled extends FanOut {
  /** Messages that the services told of. */
  fetched: number;
}

/** Fetches the newest messages of one identity, or of some: those used last, and those not asked for longest. */
export async function pullInbox(
  u: Unlocked,
  addressId: string | null,
  signal?: AbortSignal,
): Promise<Pulled> {
  let fetched = 0;
  const inboxes = await inboxesByAccount(u);
  const askedAt = await lastAsked(u);
  const able = ({ accountId }: Address): boolean => inboxes.has(accountId);
  const outcome = await overIdentities(
    u,
    addressId,
    async (address) => {
      const provider = inboxes.get(address.accountId);
      if (!provider) return;
      for (const channel of channelsOf(address)) {
        fetched += (await pullChannel(u, address, channel, provider, signal)).length;
      }
    },
    { able, askedAt },
  );
  if (fetched > 0) await trimMessages(u);
  return { ...outcome, fetched };
}

/** Fetches what lies behind the messages fetched so far of one identity. @returns how many came */
export async function pullOlder(u: Unlocked, addressId: string, signal?: AbortSignal): Promise<Pulled> {
  let fetched = 0;
  const inboxes = await inboxesByAccount(u);
  const able = ({ accountId }: Address): boolean => inboxes.has(accountId);
  const outcome = await overIdentities(
    u,
    addressId,
    async (address) => {
      const inbox = inboxes.get(address.accountId)?.inbox;
      if (!inbox || address.remoteId === null) return;
      for (const channel of channelsOf(address)) {
        const state = await getRecord(u, 'folder', folderId(u, address.id, channel));
        const next = state === null ? 0 : state.next;
        if (next === null) continue;
        const offset = Math.max(0, next - OVERLAP);
        const folder = { remoteId: address.remoteId, channel };
        const askedAt = Date.now();
        const page = await inbox.list(folder, { offset, limit: OLDER }, signal);
        fetched += (await storeMessages(u, inboxOf(address), page.items, askedAt)).length;
        await noteFolder(u, address, channel, page.next, 0);
      }
    },
    { able },
  );
  if (fetched > 0) await trimMessages(u);
  return { ...outcome, fetched };
}

/** Mail always; SMS only where there is a number. */
export function channelsOf(address: Address): Channel[] {
  return address.persona?.phone ? ['email', 'sms'] : ['email'];
}

/** One request: the newest page of one identity's channel, stored. */
export async function pullChannel(
  u: Unlocked,
  address: Address,
  channel: Channel,
  provider: Provider,
  signal?: AbortSignal,
): Promise<MessageSummary[]> {
  if (!provider.inbox || address.remoteId === null) return [];
  // Lists of mail hold what was received, those of texts both ways.
  const filter: MessageFilter = {
    addressId: address.id,
    channel,
    ...(channel === 'email' ? { direction: 'inbound' } : {}),
  };
  // Before asking: what comes by the live line meanwhile is in no answer yet, and not gone.
  const before = new Set(await messageIds(u, filter, LOOKED_AT));
  const askedAt = Date.now();
  const page = await provider.inbox.list({ remoteId: address.remoteId, channel }, { limit: NEWEST }, signal);
  const stored = await storeMessages(u, inboxOf(address), page.items, askedAt);
  await tellMarks(u, stored, { remoteId: address.remoteId, channel }, provider.inbox, signal);
  const listed = new Set(stored.map(({ id }) => id));
  const gone = await forgetGone(u, filter, before, listed, page);
  const fresh = stored.filter(({ id }) => !before.has(id)).length;
  const known = await getRecord(u, 'folder', folderId(u, address.id, channel));
  const next = nextOf(known, fresh - gone, fresh < stored.length, page.next);
  await noteFolder(u, address, channel, next, NOTE_EVERY);
  return stored;
}

const inboxOf = ({ accountId, id }: Address) => ({ accountId, addressId: id });

async function inboxesByAccount(u: Unlocked): Promise<Map<string, Provider>> {
  const opened = await openAccounts(u);
  return new Map(
    opened.filter(({ provider }) => provider.inbox).map(({ account, provider }) => [account.id, provider]),
  );
}

/**
 * Forgets what was kept of the time that the page covers and is not on it.
 * @returns how many those were
 */
async function forgetGone(
  u: Unlocked,
  filter: MessageFilter,
  before: ReadonlySet<string>,
  listed: ReadonlySet<string>,
  { items, next }: Page<RemoteMessage>,
): Promise<number> {
  const oldest = items.at(-1)?.receivedAt;
  const newestFirst = items.every((item, at) => item.receivedAt <= (items[at - 1] ?? item).receivedAt);
  // No list, or none that begins with the newest: it says nothing of what it leaves out.
  if (oldest === undefined || !newestFirst) return 0;
  const covered = await messageIds(u, next === null ? filter : { ...filter, after: oldest + 1 });
  const gone = covered.filter((id) => before.has(id) && !listed.has(id));
  if (gone.length === 0) return 0;
  await transact(u, ['message'], async (tx) => {
    for (const id of gone) await tx.remove('message', id);
  });
  return gone.length;
}

/** @returns where the list goes on: behind this page, unless it joins what was fetched before. */
function nextOf(
  known: FolderState | null,
  moved: number,
  joins: boolean,
  page: number | null,
): number | null {
  if (page === null) return null;
  if (known === null || !joins) return page;
  return known.next === null ? null : Math.max(0, known.next + moved);
}

async function noteFolder(
  u: Unlocked,
  { id: addressId, accountId }: Address,
  channel: Channel,
  next: number | null,
  every: number,
): Promise<void> {
  const id = folderId(u, addressId, channel);
  const now = Date.now();
  const known = await getRecord(u, 'folder', id);
  if (known?.next === next && now - known.askedAt < every) return;
  await transact(u, ['folder', 'address'], async (tx) => {
    // Deleted meanwhile: nothing is left to be noted of.
    if ((await tx.get('address', addressId)) === null) return;
    await tx.put('folder', { id, accountId, addressId, channel, askedAt: now, next });
  });
}

/** @returns under which id it is kept how far a channel of an identity was read. */
export const folderId = (u: Unlocked, addressId: string, channel: Channel): string =>
  recordId(u, 'folder', addressId, channel);

async function lastAsked(u: Unlocked): Promise<Map<string, number>> {
  const { records } = await listRecords(u, 'folder');
  return new Map(records.map(({ addressId, askedAt }: FolderState) => [addressId, askedAt]));
}
