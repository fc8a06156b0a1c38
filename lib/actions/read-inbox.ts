// One message: read whole, marked at its service, noted as used. Leans on the vault and lib/providers; opening a message here marks
// nothing by itself.
import { AppError } from '../error.ts';
import type { Message, MessageSummary } from '../model.ts';
import { searchIndex } from '../vault/read-index.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { keptMessage } from './kept-messages.ts';
import { openMessage } from './open-message.ts';
import { storeMessages } from './store-messages.ts';

/** A message with its body, fetched if only its summary was kept. Errors: `not-found`; those of the provider. */
export async function readMessage(u: Unlocked, id: string, signal?: AbortSignal): Promise<Message> {
  const kept = await keptMessage(u, id);
  if (!kept) throw new AppError('not-found', { what: 'message' });
  if (kept.body !== null) return kept;
  const { folder, inbox } = await openMessage(u, id);
  const whole = await inbox.get(folder, kept.remoteId, signal);
  const [stored] = await storeMessages(u, kept, [whole]);
  return { ...kept, ...stored, body: whole.body };
}

/** Marks at the provider, then here. Idempotent. */
export async function markMessage(
  u: Unlocked,
  id: string,
  read: boolean,
  signal?: AbortSignal,
): Promise<MessageSummary> {
  const { message, folder, inbox } = await openMessage(u, id);
  await inbox.markRead(folder, message.remoteId, read, signal);
  return changeMessage(u, id, { read });
}

/** Notes that a code of this message was filled. */
export async function noteCodeUse(u: Unlocked, id: string, now: number): Promise<MessageSummary> {
  return changeMessage(u, id, { usedAt: now, read: true });
}

async function changeMessage(
  u: Unlocked,
  id: string,
  change: Partial<MessageSummary>,
): Promise<MessageSummary> {
  await searchIndex(u, 'message').ready;
  return transact(u, ['message'], async (tx) => {
    const current = await tx.get('message', id);
    if (!current) throw new AppError('not-found', { what: 'message' });
    const next = { ...current, ...change };
    await tx.put('message', next);
    return next;
  });
}
