// Servers that the user says are no strangers, beside Kayle's own and those of connected accounts. Leans on the vault; knowing a server
// means only that it may be asked what a check asks for, never that it can be trusted.
import type { KnownVerifier } from '../../asked.ts';
import { listRecords, putRecord, recordId, removeRecord } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';

/** By host. */
export async function listVerifiers(u: Unlocked): Promise<KnownVerifier[]> {
  const { records } = await listRecords(u, 'verifier');
  return records.sort((a, b) => a.host.localeCompare(b.host));
}

/** @param host with its port, as the URL parser writes it */
export async function knowVerifier(u: Unlocked, host: string, now: number): Promise<void> {
  await putRecord(u, 'verifier', { id: recordId(u, 'verifier', host), host, addedAt: now });
}

export async function forgetVerifier(id: string): Promise<void> {
  await removeRecord('verifier', id);
}
