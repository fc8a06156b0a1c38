// A search index inside the transaction of the rows it is about: whatever is written of a record is written of its chunk as
// well, or neither is. Leans on the synchronous cipher, as everything inside a transaction does. A chunk that does not open is
// left behind: its records move to another as they are written, and the rest when the index is next read.
import type { Transaction } from 'dexie';
import { chunkOf, entriesOf, type SearchChunk } from '../search/chunk.ts';
import { type SearchEntry, sameEntry } from '../search/entry.ts';
import { sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { chunkId, chunkNumber, openChunk, sealChunk } from './chunks.ts';
import { UnknownKey } from './codec.ts';
import { INDEXES, type IndexedTable, layoutOf } from './indexes.ts';
import { hasKey, type Unlocked } from './unlocked.ts';

/** Entries a chunk: many enough that opening all is a matter of a few boxes, few enough that rewriting one costs milliseconds. */
export const CHUNK_ENTRIES = 256;

/** Chunks by number as they are after a transaction; null for one that is gone. */
export type ChunkChanges = ReadonlyMap<number, SearchChunk | null>;

export interface ChunkWriter {
  /** @param chunk that the row named so far. @returns the chunk it has to name from now on. */
  put(entry: SearchEntry, chunk: number | undefined): Promise<number>;
  remove(id: string, chunk: number | undefined): Promise<void>;
  /** Writes what changed; to be awaited before the transaction ends. */
  flush(): Promise<ChunkChanges>;
}

type Entries = Map<string, SearchEntry>;

/** @param version of the key to seal under. @param listed key versions of the header. */
export function createChunkWriter(
  u: Unlocked,
  tx: Transaction,
  indexed: IndexedTable,
  version: number,
  listed: readonly number[],
): ChunkWriter {
  const table = sealedIn(tx, INDEXES[indexed].chunks);
  const layout = layoutOf(indexed);
  const opened = new Map<number, Entries | null>();
  const changed = new Set<number>();
  /** Where new records go: the last chunk, or the one after it. */
  let tail: number | null = null;

  const open = (row: SealedRow): Entries | null => {
    if (!hasKey(u, row.keyVersion) && listed.includes(row.keyVersion)) throw new UnknownKey();
    const chunk = openChunk(u, indexed, row);
    return chunk && new Map(entriesOf(chunk, layout).map((entry) => [entry.id, entry]));
  };
  const entriesAt = async (number: number): Promise<Entries | null> => {
    const known = opened.get(number);
    if (known !== undefined) return known;
    const row = await table.get(chunkId(number));
    const entries = row === undefined ? null : open(row);
    opened.set(number, entries);
    return entries;
  };
  /** The last chunk while there is room in it; else the next number that nothing lies under. */
  const withRoom = async (): Promise<{ number: number; entries: Entries }> => {
    tail ??= chunkNumber((await table.toCollection().last())?.id ?? 0) ?? 0;
    for (; ; tail += 1) {
      const entries = await entriesAt(tail);
      if (entries !== null && entries.size < CHUNK_ENTRIES) return { number: tail, entries };
      if (entries !== null || (await table.get(chunkId(tail))) !== undefined) continue;
      const fresh: Entries = new Map();
      opened.set(tail, fresh);
      return { number: tail, entries: fresh };
    }
  };

  return {
    async put(entry, chunk) {
      const own = chunk === undefined ? null : await entriesAt(chunk);
      const { number, entries } =
        own === null || chunk === undefined ? await withRoom() : { number: chunk, entries: own };
      // A new tag, or a member that nobody searches, leaves the chunk as it lies.
      if (!sameEntry(entries.get(entry.id), entry, layout)) {
        entries.set(entry.id, entry);
        changed.add(number);
      }
      return number;
    },
    async remove(id, chunk) {
      const entries = chunk === undefined ? null : await entriesAt(chunk);
      if (chunk !== undefined && entries?.delete(id)) changed.add(chunk);
    },
    async flush() {
      const changes = new Map<number, SearchChunk | null>();
      // Most transactions are about no such records, and see no table of chunks.
      if (changed.size === 0) return changes;
      for (const number of changed) {
        const entries = opened.get(number);
        changes.set(number, entries?.size ? chunkOf([...entries.values()], layout) : null);
      }
      const rows: SealedRow[] = [];
      const gone: string[] = [];
      for (const [number, chunk] of changes) {
        if (chunk === null) gone.push(chunkId(number));
        else rows.push(sealChunk(u, indexed, version, number, chunk));
      }
      await table.bulkPut(rows);
      await table.bulkDelete(gone);
      return changes;
    },
  };
}
