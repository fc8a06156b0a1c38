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
  const [total, ids] = await stored(() =>
    Promise.all([database.sealed(table).count(), database.sealed(chunks).toCollection().primaryKeys()]),
  );
  filling.progress(0, total);
  const broken: string[] = [];
  let next = readRows(chunks, ids, 0);
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await next;
    next = readRows(chunks, ids, at + BATCH);
    if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
    for (const { id, chunk } of await openChunks(u, table, rows)) {
      const number = chunkNumber(id);
      if (number === null || chunk === null) broken.push(id);
      else filling.fill(new Map([[number, chunk]]));
    }
    filling.progress(filling.size(), total);
  }
  await next;
  if (broken.length > 0 || !(await isWhole(table, filling))) await healIndex(u, table, broken, filling);
}

async function readRows(chunks: SealedTable, ids: readonly string[], from: number): Promise<SealedRow[]> {
  const wanted = ids.slice(from, from + BATCH);
  if (wanted.length === 0) return [];
  const rows = await stored(() => database.sealed(chunks).bulkGet(wanted));
  return rows.filter((row) => row !== undefined);
}

/** Whether there are as many entries as records, at a moment when nothing changed. */
async function isWhole(table: IndexedTable, filling: Filling): Promise<boolean> {
  for (;;) {
    const before = filling.changes();
    const records = await stored(() => database.sealed(table).count());
    if (filling.changes() === before) return records === filling.size();
  }
}
