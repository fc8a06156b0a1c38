// Deleting an address for good: at its provider first, here only when that is done, with the messages we kept of it and what
// waited to be sent. Leans on the vault and lib/providers.
import { AppError } from '../error.ts';
import { inTurn } from '../providers/turns.ts';
import { turnOf } from '../sync/link.ts';
import { dropQueued } from '../sync/outbox.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { messageIds } from './kept-messages.ts';
import { deedIds } from './once-only.ts';
import { openAccount } from './open-account.ts';
import { folderId } from './pull-inbox.ts';

/** Errors: `not-found`; those of the provider, and then nothing is removed here. */
export async function removeAddress(u: Unlocked, id: string, signal?: AbortSignal): Promise<void> {
  const address = await getRecord(u, 'address', id);
  if (!address) throw new AppError('not-found', { what: 'address' });
  const { remoteId, accountId } = address;
  if (remoteId === null) return forget(u, id);
  const link = await openAccount(u, accountId).catch(accountGone);
  // Nobody is left to be asked.
  if (link === null) return forget(u, id);
  const { provider, account } = link;
  // In the account's turn: a page of its list that was read before must not bring the address back.
  await inTurn(turnOf(account), async () => {
    await provider.identities?.remove(remoteId, signal);
    await provider.aliases?.remove?.(remoteId, signal);
    await forget(u, id);
  });
}

function accountGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'no-account') return null;
  throw error;
}

async function forget(u: Unlocked, id: string): Promise<void> {
  const theirs = await messageIds(u, { addressId: id });
  await transact(u, ['address', 'message', 'folder', 'outbox', 'card', 'held', 'draft'], async (tx) => {
    await tx.remove('address', id);
    for (const card of (await tx.list('card')).records) {
      if (card.addressId === id) await tx.remove('card', card.id);
    }
    for (const held of (await tx.list('held')).records) {
      if (held.addressId === id) await tx.remove('held', held.id);
    }
    for (const note of deedIds(id)) await tx.remove('draft', note);
    await dropQueued(u, tx, id);
    for (const message of theirs) await tx.remove('message', message);
    for (const channel of ['email', 'sms'] as const) await tx.remove('folder', folderId(u, id, channel));
  });
  // Stored between the look and the removal; from now on nothing is (store-messages.ts).
  const late = await messageIds(u, { addressId: id });
  if (late.length === 0) return;
  await transact(u, ['message'], async (tx) => {
    for (const message of late) await tx.remove('message', message);
  });
}
