// Reading a search index from the disk: a few hundred boxes instead of a hundred thousand, opened by WebCrypto while the next
// ones are read. Leans on the sealed chunks. It compares nothing but numbers; where they differ, heal-index.ts looks closer.
import { database } from '../store/database.ts';
import type { SealedRow, SealedTable } from '../store/rows.ts';
import { chunkNumber, openChunks } from './chunks.ts';
import { healIndex } from './heal-index.ts';
import { INDEXES, type IndexedTable } from './indexes.ts';
import { type Filling, type OpenIndex, openIndex } from './open-index.ts';
import { refreshKeys } from './session.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';

/** Chunks read and opened in one go: some megabytes. */
const BATCH = 32;

/** The index of a table, on its way into memory or there already. */
export function searchIndex<T extends IndexedTable>(u: Unlocked, table: T): OpenIndex<T> {
  return openIndex(u, table, (filling) => readIndex(u, table, filling));
}

/** @throws AppError `locked`, `corrupt`, `disk-full`. */
async function readIndex(u: Unlocked, table: IndexedTable, filling: Filling): Promise<void> {
  const { chunks } = INDEXES[table];
  const broken: string[] = [];
  let next = readRows(chunks, null);
  // Counted while the first chunks are opened: the disk takes its time over either.
  const early = countAt(table, filling);
  // What keeps it from being counted, or a lock, ends the reading below.
  early.then(({ records }) => filling.progress(filling.size(), records)).catch(() => undefined);
  for (let rows = await next; rows.length > 0; rows = await next) {
    const last = rows.at(-1)?.id ?? null;
    next = rows.length < BATCH ? Promise.resolve([]) : readRows(chunks, last);
    if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
    for (const { id, chunk } of await openChunks(u, table, rows)) {
      const number = chunkNumber(id);
      if (number === null || chunk === null) broken.push(id);
      else filling.fill(new Map([[number, chunk]]));
    }
    filling.progress(filling.size(), (await early).records);
  }
  if (broken.length > 0 || !(await isWhole(table, filling, await early))) {
    await healIndex(u, table, broken, filling);
  }
}

/** In the disk's order, which is that of their numbers. @param after the last one read, or null */
async function readRows(chunks: SealedTable, after: string | null): Promise<SealedRow[]> {
  return stored(() => {
    const all = database.sealed(chunks);
    return (after === null ? all.orderBy('id') : all.where('id').above(after)).limit(BATCH).toArray();
  });
}

interface Count {
  records: number;
  /** The changes counted before it. */
  changes: number;
}

async function countAt(table: IndexedTable, filling: Filling): Promise<Count> {
  const changes = filling.changes();
  return { records: await stored(() => database.sealed(table).count()), changes };
}

/** Whether there are as many entries as records, at a moment when nothing changed. */
async function isWhole(table: IndexedTable, filling: Filling, early: Count): Promise<boolean> {
  for (let count = early; ; count = await countAt(table, filling)) {
    if (filling.changes() === count.changes) return count.records === filling.size();
  }
}
