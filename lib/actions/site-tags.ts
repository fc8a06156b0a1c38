// Looking records up by blind tag where the user allows tags, by opening all of them where not; and turning tags on or off.
// Leans on the vault and the settings; one place, so that no caller can forget the setting.
import { readSettings } from '../settings.ts';
import { listRecords, listTagged } from '../vault/records.ts';
import type { RecordTable, RecordTypes } from '../vault/shapes.ts';
import { forgetTags, siteTag } from '../vault/tags.ts';
import { type TagChange, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

/** The tables that are looked up by something, and by what. */
const KEYS: { [T in 'address' | 'mute' | 'rule']: (record: RecordTypes[T]) => string | null } = {
  address: ({ site }) => site,
  mute: ({ site }) => site,
  rule: ({ site }) => site,
};
type Tagged = keyof typeof KEYS & RecordTable;

/** @returns the tag to store beside a record: null where it has no key or tags are off. Not for inside a transaction. */
export async function tagOf<T extends Tagged>(table: T, record: RecordTypes[T]): Promise<TagChange> {
  const key = KEYS[table](record);
  return key !== null && (await readSettings()).blindTags ? siteTag(key) : null;
}

/** The records of a table whose key is `key`, a site. Damaged ones are left out. */
export async function recordsWith<T extends Tagged>(
  u: Unlocked,
  table: T,
  key: string,
): Promise<RecordTypes[T][]> {
  const { records } = (await readSettings()).blindTags
    ? await listTagged(u, table, await siteTag(key))
    : await listRecords(u, table);
  return records.filter((record) => KEYS[table](record) === key);
}

/** After the setting was changed: takes every tag away, or gives every record its own again. */
export async function applyTags(u: Unlocked, on: boolean): Promise<void> {
  if (!on) return forgetTags();
  await retag(u, 'address');
  await retag(u, 'mute');
  await retag(u, 'rule');
}

async function retag<T extends Tagged>(u: Unlocked, table: T): Promise<void> {
  const groups = new Map<string, RecordTypes[T][]>();
  for (const record of (await listRecords(u, table)).records) {
    const key = KEYS[table](record);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  for (const [key, records] of groups) {
    const tag = await siteTag(key);
    await transact(u, [table], async (tx) => {
      for (const record of records) await tx.put(table, record, tag);
    });
  }
}
