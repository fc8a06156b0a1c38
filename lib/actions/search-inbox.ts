// Searching mail at the provider, which knows what was never fetched here: one identity, or the ones used last. What is found
// is kept like any other message. Leans on the vault and lib/providers; what is kept already is searched without them.
import { AppError } from '../error.ts';
import type { Message } from '../model.ts';
import type { MailSearch } from '../providers/inbox-slot.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { storeMessages } from './store-messages.ts';

/** Identities asked in one search over all of them: each costs one request of the key's minute. */
const FAN_OUT = 12;

export interface Found {
  /** Newest first. */
  messages: Message[];
  /** Identities that were asked, of so many that could be. */
  asked: number;
  of: number;
  /** The first trouble; the others were still asked where that made sense. */
  trouble: AppError | null;
}

/** Errors: `rejected`, field `query`, when nothing is looked for. */
export async function searchInbox(
  u: Unlocked,
  addressId: string | null,
  search: MailSearch,
  signal?: AbortSignal,
): Promise<Found> {
  const inboxes = new Map(
    (await openAccounts(u)).flatMap(({ account, provider }) =>
      provider.inbox ? [[account.id, provider.inbox] as const] : [],
    ),
  );
  const { records } = await listRecords(u, 'address');
  const able = records
    .filter((it) => it.remoteId !== null && inboxes.has(it.accountId))
    .filter((it) => addressId === null || it.id === addressId)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt));
  const chosen = able.slice(0, FAN_OUT);
  const messages: Message[] = [];
  let asked = 0;
  let trouble: AppError | null = null;
  for (const { id, accountId, remoteId } of chosen) {
    const inbox = inboxes.get(accountId);
    if (!inbox || remoteId === null) continue;
    try {
      const { items } = await inbox.search(remoteId, search, signal);
      messages.push(...(await storeMessages(u, { accountId, addressId: id }, items)));
      asked += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'rejected') throw error;
      trouble ??= error;
      if (error.code !== 'not-found') break;
    }
  }
  return { messages: messages.sort((a, b) => b.receivedAt - a.receivedAt), asked, of: able.length, trouble };
}
