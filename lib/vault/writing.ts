// The one way by which records reach the disk: a transaction that knows the header's keys, and rows that take their tag and
// their entry in their search index along. Leans on Dexie. Whatever changes a record that is searched passes through here, so
// that no writer can forget the index.
import type { Transaction } from 'dexie';
import type { SearchEntry } from '../search/entry.ts';
import { database, sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { type ChunkChanges, type ChunkWriter, createChunkWriter } from './chunk-writer.ts';
import { sealingVersion } from './codec.ts';
import { readHeaderIn, versionsOf } from './header.ts';
import { INDEXED_TABLES, INDEXES, type IndexedTable } from './indexes.ts';
import { forgetNames, tellIndex } from './open-index.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';
import type { SiteTag } from './tags.ts';
import { stored } from './translate.ts';
import { keysOf, type Unlocked } from './unlocked.ts';

/** What happens to a record's blind tag when it is put: a new one, none (null), or as it was (undefined). */
export type TagChange = SiteTag | null | undefined;

/** A record with the row it was sealed into; the row's tag and chunk are added here. */
export interface Sealed<T extends RecordTable> {
  record: RecordTypes[T];
  row: SealedRow;
}

export interface Writing {
  readonly tx: Transaction;
  /** Key version to seal under. */
  readonly version: number;
  /** Key versions of the header: a row under one that `u` lacks is sound, and needs fresh keys. */
  readonly listed: readonly number[];
  put<T extends RecordTable>(table: T, sealed: readonly Sealed<T>[], tag: TagChange): Promise<void>;
  /** With what lies beside them. */
  remove(table: RecordTable, ids: readonly string[]): Promise<void>;
  /** A search index in this transaction: for heal-index.ts alone. */
  chunksOf(table: IndexedTable): ChunkWriter;
}

/**
 * Runs `work` in one read-write transaction over `tables`. It may await nothing but the database.
 * @throws AppError `disk-full`, `corrupt`, `locked`, `no-vault`; UnknownKey; whatever `work` throws, after undoing it all.
 */
export async function writing<R>(
  u: Unlocked,
  tables: readonly RecordTable[],
  work: (inside: Writing) => Promise<R>,
): Promise<R> {
  const indexed = INDEXED_TABLES.filter((table) => tables.includes(table));
  const theirs = indexed.flatMap((table) => [INDEXES[table].chunks, INDEXES[table].beside ?? []].flat());
  const scope = [...new Set(['header', ...tables, ...theirs])];
  let changes: [IndexedTable, ChunkChanges][] = [];
  const result = await stored(() =>
    database.transaction('rw', scope, async (tx) => {
      const header = await readHeaderIn(tx);
      const version = sealingVersion(u, header);
      const listed = header === null ? [] : versionsOf(header);
      const writers = new Map(
        indexed.map((table) => [table, createChunkWriter(u, tx, table, version, listed)] as const),
      );
      const ended = await work(writerIn(tx, version, listed, writers));
      changes = [];
      for (const [table, chunks] of writers) changes.push([table, await chunks.flush()]);
      return ended;
    }),
  );
  // Only now has it happened.
  for (const [table, changed] of changes) tellIndex(keysOf(u).vaultId, table, changed);
  if (tables.includes('account')) forgetNames();
  return result;
}

function writerIn(
  tx: Transaction,
  version: number,
  listed: readonly number[],
  writers: ReadonlyMap<RecordTable, ChunkWriter>,
): Writing {
  return {
    tx,
    version,
    listed,
    chunksOf(table) {
      const chunks = writers.get(table);
      if (chunks === undefined) throw new TypeError(`${table} is not in this transaction`);
      return chunks;
    },
    async put(table, sealed, tag) {
      const rows = sealedIn(tx, table);
      const chunks = writers.get(table);
      const toEntry = chunks && indexKind(table)?.entry;
      // Looked at only where something of it is kept.
      const kept = chunks !== undefined || tag === undefined;
      const before = kept ? await rows.bulkGet(sealed.map(({ row }) => row.id)) : [];
      const ready: SealedRow[] = [];
      for (const [at, { record, row }] of sealed.entries()) {
        const tagged = tag === undefined ? before[at]?.tag : tag;
        const { id, keyVersion, box } = row;
        const next: SealedRow = { id, keyVersion, box };
        if (typeof tagged === 'string') next.tag = tagged;
        if (chunks && toEntry) next.chunk = await chunks.put(toEntry(record), before[at]?.chunk);
        ready.push(next);
      }
      await rows.bulkPut(ready);
    },
    async remove(table, ids) {
      const rows = sealedIn(tx, table);
      const chunks = writers.get(table);
      if (chunks) {
        for (const [at, row] of (await rows.bulkGet([...ids])).entries()) {
          await chunks.remove(ids[at] ?? '', row?.chunk);
        }
      }
      await rows.bulkDelete([...ids]);
      const beside = indexKind(table)?.beside ?? null;
      if (beside !== null) await sealedIn(tx, beside).bulkDelete([...ids]);
    },
  };
}

type KindOf<T extends RecordTable> = {
  beside: RecordTable | null;
  entry: (record: RecordTypes[T]) => SearchEntry;
};

function indexKind<T extends RecordTable>(table: T): KindOf<T> | undefined {
  const kinds: { readonly [Table in RecordTable]?: KindOf<Table> } = INDEXES;
  return kinds[table];
}
