// A page of a long sealed list: ids from its search index, which is opened when first asked for, and then the few records of the
// page. Leans on the vault, which keeps both in step. While a long list is still being opened it answers how far that is.
import { PAGE_ROWS, type PageOf } from '../page-of.ts';
import { getRecords } from '../vault/bulk.ts';
import { noteDamaged } from '../vault/damaged.ts';
import { mendIndex } from '../vault/heal-index.ts';
import type { IndexedTable, IndexQuestions } from '../vault/indexes.ts';
import type { OpenIndex } from '../vault/open-index.ts';
import { searchIndex } from '../vault/read-index.ts';
import type { RecordTypes } from '../vault/shapes.ts';
import type { Unlocked } from '../vault/vault.ts';

/** How long an answer waits for the list to be whole before it tells of the progress instead, in milliseconds. */
const PATIENCE = 150;

/** Under which names a profiler, and the bench, find how long the last search alone took. */
const MEASURES: { readonly [T in IndexedTable]: string } = {
  address: 'addresses.search',
  message: 'inbox.list',
};

export interface Wanted<T extends IndexedTable> {
  text: string;
  filter: IndexQuestions[T]['filter'];
  sort: IndexQuestions[T]['sort'];
  /** Brings the names that records are found by (SearchPlan.named). */
  names: () => Promise<ReadonlyMap<string, string>>;
}

/**
 * One page of what matches. @param limit at most `PAGE_ROWS`.
 * @throws AppError `locked`, `corrupt`, `disk-full`.
 */
export async function pageRecords<T extends IndexedTable>(
  u: Unlocked,
  table: T,
  wanted: Wanted<T>,
  offset: number,
  limit: number,
): Promise<PageOf<RecordTypes[T]>> {
  const open = searchIndex(u, table);
  if (open.building() !== null) {
    // The names are wanted too: read beside the list, not after it.
    await Promise.race([Promise.all([open.ready, wanted.names()]), rest(PATIENCE)]);
  }
  const building = open.building();
  if (building !== null) {
    return { rows: [], total: 0, of: building.total, damaged: 0, building, generation: open.generation() };
  }
  const page = await readPage(u, table, open, wanted, offset, limit);
  if (page.missing.length === 0) return page.answer;
  // Records were damaged behind our back.
  await mendIndex(u, table, page.missing);
  return (await readPage(u, table, open, wanted, offset, limit)).answer;
}

/** @returns the page, and the ids of records that the index speaks of and that are not there or do not open. */
async function readPage<T extends IndexedTable>(
  u: Unlocked,
  table: T,
  open: OpenIndex<T>,
  wanted: Wanted<T>,
  offset: number,
  limit: number,
): Promise<{ answer: PageOf<RecordTypes[T]>; missing: string[] }> {
  const names = await wanted.names();
  open.ensureOpen();
  const generation = open.generation();
  const start = performance.now();
  const { ids, total } = open.index.find({ ...wanted, names }, offset, Math.min(limit, PAGE_ROWS));
  performance.clearMeasures(MEASURES[table]);
  performance.measure(MEASURES[table], { start });
  const damaged = open.index.damaged();
  const of = open.index.size() - damaged;
  const [records] = await Promise.all([getRecords(u, table, ids), noteDamaged(table, damaged)]);
  const found = new Map(records.map((record) => [record.id, record]));
  const rows = ids.map((id) => found.get(id)).filter((record) => record !== undefined);
  open.ensureOpen();
  // Removed in this very moment is no damage: whoever removed it says that the list changed.
  const missing = generation === open.generation() ? ids.filter((id) => !found.has(id)) : [];
  return { answer: { rows, total, of, damaged, building: null, generation }, missing };
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
