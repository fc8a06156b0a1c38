// Merging what a provider says of messages into the sealed ones: a summary never overwrites a body we have, and what only
// we know (a code was used) survives. Leans on the vault.
import type { Message } from '../model.ts';
import type { RemoteMessage } from '../providers/inbox-slot.ts';
import { recordId } from '../vault/ids.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { tagOf } from './site-tags.ts';

export interface Inbox {
  accountId: string;
  addressId: string;
}

/** Stores messages of one identity; @returns them as they stand now, in the order given. */
export async function storeMessages(
  u: Unlocked,
  inbox: Inbox,
  remote: readonly RemoteMessage[],
): Promise<Message[]> {
  const [first] = remote;
  if (first === undefined) return [];
  const tag = await tagOf('message', newMessage(u, inbox, first));
  return transact(u, ['message'], async (tx) => {
    const merged: Message[] = [];
    for (const item of remote) {
      const blank = newMessage(u, inbox, item);
      const known = await tx.get('message', blank.id);
      const message: Message = {
        ...blank,
        // A whole message comes without the snippet that its summary had (contract §4).
        snippet: item.snippet || (known?.snippet ?? ''),
        body: item.body ?? known?.body ?? null,
        read: item.read || (known?.usedAt ?? null) !== null,
        usedAt: known?.usedAt ?? null,
      };
      if (!known || JSON.stringify(known) !== JSON.stringify(message)) await tx.put('message', message, tag);
      merged.push(message);
    }
    return merged;
  });
}

function newMessage(u: Unlocked, { accountId, addressId }: Inbox, item: RemoteMessage): Message {
  const id = recordId(u, accountId, addressId, item.channel, item.remoteId);
  return { ...item, id, accountId, addressId, usedAt: null };
}
