// Forgetting an account: its key, its addresses, their messages and what waited to be sent leave this device; nothing is
// deleted at the service. Leans on the vault, a batch at a time: an account may have a hundred thousand addresses.
import { cancelRun } from '../sync/runs.ts';
import { walkRecords } from '../vault/bulk.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { destinationsId } from './known-destinations.ts';

/** Tables whose records belong to an account. */
const THEIRS = [
  'address',
  'message',
  'folder',
  'outbox',
  'progress',
  'listed',
  'card',
  'check',
  'held',
  'hook',
] as const;

export async function removeAccount(u: Unlocked, id: string): Promise<void> {
  // First the account: whatever still reads its list then has nothing to store it under.
  await transact(u, ['account', 'draft'], async (tx) => {
    await tx.remove('account', id);
    await tx.remove('draft', destinationsId(id));
  });
  cancelRun(id);
  for (const table of THEIRS) {
    for await (const records of walkRecords(u, table)) {
      const theirs = records.filter(({ accountId }) => accountId === id);
      if (theirs.length === 0) continue;
      await transact(u, [table], async (tx) => {
        for (const record of theirs) await tx.remove(table, record.id);
      });
    }
  }
}
