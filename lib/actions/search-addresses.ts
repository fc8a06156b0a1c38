// Finding addresses: a page of what matches, every id of what matches, and what a filter can offer. Leans on the sealed index of the
// vault; the names of accounts find what is in them.
import type { AddressPage, AddressQuery, DomainCount, GroupCount } from '../address-query.ts';
import type { Address } from '../model.ts';
import { accountsOf, domainsOf, groupsOf } from '../search/address-plan.ts';
import { getRecords } from '../vault/bulk.ts';
import { accountNames } from '../vault/open-index.ts';
import { searchIndex } from '../vault/read-index.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { pageRecords } from './page-records.ts';

/** One page of what matches. @throws AppError `locked`, `corrupt`, `disk-full`. */
export const searchAddresses = (
  u: Unlocked,
  query: AddressQuery,
  offset: number,
  limit: number,
): Promise<AddressPage> => pageRecords(u, 'address', { ...query, names: () => namesOf(u) }, offset, limit);

/** Every id that matches, the newest address first. @throws AppError as `searchAddresses`. */
export async function matchingIds(
  u: Unlocked,
  { text, filter }: Pick<AddressQuery, 'text' | 'filter'>,
): Promise<readonly string[]> {
  const open = searchIndex(u, 'address');
  await open.ready;
  const names = await namesOf(u);
  open.ensureOpen();
  return open.index.find({ text, filter, sort: 'created', names }, 0, open.index.size()).ids;
}

/** Every address of a kind, the newest first; without one every address, in no order. */
export async function listAddresses(
  u: Unlocked,
  kind?: Address['kind'],
): Promise<{ addresses: Address[]; damaged: number }> {
  if (kind === undefined) {
    const { records, damaged } = await listRecords(u, 'address');
    return { addresses: records, damaged: damaged.length };
  }
  const ids = await matchingIds(u, { text: '', filter: { kind } });
  const found = new Map((await getRecords(u, 'address', ids)).map((address) => [address.id, address]));
  const addresses = ids.map((id) => found.get(id)).filter((address) => address !== undefined);
  return { addresses, damaged: searchIndex(u, 'address').index.damaged() };
}

/** The domains that addresses stand under. @throws AppError as `searchAddresses`. */
export async function domainsInUse(u: Unlocked): Promise<DomainCount[]> {
  const open = searchIndex(u, 'address');
  await open.ready;
  open.ensureOpen();
  return domainsOf(open.index.chunks());
}

/** The groups that identities belong to, as far as they are known here. @throws AppError as `searchAddresses`. */
export async function groupsInUse(u: Unlocked): Promise<GroupCount[]> {
  const open = searchIndex(u, 'address');
  await open.ready;
  open.ensureOpen();
  return groupsOf(open.index.chunks());
}

/** How many of these addresses each account has, without opening one. @throws AppError as `searchAddresses`. */
export async function countByAccount(
  u: Unlocked,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const open = searchIndex(u, 'address');
  await open.ready;
  open.ensureOpen();
  return accountsOf(open.index.chunks(), new Set(ids));
}

const namesOf = (u: Unlocked): Promise<ReadonlyMap<string, string>> =>
  accountNames(async () => {
    const { records } = await listRecords(u, 'account');
    return new Map(records.map(({ id, name }) => [id, name]));
  });
