// Searching mail at the provider, which knows what was never fetched here: one identity, or some of them. What is found is kept like
// any other message. Leans on the vault and lib/providers; what is kept already is searched without them.
import type { MailSearch } from '../providers/inbox-slot.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { type FanOut, overIdentities } from './over-identities.ts';
import { storeMessages } from './store-messages.ts';

export interface Found extends FanOut {
  found: number;
}

/** Messages of one search in one inbox. */
const MOST = 50;

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
  const able = ({ accountId }: { accountId: string }): boolean => inboxes.has(accountId);
  let found = 0;
  const outcome = await overIdentities(
    u,
    addressId,
    async ({ id, accountId, remoteId }) => {
      const inbox = inboxes.get(accountId);
      if (!inbox || remoteId === null) return;
      const askedAt = Date.now();
      const { items } = await inbox.search(remoteId, { limit: MOST, ...search }, signal);
      found += (await storeMessages(u, { accountId, addressId: id }, items, askedAt)).length;
    },
    { able },
  );
  if (outcome.trouble?.code === 'rejected') throw outcome.trouble;
  return { ...outcome, found };
}
