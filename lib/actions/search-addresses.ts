// Finding addresses: in the sealed index, which is opened when first asked for, and then the few records of one page. Leans on the
// vault, which keeps both in step. While a long list is still being opened it answers how far that is, again and again.
import type { AddressPage, AddressQuery, DomainCount } from '../address-query.ts';
import type { Address } from '../model.ts';
import { PAGE_ROWS } from '../page-of.ts';
import { domainsOf } from '../search/address-plan.ts';
import { getRecords } from '../vault/bulk.ts';
import { noteDamaged } from '../vault/damaged.ts';
import { mendIndex } from '../vault/heal-index.ts';
import { accountNames, type OpenIndex } from '../vault/open-index.ts';
import { searchIndex } from '../vault/read-index.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

/** How long an answer waits for the list to be whole before it tells of the progress instead, in milliseconds. */
const PATIENCE = 150;
const MEASURE = 'addresses.search';

/**
 * One page of what matches. @param limit at most `PAGE_ROWS`.
 * @throws AppError `locked`, `corrupt`, `disk-full`.
 */
export async function searchAddresses(
  u: Unlocked,
  query: AddressQuery,
  offset: number,
  limit: number,
): Promise<AddressPage> {
  const open = searchIndex(u, 'address');
  if (open.building() !== null) await Promise.race([open.ready, rest(PATIENCE)]);
  const building = open.building();
  if (building !== null) {
    return { rows: [], total: 0, of: building.total, damaged: 0, building, generation: open.generation() };
  }
  const page = await readPage(u, open, query, offset, limit);
  if (page.missing.length === 0) return page.answer;
  // Records were damaged behind our back.
  await mendIndex(u, 'address', page.missing);
  return (await readPage(u, open, query, offset, limit)).answer;
}

/** Every id that matches, the newest address first. @throws AppError as `searchAddresses`. */
export async function matchingIds(
  u: Unlocked,
  { text, filter }: Pick<AddressQuery, 'text' | 'filter'>,
): Promise<readonly string[]> {
  const open = searchIndex(u, 'address');
  await open.ready;
  const names = await accountNames(() => readNames(u));
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

/** @returns the page, and the ids of records that the index speaks of and that are not there or do not open. */
async function readPage(
  u: Unlocked,
  open: OpenIndex<'address'>,
  query: AddressQuery,
  offset: number,
  limit: number,
): Promise<{ answer: AddressPage; missing: string[] }> {
  const names = await accountNames(() => readNames(u));
  open.ensureOpen();
  const generation = open.generation();
  const start = performance.now();
  const { ids, total } = open.index.find({ ...query, names }, offset, Math.min(limit, PAGE_ROWS));
  // For whoever profiles, and for the bench: the last search alone.
  performance.clearMeasures(MEASURE);
  performance.measure(MEASURE, { start });
  const damaged = open.index.damaged();
  const of = open.index.size() - damaged;
  const found = new Map((await getRecords(u, 'address', ids)).map((address) => [address.id, address]));
  const rows = ids.map((id) => found.get(id)).filter((address) => address !== undefined);
  open.ensureOpen();
  await noteDamaged('address', damaged);
  // Removed in this very moment is no damage: whoever removed it says that the list changed.
  const missing = generation === open.generation() ? ids.filter((id) => !found.has(id)) : [];
  return { answer: { rows, total, of, damaged, building: null, generation }, missing };
}

async function readNames(u: Unlocked): Promise<ReadonlyMap<string, string>> {
  const { records } = await listRecords(u, 'account');
  return new Map(records.map(({ id, name }) => [id, name]));
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
