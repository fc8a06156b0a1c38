// Typed records over sealed rows: get, list, put, remove, one by one or in bulk. Leans on lib/store and the codec; several
// changes as one are in transaction.ts. Whoever calls holds an `Unlocked`; nothing here writes a byte that is not sealed.
import { AppError } from '../error.ts';
import { database } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { openRows, sealingVersion, sealRows, UnknownKey } from './codec.ts';
import { noteDamaged } from './damaged.ts';
import { readHeader } from './header.ts';
import type { IndexedTable } from './indexes.ts';
import { refreshKeys } from './session.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';
import type { SiteTag } from './tags.ts';
import { type TagChange, transact, withFreshKeys } from './transaction.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';
import { writing } from './writing.ts';

// What belongs to the same vocabulary, for those who call.
export { newId, recordId } from './ids.ts';
export { transact } from './transaction.ts';

/** Records that opened, and the ids of those that did not. */
export interface Listing<T extends RecordTable> {
  records: RecordTypes[T][];
  damaged: string[];
}

/** @returns null if there is none. @throws AppError `corrupt` with the record's table and id. */
export async function getRecord<T extends RecordTable>(
  u: Unlocked,
  table: T,
  id: string,
): Promise<RecordTypes[T] | null> {
  const row = await stored(() => database.sealed(table).get(id));
  if (row === undefined) return null;
  const [record] = (await openAll(u, table, [row])).records;
  if (record === undefined) throw new AppError('corrupt', { what: table, field: id });
  return record;
}

/** Every record of a table. A damaged one is named; the rest opens. */
export async function listRecords<T extends RecordTable>(u: Unlocked, table: T): Promise<Listing<T>> {
  const listing = await openAll(u, table, await stored(() => database.sealed(table).toArray()));
  await noteDamaged(table, listing.damaged.length);
  return listing;
}

/** The records of one site. */
export async function listTagged<T extends RecordTable>(
  u: Unlocked,
  table: T,
  tag: SiteTag,
): Promise<Listing<T>> {
  return openAll(u, table, await stored(() => database.sealed(table).where('tag').equals(tag).toArray()));
}

/** How many records of a site there are; answers while locked too. */
export async function countTagged(table: RecordTable, tag: SiteTag): Promise<number> {
  return stored(() => database.sealed(table).where('tag').equals(tag).count());
}

/** @throws AppError `disk-full`, `locked`, `no-vault`. */
export async function putRecord<T extends RecordTable>(
  u: Unlocked,
  table: T,
  record: RecordTypes[T],
  tag?: TagChange,
): Promise<void> {
  await transact(u, [table], (tx) => tx.put(table, record, tag));
}

/** Puts many: sealed with WebCrypto first, then written in one transaction. @param tag the same for all of them. */
export async function putRecords<T extends RecordTable>(
  u: Unlocked,
  table: T,
  records: readonly RecordTypes[T][],
  tag?: TagChange,
): Promise<void> {
  await withFreshKeys(u, async () => {
    const version = sealingVersion(u, await readHeader());
    const rows = await sealRows(u, version, table, records);
    const sealed = records.flatMap((record, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ record, row }];
    });
    await writing(u, [table], async (inside) => {
      // A re-encryption ended while we sealed: what lies ready is under a key that is gone. Seal again.
      if (!inside.listed.includes(version)) throw new UnknownKey();
      await inside.put(table, sealed, tag);
    });
  });
}

/** Removes it if it is there; needs no key, as what is searched would: that goes by `transact`. */
export async function removeRecord(table: Exclude<RecordTable, IndexedTable>, id: string): Promise<void> {
  await stored(() => database.sealed(table).delete(id));
}

async function openAll<T extends RecordTable>(u: Unlocked, table: T, rows: SealedRow[]): Promise<Listing<T>> {
  await ensureKeys(u, rows);
  return openRows(u, table, rows);
}

/** A row under a key we have not heard of may be sound: a re-encryption may have begun after `u` was handed out. */
async function ensureKeys(u: Unlocked, rows: readonly SealedRow[]): Promise<void> {
  if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
}
