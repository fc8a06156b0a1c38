// Deleting an address for good: at its provider first, here only when that is done, with the messages we kept of it.
// Leans on the vault and lib/providers.
import { AppError } from '../error.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';
import { recordsWith } from './site-tags.ts';

/** Errors: `not-found`; those of the provider, and then nothing is removed here. */
export async function removeAddress(u: Unlocked, id: string, signal?: AbortSignal): Promise<void> {
  const address = await getRecord(u, 'address', id);
  if (!address) throw new AppError('not-found', { what: 'address' });
  if (address.remoteId !== null) {
    const { provider } = await openAccount(u, address.accountId);
    await provider.identities?.remove(address.remoteId, signal);
  }
  const theirs = await recordsWith(u, 'message', `inbox:${id}`);
  await transact(u, ['address', 'message'], async (tx) => {
    await tx.remove('address', id);
    for (const message of theirs) await tx.remove('message', message.id);
  });
}
