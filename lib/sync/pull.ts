// Brings an account's remote addresses into the vault. Leans on the provider for the pages, on merge.ts for what they mean,
// on one vault transaction to store it all or nothing. Creates nothing at the provider; what was made there but never
// stored here (the worker died in between) simply turns up as new.
import { AppError } from '../error.ts';
import type { Account, Address } from '../model.ts';
import type { IdentitySlot, Provider, RemoteAddress } from '../providers/provider.ts';
import { listRecords, recordId } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { type Merge, type MergeContext, mergeRemote } from './merge.ts';

export interface PullCount {
  added: number;
  changed: number;
  removed: number;
}

/** A listing that never ends is a broken server, not a large account. */
const MAX_PAGES = 1000;
/** Missing addresses asked about, one request each; the others wait for the next pull. */
const MAX_CONFIRMED = 20;

/**
 * @returns how many addresses were new, changed, or gone at the provider; zeros where the provider keeps no list
 * @throws AppError of the provider (nothing is stored then), `no-account` if the account was removed meanwhile, and those
 * of the vault
 */
export async function pullAccount(
  u: Unlocked,
  account: Account,
  { identities }: Provider,
  signal?: AbortSignal,
): Promise<PullCount> {
  if (identities === undefined) return { added: 0, changed: 0, removed: 0 };
  const since = Date.now();
  const before = await readLocal(u, account.id);
  const listed = await listAll(identities, signal);
  const { found, gone } = await confirmMissing(identities, before.addresses, listed, signal);
  const remote = [...listed, ...found];

  // The network took its time: look again, and then once more inside the transaction, at what the merge would touch.
  const now = await readLocal(u, account.id);
  const context: MergeContext = {
    accountId: account.id,
    now: Date.now(),
    since,
    before: remoteIdsOf([...before.addresses, ...now.addresses]),
    gone,
    idOf: (remoteId) => recordId(u, account.id, remoteId),
  };
  // A row that does not open may open again one day; it is not ours to write over.
  const touched = all(mergeRemote(now.addresses, remote, context)).filter(({ id }) => !now.damaged.has(id));
  return store(u, touched, remote, context);
}

async function store(
  u: Unlocked,
  touched: readonly Address[],
  remote: readonly RemoteAddress[],
  context: MergeContext,
): Promise<PullCount> {
  if (touched.length === 0) return { added: 0, changed: 0, removed: 0 };
  const meant = remoteIdsOf(touched);
  const items = remote.filter(({ remoteId }) => remoteId !== null && meant.has(remoteId));
  return transact(u, ['account', 'address'], async (tx) => {
    if ((await tx.get('account', context.accountId)) === null) throw new AppError('no-account');
    const current: Address[] = [];
    for (const { id } of touched) {
      const address = await tx.get('address', id);
      if (address !== null) current.push(address);
    }
    const merge = mergeRemote(current, items, context);
    for (const address of all(merge)) await tx.put('address', address);
    return {
      added: merge.added.length,
      changed: merge.changed.length,
      removed: merge.removed.length,
    };
  });
}

const all = ({ added, changed, removed }: Merge): Address[] => [...added, ...changed, ...removed];

const remoteIdsOf = (addresses: readonly Address[]): Set<string> =>
  new Set(addresses.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])));

async function readLocal(
  u: Unlocked,
  accountId: string,
): Promise<{ addresses: Address[]; damaged: ReadonlySet<string> }> {
  const { records, damaged } = await listRecords(u, 'address');
  return {
    addresses: records.filter((address) => address.accountId === accountId),
    damaged: new Set(damaged),
  };
}

/**
 * Every page, as far as pages bring news: a server that ignores `offset` repeats itself for ever.
 * @throws AppError of the provider; `malformed` if there is no end
 */
export async function listAll(identities: IdentitySlot, signal?: AbortSignal): Promise<RemoteAddress[]> {
  const items: RemoteAddress[] = [];
  const seen = new Set<string | null>();
  let offset = 0;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await identities.list(offset, signal);
    items.push(...page.items);
    const known = seen.size;
    for (const { remoteId } of page.items) seen.add(remoteId);
    if (page.next === null || page.next <= offset || seen.size === known) return items;
    offset = page.next;
  }
  throw new AppError('malformed', { field: '$.has_more' });
}

/**
 * Not listed is not yet gone: deletions shift offsets while pages are read, and `has_more` may be missing. So each missing
 * address is asked about by itself, and only a clear "not found" counts.
 */
async function confirmMissing(
  identities: IdentitySlot,
  known: readonly Address[],
  listed: readonly RemoteAddress[],
  signal?: AbortSignal,
): Promise<{ found: RemoteAddress[]; gone: Set<string> }> {
  const present = new Set(listed.map(({ remoteId }) => remoteId));
  const missing = known.flatMap(({ remoteId, active }) =>
    remoteId !== null && active && !present.has(remoteId) ? [remoteId] : [],
  );
  const found: RemoteAddress[] = [];
  const gone = new Set<string>();
  for (const remoteId of missing.slice(0, MAX_CONFIRMED)) {
    try {
      found.push(await identities.get(remoteId, signal));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // No budget, no server: what is known of the rest stays as it is, and the listing is still worth storing.
      if (error.code !== 'not-found') break;
      gone.add(remoteId);
    }
  }
  return { found, gone };
}
