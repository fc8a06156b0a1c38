// Listening while the inbox is on the screen: to one identity, or to those used last. Leans on hear-inbox.ts; there is no asking by turns,
// since the screen fetches when it is opened and when it is told to.
import type { Address } from '../model.ts';
import type { Unlocked } from '../vault/vault.ts';
import { type Hearing, hearInboxes } from './hear-inbox.ts';
import { inboxesOf, type Poll } from './poll-inboxes.ts';
import { type Pulled, pullInbox } from './pull-inbox.ts';
import { listAddresses } from './search-addresses.ts';

/** Identities on the lines: each is a topic at every join. */
const MOST = 50;

const lastUsed = ({ usedAt, createdAt }: Address): number => usedAt ?? createdAt;

export interface Watch extends Hearing {
  /**
   * The newest messages for the screen. Asked once the line stands, where one is on its way: a list asked before it would leave a
   * gap, and what came in it would be told by neither. The line's own catching up is that list, so it costs no more requests.
   */
  pull(): Promise<Pulled>;
}

/** Milliseconds that the list waits for the line. */
const PATIENCE = 1500;

/** @param addressId null for all; @returns null where none of them has a line */
export async function watchInbox(
  u: Unlocked,
  addressId: string | null,
  onTrouble: (error: unknown) => void,
): Promise<Watch | null> {
  const { addresses } = await listAddresses(u, 'identity');
  const shown = addresses
    .filter(({ id }) => addressId === null || id === addressId)
    .sort((a, b) => lastUsed(b) - lastUsed(a))
    .slice(0, MOST);
  const inboxes = (await inboxesOf(u, shown)).filter(({ provider }) => provider.events !== undefined);
  if (inboxes.length === 0) return null;
  let begun = 0;
  let newest: Promise<Pulled> | null = null;
  const pullNow = (signal?: AbortSignal): Promise<Pulled> => {
    begun += 1;
    newest = pullInbox(u, addressId, signal);
    return newest;
  };
  const poll: Poll = {
    next: async () => null,
    all: async (signal) => (await pullNow(signal)).trouble,
  };
  const hearing = hearInboxes(u, inboxes, poll, onTrouble);
  return {
    ...hearing,
    async pull() {
      const before = begun;
      if (hearing.isOpening()) await within(hearing.opened, PATIENCE);
      // A list that the line began meanwhile is as new as one of our own.
      return newest !== null && begun > before ? newest : pullNow();
    },
  };
}

/** Waits for it, or so many milliseconds. */
function within(wanted: Promise<unknown>, most: number): Promise<unknown> {
  return Promise.race([wanted, new Promise((resolve) => setTimeout(resolve, most))]);
}
