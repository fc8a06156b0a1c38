// The key of record ids: a sealed record like any other, so that it stays the same under a new vault key. Leans on the codec.
// Damaged, it does not keep the vault shut: only new ids cannot be made.
import { type Bytes, fromBase64, randomBytes, toBase64 } from '../crypto/bytes.ts';
import { database } from '../store/database.ts';
import type { SealedRow } from '../store/rows.ts';
import { openRow, sealRow } from './codec.ts';
import { stored } from './translate.ts';
import type { Unlocked } from './unlocked.ts';

const ID = 'id-key';

export function freshIdKey(): Bytes {
  return randomBytes(32);
}

export function sealIdKey(u: Unlocked, keyVersion: number, idKey: Bytes): SealedRow {
  return sealRow(u, keyVersion, 'secret', { id: ID, value: toBase64(idKey) });
}

/** @returns null if the record is missing or damaged. */
export async function openIdKey(u: Unlocked): Promise<Bytes | null> {
  const row = await stored(() => database.sealed('secret').get(ID));
  const record = row === undefined ? null : openRow(u, 'secret', row);
  return record === null ? null : fromBase64(record.value);
}
