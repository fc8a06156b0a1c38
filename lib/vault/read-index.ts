// Reading the search index from the disk: a few hundred boxes instead of a hundred thousand, opened by WebCrypto while the next
// ones are read. Leans on the sealed chunks. It compares nothing but numbers; where they differ, heal-index.ts looks closer.
import { database } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { chunkNumber, openChunks } from './chunks.ts';
import { healIndex } from './heal-index.ts';
import { type Filling, type OpenIndex, openIndex } from './open-index.ts';
import { refreshKeys } from './session.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';

/** Chunks read and opened in one go: some megabytes. */
const BATCH = 32;

/** The index, on its way into memory or there already. */
export function searchIndex(u: Unlocked): OpenIndex {
  return openIndex(u, (filling) => readIndex(u, filling));
}

/** @throws AppError `locked`, `corrupt`, `disk-full`. */
async function readIndex(u: Unlocked, filling: Filling): Promise<void> {
  const [total, ids] = await stored(() =>
    Promise.all([database.sealed('address').count(), database.sealed('chunk').toCollection().primaryKeys()]),
  );
  filling.progress(0, total);
  const broken: string[] = [];
  let next = readRows(ids, 0);
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await next;
    next = readRows(ids, at + BATCH);
    if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
    for (const { id, chunk } of await openChunks(u, rows)) {
      const number = chunkNumber(id);
      if (number === null || chunk === null) broken.push(id);
      else filling.fill(new Map([[number, chunk]]));
    }
    filling.progress(filling.size(), total);
  }
  await next;
  if (broken.length > 0 || !(await isWhole(filling))) await healIndex(u, broken, filling);
}

async function readRows(ids: readonly string[], from: number): Promise<SealedRow[]> {
  const wanted = ids.slice(from, from + BATCH);
  if (wanted.length === 0) return [];
  const rows = await stored(() => database.sealed('chunk').bulkGet(wanted));
  return rows.filter((row) => row !== undefined);
}

/** Whether there are as many entries as addresses, at a moment when nothing changed. */
async function isWhole(filling: Filling): Promise<boolean> {
  for (;;) {
    const before = filling.changes();
    const addresses = await stored(() => database.sealed('address').count());
    if (filling.changes() === before) return addresses === filling.size();
  }
}
