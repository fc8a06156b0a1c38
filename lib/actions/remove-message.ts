// Deleting a message for good: at the provider first, here only when that is done. Leans on the vault and lib/providers.
import { removeRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openMessage } from './open-message.ts';

/** Errors: `not-found`, `no-account`; those of the provider, and then nothing is removed here. */
export async function removeMessage(u: Unlocked, id: string, signal?: AbortSignal): Promise<void> {
  const { message, folder, inbox } = await openMessage(u, id);
  await inbox.remove(folder, message.remoteId, signal);
  await removeRecord('message', id);
}
