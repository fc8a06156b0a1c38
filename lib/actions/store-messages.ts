// Merging what a provider says of messages into the sealed ones: a summary never takes away a body we have, and what only we know (a
// code was used, a mark, a deletion) survives an answer that was under way meanwhile. Leans on the vault. A kept message that does not
// open is replaced: the service has it whole.
import { AppError } from '../error.ts';
import type { MessageSummary } from '../model.ts';
import type { RemoteMessage } from '../providers/inbox-slot.ts';
import { recordId } from '../vault/ids.ts';
import { searchIndex } from '../vault/read-index.ts';
import { sizeOf } from '../vault/split-bodies.ts';
import { type RecordTransaction, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { isGoneSince } from './gone.ts';

export interface Inbox {
  accountId: string;
  addressId: string;
}

/** Messages a transaction: sealing is done at once there, and nobody should wait long for the database. */
const BATCH = 50;

/**
 * Stores messages of one identity; of one that was deleted meanwhile, none.
 * @param askedAt when the provider was asked for them, epoch milliseconds: what happened here since is news to its answer
 * @returns them as they stand now, in the order given
 */
export async function storeMessages(
  u: Unlocked,
  inbox: Inbox,
  remote: readonly RemoteMessage[],
  askedAt: number,
): Promise<MessageSummary[]> {
  if (remote.length === 0) return [];
  // Until the index was opened once, an older version's bodies may lie elsewhere.
  await searchIndex(u, 'message').ready;
  const stored: MessageSummary[] = [];
  for (let at = 0; at < remote.length; at += BATCH) {
    const batch = remote.slice(at, at + BATCH);
    stored.push(
      ...(await transact(u, ['message', 'body', 'address'], async (tx) => {
        const merged: MessageSummary[] = [];
        if (!(await isThere(tx, inbox.addressId))) return merged;
        for (const item of batch) {
          const id = messageId(u, inbox, item);
          if (!isGoneSince(id, askedAt)) merged.push(await merge(tx, id, inbox, item, askedAt));
        }
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

/** Whether the address is kept: one that does not open is. */
const isThere = async (tx: RecordTransaction<'address'>, id: string): Promise<boolean> =>
  tx.get('address', id).then(
    (address) => address !== null,
    (error: unknown) => {
      nullIfDamaged(error);
      return true;
    },
  );

async function merge(
  tx: RecordTransaction<'message' | 'body'>,
  id: string,
  { accountId, addressId }: Inbox,
  { body, ...facts }: RemoteMessage,
  askedAt: number,
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
    ...readOf(known, facts.read, askedAt),
    usedAt: known?.usedAt ?? null,
    ...(bodySize === undefined ? {} : { bodySize }),
  };
  // Lists bring a text message whole every time; a mail comes whole only where somebody asked for it.
  const again = facts.channel === 'sms' && known?.bodySize === bodySize;
  if (body !== null && !again) await tx.put('body', { id, ...body });
  if (!known || JSON.stringify(known) !== JSON.stringify(message)) await tx.put('message', message, null);
  return message;
}

/** Our own mark stands until the service was told, and against lists that were asked for before it was. */
function readOf(
  known: MessageSummary | null,
  read: boolean,
  askedAt: number,
): Pick<MessageSummary, 'read' | 'mark'> {
  if (!known?.mark) return { read };
  const { mark } = known;
  if (mark.to === 'tell' && read === known.read) return { read };
  const stands = mark.to !== 'told' || mark.at >= askedAt;
  return stands ? { read: known.read, mark } : { read };
}

function nullIfDamaged(error: unknown): null {
  if (error instanceof AppError && error.code === 'corrupt') return null;
  throw error;
}
