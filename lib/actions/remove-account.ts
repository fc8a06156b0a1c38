// Forgetting an account: its key, its addresses and their messages leave this device; nothing is deleted at the service.
// Leans on the vault.
import { listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { destinationsId } from './known-destinations.ts';

export async function removeAccount(u: Unlocked, id: string): Promise<void> {
  const [addresses, messages] = await Promise.all([listRecords(u, 'address'), listRecords(u, 'message')]);
  await transact(u, ['account', 'address', 'message', 'draft'], async (tx) => {
    await tx.remove('account', id);
    await tx.remove('draft', destinationsId(id));
    for (const it of addresses.records) if (it.accountId === id) await tx.remove('address', it.id);
    for (const it of messages.records) if (it.accountId === id) await tx.remove('message', it.id);
  });
}
