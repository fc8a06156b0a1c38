// Listening while the inbox is on the screen: to one identity, or to those used last. Leans on hear-inbox.ts; there is no asking by turns,
// since the screen fetches when it is opened and when it is told to.
import type { Address } from '../model.ts';
import type { Unlocked } from '../vault/vault.ts';
import { type Hearing, hearInboxes } from './hear-inbox.ts';
import { inboxesOf, type Poll } from './poll-inboxes.ts';
import { pullInbox } from './pull-inbox.ts';
import { listAddresses } from './search-addresses.ts';

/** Identities on the lines: each is a topic at every join. */
const MOST = 50;

const lastUsed = ({ usedAt, createdAt }: Address): number => usedAt ?? createdAt;

/** @param addressId null for all; @returns null where none of them has a line */
export async function watchInbox(
  u: Unlocked,
  addressId: string | null,
  onTrouble: (error: unknown) => void,
): Promise<Hearing | null> {
  const { addresses } = await listAddresses(u, 'identity');
  const shown = addresses
    .filter(({ id }) => addressId === null || id === addressId)
    .sort((a, b) => lastUsed(b) - lastUsed(a))
    .slice(0, MOST);
  const inboxes = (await inboxesOf(u, shown)).filter(({ provider }) => provider.events !== undefined);
  return inboxes.length === 0 ? null : hearInboxes(u, inboxes, catchingUp(u, addressId), onTrouble);
}

/** Of all identities the screen has fetched just now: only what a later join may have missed is worth a dozen requests. */
function catchingUp(u: Unlocked, addressId: string | null): Poll {
  let joined = addressId !== null;
  return {
    next: async () => null,
    async all(signal) {
      const again = joined;
      joined = true;
      return again ? (await pullInbox(u, addressId, signal)).trouble : null;
    },
  };
}
