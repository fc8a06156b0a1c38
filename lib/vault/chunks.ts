// The sealed form of a search index: chunks of some hundreds of entries, each in a box of its own. Leans on the codec and
// lib/search/chunk. What does not open, or was written by another version of ourselves, is no chunk: it can be made anew from
// the records, so nothing here ever throws for damage.
import { open, seal } from '../crypto/box.ts';
import { type Bytes, fromUtf8 } from '../crypto/bytes.ts';
import { readChunk, type SearchChunk, writeChunk } from '../search/chunk.ts';
import type { SealedRow } from '../store/rows.ts';
import { contextOf, openBoxes, padded, UnknownKey } from './codec.ts';
import { INDEXES, type IndexedTable, layoutOf } from './indexes.ts';
import { keysOf, type Unlocked } from './unlocked.ts';

/** Coarser than that of records: a chunk must not show by how much one label in it grew. */
const STEP = 4096;
const DIGITS = 8;

/** @returns the id under which a chunk lies: its number, padded so that the disk's order is the order of numbers. */
export function chunkId(number: number): string {
  return String(number).padStart(DIGITS, '0');
}

/** @returns null for what is no number of a chunk: the disk promises nothing. */
export function chunkNumber(id: unknown): number | null {
  const number = Number(id);
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** Seals at once; for use inside a transaction. */
export function sealChunk(
  u: Unlocked,
  table: IndexedTable,
  keyVersion: number,
  number: number,
  chunk: SearchChunk,
): SealedRow {
  const key = keysOf(u).byVersion.get(keyVersion);
  if (key === undefined) throw new UnknownKey();
  const place = { id: chunkId(number), keyVersion };
  const plain = padded(writeChunk(chunk, layoutOf(table)), STEP);
  return { ...place, box: seal(key, contextOf(INDEXES[table].chunks, place), plain) };
}

/** Opens at once; for use inside a transaction. @returns null if it is damaged, or under a key that `u` has not. */
export function openChunk(u: Unlocked, table: IndexedTable, row: SealedRow): SearchChunk | null {
  const key = keysOf(u).byVersion.get(row.keyVersion);
  if (key === undefined || !(row.box instanceof Uint8Array)) return null;
  return decode(table, open(key, contextOf(INDEXES[table].chunks, row), row.box));
}

/** Opens many with WebCrypto; never inside a transaction. */
export async function openChunks(
  u: Unlocked,
  table: IndexedTable,
  rows: readonly SealedRow[],
): Promise<{ id: string; chunk: SearchChunk | null }[]> {
  const opened = await openBoxes(u, INDEXES[table].chunks, rows);
  return opened.map(({ id, plain }) => ({ id, chunk: decode(table, plain) }));
}

function decode(table: IndexedTable, plain: Bytes | null): SearchChunk | null {
  if (plain === null) return null;
  try {
    return readChunk(fromUtf8(plain), layoutOf(table));
  } catch (error) {
    // No JSON, or no UTF-8: written by a fault of ours.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
