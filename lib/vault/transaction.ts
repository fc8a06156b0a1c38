// Several reads and writes of records as one: all of it happens, or nothing. Leans on Dexie and on the synchronous cipher,
// because awaiting anything but the database (WebCrypto above all) ends an IndexedDB transaction early: in Firefox every
// time, in Chromium never, which is how such a bug hides. Opens no vault.
import type { Transaction } from 'dexie';
import { AppError } from '../error.ts';
import { database, sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { openRow, sealingVersion, sealRow, UnknownKey } from './codec.ts';
import { readHeaderIn, versionsOf } from './header.ts';
import { refreshKeys } from './session.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';
import type { SiteTag } from './tags.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';

/** What happens to a record's blind tag when it is put: a new one, none (null), or as it was (undefined). */
export type TagChange = SiteTag | null | undefined;

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
  return withFreshKeys(u, () =>
    stored(() =>
      database.transaction('rw', ['header', ...tables], async (tx) => {
        const header = await readHeaderIn(tx);
        const version = sealingVersion(u, header);
        return work(recordsIn(u, tx, version, header === null ? [] : versionsOf(header)));
      }),
    ),
  );
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

/** @param listed key versions of the header: a row under one that `u` lacks is sound, and needs fresh keys. */
function recordsIn<K extends RecordTable>(
  u: Unlocked,
  tx: Transaction,
  version: number,
  listed: readonly number[],
): RecordTransaction<K> {
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
      const kept = tag === undefined ? (await sealedIn(tx, table).get(record.id))?.tag : (tag ?? undefined);
      const row = sealRow(u, version, table, record);
      await sealedIn(tx, table).put(kept === undefined ? row : { ...row, tag: kept });
    },
    async remove(table, id) {
      await sealedIn(tx, table).delete(id);
    },
  };
}
