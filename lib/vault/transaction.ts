// Several reads and writes of records as one: all of it happens, or nothing. Leans on Dexie and on the synchronous cipher,
// because awaiting anything but the database (WebCrypto above all) ends an IndexedDB transaction early: in Firefox every
// time, in Chromium never, which is how such a bug hides. Opens no vault.
import { AppError } from '../error.ts';
import { sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { openRow, sealRow, UnknownKey } from './codec.ts';
import { refreshKeys } from './session.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';
import { hasKey, type Unlocked } from './unlocked.ts';
import { type TagChange, type Writing, writing } from './writing.ts';

// What belongs to the same vocabulary, for those who call.
export type { TagChange } from './writing.ts';

/** Records as seen inside a transaction over the tables `K`. */
export interface RecordTransaction<K extends RecordTable> {
  /** @returns null if there is none. @throws AppError `corrupt` with the record's table and id. */
  get<T extends K>(table: T, id: string): Promise<RecordTypes[T] | null>;
  /** Every record that opens, and the ids of those that do not. For small tables: it opens one after the other. */
  list<T extends K>(table: T): Promise<{ records: RecordTypes[T][]; damaged: string[] }>;
  put<T extends K>(table: T, record: RecordTypes[T], tag?: TagChange): Promise<void>;
  remove(table: K, id: string): Promise<void>;
}

/**
 * Runs `work` in one read-write transaction. It may await nothing but the methods of its argument, and may be run a second
 * time from the start, so it must have no other effects.
 * @throws AppError `disk-full`, `corrupt`, `locked`, `no-vault`; whatever `work` throws, after undoing it all.
 */
export async function transact<K extends RecordTable, R>(
  u: Unlocked,
  tables: readonly K[],
  work: (tx: RecordTransaction<K>) => Promise<R>,
): Promise<R> {
  return withFreshKeys(u, () => writing(u, tables, (inside) => work(recordsIn(u, inside))));
}

/**
 * Runs `work`, and once more if it met a key version that a re-encryption made after `u` was handed out.
 * @throws AppError `locked` if the vault was locked since, `corrupt` if no one knows that version.
 */
export async function withFreshKeys<R>(u: Unlocked, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnknownKey)) throw error;
    await refreshKeys(u);
  }
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnknownKey ? new AppError('corrupt', { what: 'key' }, { cause: error }) : error;
  }
}

/** For lib/vault alone. */
export function recordsIn<K extends RecordTable>(u: Unlocked, inside: Writing): RecordTransaction<K> {
  const { tx, version, listed } = inside;
  const opened = <T extends K>(table: T, row: SealedRow): RecordTypes[T] | null => {
    if (!hasKey(u, row.keyVersion) && listed.includes(row.keyVersion)) throw new UnknownKey();
    return openRow(u, table, row);
  };
  return {
    async get(table, id) {
      const row = await sealedIn(tx, table).get(id);
      if (row === undefined) return null;
      const record = opened(table, row);
      if (record === null) throw new AppError('corrupt', { what: table, field: id });
      return record;
    },
    async list(table) {
      const rows = await sealedIn(tx, table).toArray();
      const pairs = rows.map((row) => ({ id: row.id, record: opened(table, row) }));
      return {
        records: pairs.flatMap(({ record }) => (record === null ? [] : [record])),
        damaged: pairs.flatMap(({ id, record }) => (record === null ? [id] : [])),
      };
    },
    async put(table, record, tag) {
      await inside.put(table, [{ record, row: sealRow(u, version, table, record) }], tag);
    },
    async remove(table, id) {
      await inside.remove(table, [id]);
    },
  };
}
