// Many records at once: read by their ids, changed in one transaction though sealed outside of it, or walked through in
// batches of bounded size. Leans on the codec's WebCrypto side for the bulk and on its synchronous one for what somebody else
// changed in between. Writes nothing that was not read a moment before.
import { database, sealedIn } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { openRows, sealingVersion, sealRows, UnknownKey } from './codec.ts';
import { readHeader } from './header.ts';
import { refreshKeys } from './session.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';
import { type RecordTransaction, recordsIn, withFreshKeys } from './transaction.ts';
import { stored } from './translate.ts';
import { hasKey, type Unlocked } from './unlocked.ts';
import { writing } from './writing.ts';

/** Those that are there and open; damaged ones are left out. In no order. */
export async function getRecords<T extends RecordTable>(
  u: Unlocked,
  table: T,
  ids: readonly string[],
): Promise<RecordTypes[T][]> {
  return (await openRowsOf(u, table, await rowsOf(table, ids))).records;
}

export interface Change<T extends RecordTable, K extends RecordTable> {
  /**
   * The new record, or null to leave what is there. Called once or twice for an id, so it must have no other effects; for
   * ids whose row does not open it is not called at all.
   */
  change: (record: RecordTypes[T] | null, id: string) => RecordTypes[T] | null;
  /** What else belongs to it: in the same transaction, before the records are written. May throw to undo it all. */
  also?: { tables: readonly K[]; work: (tx: RecordTransaction<K>) => Promise<void> };
}

/**
 * Changes the records of these ids as one: opened and sealed by WebCrypto outside, written in a transaction in which a row that
 * was changed meanwhile is read and changed anew.
 * @returns the ids that were written, with what stood there before
 * @throws AppError as `transact`
 */
export async function changeRecords<T extends RecordTable, K extends RecordTable>(
  u: Unlocked,
  table: T,
  ids: readonly string[],
  { change, also }: Change<T, K>,
): Promise<{ id: string; before: RecordTypes[T] | null }[]> {
  return withFreshKeys(u, async () => {
    const rows = await rowsOf(table, ids);
    const { records, damaged } = await openRowsOf(u, table, rows);
    const opened = new Map(records.map((record) => [record.id, record]));
    const wanted = ids.flatMap((id) => {
      if (damaged.includes(id)) return [];
      const before = opened.get(id) ?? null;
      const next = change(before, id);
      return next === null || next === before ? [] : [{ id, before, next }];
    });
    const version = sealingVersion(u, await readHeader());
    const boxes = await sealRows(
      u,
      version,
      table,
      wanted.map(({ next }) => next),
    );
    const sealed = new Map(boxes.map((row) => [row.id, row]));
    const read = new Map(rows.map((row) => [row.id, row]));
    return writing(u, [table, ...(also?.tables ?? [])], async (inside) => {
      // A re-encryption ended while we sealed: what lies ready is under a key that is gone. Seal again.
      if (!inside.listed.includes(version)) throw new UnknownKey();
      if (also) await also.work(recordsIn<K>(u, inside));
      const current = await sealedIn(inside.tx, table).bulkGet([...ids]);
      const late = new Set(ids.filter((id, at) => !sameBox(current[at], read.get(id))));
      const ready = wanted.flatMap(({ id, next }) => {
        const row = sealed.get(id);
        return row === undefined || late.has(id) ? [] : [{ record: next, row }];
      });
      await inside.put(table, ready, undefined);
      const inner = recordsIn<T>(u, inside);
      const written = wanted.filter(({ id }) => !late.has(id));
      const anew: { id: string; before: RecordTypes[T] | null }[] = [];
      for (const id of late) {
        const before = await inner.get(table, id);
        const next = change(before, id);
        if (next === null || next === before) continue;
        await inner.put(table, next);
        anew.push({ id, before });
      }
      return [...written.map(({ id, before }) => ({ id, before })), ...anew];
    });
  });
}

/** Every record of a table, a batch at a time, by id: what is added behind us meanwhile is not seen. */
export async function* walkRecords<T extends RecordTable>(
  u: Unlocked,
  table: T,
  size = 500,
): AsyncGenerator<RecordTypes[T][], void, undefined> {
  for (let last: string | null = null; ; ) {
    const after: string | null = last;
    const rows: SealedRow[] = await stored(() => {
      const all = database.sealed(table);
      return (after === null ? all.orderBy('id') : all.where('id').above(after)).limit(size).toArray();
    });
    const end = rows.at(-1);
    if (end === undefined) return;
    yield (await openRowsOf(u, table, rows)).records;
    last = end.id;
  }
}

/** Ids of every record of a table: without a key, and without opening any. */
export async function idsOf(table: RecordTable): Promise<string[]> {
  return stored(() => database.sealed(table).toCollection().primaryKeys());
}

async function rowsOf(table: RecordTable, ids: readonly string[]): Promise<SealedRow[]> {
  const rows = await stored(() => database.sealed(table).bulkGet([...ids]));
  return rows.filter((row) => row !== undefined);
}

async function openRowsOf<T extends RecordTable>(u: Unlocked, table: T, rows: SealedRow[]) {
  if (rows.some((row) => !hasKey(u, row.keyVersion))) await refreshKeys(u);
  return openRows(u, table, rows);
}

/** Every sealing has a random IV: equal boxes were never written anew. */
function sameBox(a: SealedRow | undefined, b: SealedRow | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.box.length === b.box.length && a.box.every((byte, at) => byte === b.box[at]);
}
