// Making a search index right again from the records, which are the truth: after an update that brought the index, after
// damage. Leans on the rows' own word on which chunk they are in. It can die at any moment: what it has done stays done, and
// the next reading finds out what is left.
import { damagedEntry, type SearchEntry } from '../search/entry.ts';
import { database, sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { chunkNumber, openChunks } from './chunks.ts';
import { openRows } from './codec.ts';
import { INDEXES, type IndexedTable, layoutOf } from './indexes.ts';
import type { Filling } from './open-index.ts';
import { refreshKeys } from './session.ts';
import type { RecordTypes } from './shapes.ts';
import { splitBodies } from './split-bodies.ts';
import { withFreshKeys } from './transaction.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';
import { writing } from './writing.ts';

/** Records a transaction: two chunks' worth. */
const BATCH = 512;

/** What has to be done to records that no index knew yet: an older version may have written them. */
const RENEW: {
  readonly [T in IndexedTable]?: (u: Unlocked, records: readonly RecordTypes[T][]) => Promise<void>;
} = {
  message: splitBodies,
};

/** @param broken chunks that did not open: dropped, and what they held is found in the records. */
export async function healIndex(
  u: Unlocked,
  table: IndexedTable,
  broken: readonly string[],
  filling: Filling,
): Promise<void> {
  const { chunks } = INDEXES[table];
  if (broken.length > 0) await stored(() => database.sealed(chunks).bulkDelete([...broken]));
  const homes = await readHomes(u, table);
  const left = new Map(homes);
  const total = await stored(() => database.sealed(table).count());
  let done = 0;
  for (let last = ''; ; ) {
    filling.progress(done, Math.max(done, total));
    const after = last;
    const rows = await stored(() => database.sealed(table).where('id').above(after).limit(BATCH).toArray());
    const end = rows.at(-1);
    if (end === undefined) break;
    const missing = rows.filter(({ id, chunk }) => {
      const home = homes.get(id);
      return home === undefined || home !== chunk;
    });
    if (missing.length > 0) await enter(u, table, missing);
    for (const { id, chunk } of rows) if (left.get(id) === chunk) left.delete(id);
    done += rows.length;
    last = end.id;
  }
  await dropStale(u, table, left);
}

/** Enters these records anew, damaged or gone as they are found to be: where the index spoke of a record that did not open. */
export async function mendIndex(u: Unlocked, table: IndexedTable, ids: readonly string[]): Promise<void> {
  const found = await stored(() => database.sealed(table).bulkGet([...ids]));
  const rows = found.filter((row) => row !== undefined);
  if (rows.length > 0) await enter(u, table, rows);
  if (rows.length === ids.length) return;
  const present = new Set(rows.map(({ id }) => id));
  const homes = [...(await readHomes(u, table))].filter(([id]) => ids.includes(id) && !present.has(id));
  await dropStale(u, table, new Map(homes));
}

/** @returns in which chunk each entry lies. One that lies in two is told of once; the second reading finds the other. */
async function readHomes(u: Unlocked, table: IndexedTable): Promise<Map<string, number>> {
  const { chunks } = INDEXES[table];
  const homes = new Map<string, number>();
  const ids = await stored(() => database.sealed(chunks).toCollection().primaryKeys());
  for (const id of ids) {
    const row = await stored(() => database.sealed(chunks).get(id));
    const number = chunkNumber(id);
    if (row === undefined || number === null) continue;
    const [opened] = await openChunks(u, table, [row]);
    for (const entry of opened?.chunk?.ids ?? []) homes.set(entry, number);
  }
  return homes;
}

/** Opens the rows outside, and enters those in the index that nobody changed meanwhile: whoever did, entered them. */
async function enter<T extends IndexedTable>(
  u: Unlocked,
  table: T,
  rows: readonly SealedRow[],
): Promise<void> {
  const { entry: entryOf } = INDEXES[table];
  if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
  const { records, damaged } = await openRows(u, table, rows);
  await RENEW[table]?.(u, records);
  const entries = new Map<string, SearchEntry>([
    ...records.map((record) => [record.id, entryOf(record)] as const),
    ...damaged.map((id) => [id, damagedEntry(id, layoutOf(table))] as const),
  ]);
  await withFreshKeys(u, () =>
    writing(u, [table], async ({ tx, chunksOf }) => {
      const chunks = chunksOf(table);
      const all = sealedIn(tx, table);
      const now = await all.bulkGet(rows.map(({ id }) => id));
      const entered: SealedRow[] = [];
      for (const [at, row] of rows.entries()) {
        const current = now[at];
        const entry = entries.get(row.id);
        if (current === undefined || entry === undefined || !sameRow(current, row)) continue;
        entered.push({ ...current, chunk: await chunks.put(entry, current.chunk) });
      }
      await all.bulkPut(entered);
    }),
  );
}

/** Entries whose record is gone, or names another chunk. */
async function dropStale(u: Unlocked, table: IndexedTable, left: ReadonlyMap<string, number>): Promise<void> {
  const all = [...left];
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    await withFreshKeys(u, () =>
      writing(u, [table], async ({ tx, chunksOf }) => {
        const chunks = chunksOf(table);
        const now = await sealedIn(tx, table).bulkGet(batch.map(([id]) => id));
        for (const [turn, [id, chunk]] of batch.entries()) {
          if (now[turn]?.chunk !== chunk) await chunks.remove(id, chunk);
        }
      }),
    );
  }
}

/** Every sealing has a random IV: equal boxes were never written anew. */
function sameRow(a: SealedRow, b: SealedRow): boolean {
  if (a.chunk !== b.chunk || !(a.box instanceof Uint8Array) || !(b.box instanceof Uint8Array)) {
    return a.chunk === b.chunk && a.box === b.box;
  }
  return a.box.length === b.box.length && a.box.every((byte, at) => byte === b.box[at]);
}
