// Deleting a message for good: at the provider first, here only when that is done. Leans on the vault and lib/providers.
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { noteGone } from './gone.ts';
import { openMessage } from './open-message.ts';
import { folderId } from './pull-inbox.ts';

/** Errors: `not-found`, `no-account`; those of the provider, and then nothing is removed here. */
export async function removeMessage(u: Unlocked, id: string, signal?: AbortSignal): Promise<void> {
  const { message, folder, inbox } = await openMessage(u, id);
  await inbox.remove(folder, message.remoteId, signal);
  noteGone(id, Date.now());
  const listing = folderId(u, message.addressId, message.channel);
  await transact(u, ['message', 'folder'], async (tx) => {
    await tx.remove('message', id);
    // The service's list is one shorter, and goes on one earlier.
    const state = await tx.get('folder', listing);
    if (state?.next) await tx.put('folder', { ...state, next: state.next - 1 });
  });
}
