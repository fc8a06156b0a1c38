// Merging what a provider says of messages into the sealed ones: a summary never takes away a body we have, and what only we know (a
// code was used) survives. Leans on the vault. A kept message that does not open is replaced: the service has it whole.
import { AppError } from '../error.ts';
import type { MessageSummary } from '../model.ts';
import type { RemoteMessage } from '../providers/inbox-slot.ts';
import { recordId } from '../vault/ids.ts';
import { searchIndex } from '../vault/read-index.ts';
import { sizeOf } from '../vault/split-bodies.ts';
import { type RecordTransaction, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

export interface Inbox {
  accountId: string;
  addressId: string;
}

/** Messages a transaction: sealing is done at once there, and nobody should wait long for the database. */
const BATCH = 50;

/** Stores messages of one identity; @returns them as they stand now, in the order given. */
export async function storeMessages(
  u: Unlocked,
  inbox: Inbox,
  remote: readonly RemoteMessage[],
): Promise<MessageSummary[]> {
  if (remote.length === 0) return [];
  // Until the index was opened once, an older version's bodies may lie elsewhere.
  await searchIndex(u, 'message').ready;
  const stored: MessageSummary[] = [];
  for (let at = 0; at < remote.length; at += BATCH) {
    const batch = remote.slice(at, at + BATCH);
    stored.push(
      ...(await transact(u, ['message', 'body'], async (tx) => {
        const merged: MessageSummary[] = [];
        for (const item of batch) merged.push(await merge(tx, messageId(u, inbox, item), inbox, item));
        return merged;
      })),
    );
  }
  return stored;
}

/** @returns the id under which a service's message is kept. */
export function messageId(
  u: Unlocked,
  { accountId, addressId }: Inbox,
  { channel, remoteId }: Pick<RemoteMessage, 'channel' | 'remoteId'>,
): string {
  return recordId(u, accountId, addressId, channel, remoteId);
}

async function merge(
  tx: RecordTransaction<'message' | 'body'>,
  id: string,
  { accountId, addressId }: Inbox,
  { body, ...facts }: RemoteMessage,
): Promise<MessageSummary> {
  const known = await tx.get('message', id).catch(nullIfDamaged);
  const bodySize = body === null ? known?.bodySize : sizeOf(body);
  const message: MessageSummary = {
    ...facts,
    id,
    accountId,
    addressId,
    // A whole message comes without the snippet that its summary had (contract §4).
    snippet: facts.snippet || (known?.snippet ?? ''),
    read: facts.read || (known?.usedAt ?? null) !== null,
    usedAt: known?.usedAt ?? null,
    ...(bodySize === undefined ? {} : { bodySize }),
  };
  // Lists bring a text message whole every time; a mail comes whole only where somebody asked for it.
  const again = facts.channel === 'sms' && known?.bodySize === bodySize;
  if (body !== null && !again) await tx.put('body', { id, ...body });
  if (!known || JSON.stringify(known) !== JSON.stringify(message)) await tx.put('message', message, null);
  return message;
}

function nullIfDamaged(error: unknown): null {
  if (error instanceof AppError && error.code === 'corrupt') return null;
  throw error;
}
