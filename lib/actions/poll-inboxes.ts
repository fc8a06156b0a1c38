// Asking the inboxes of a wait by turns, one list a turn, so that a minute of it stays within what a key may ask. Leans on the
// vault and lib/providers; the folder that the page speaks of is asked most often.
import { GRACE } from '../codes/match.ts';
import { AppError } from '../error.ts';
import type { Address, Channel, MessageSummary } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { channelsOf, pullChannel } from './pull-inbox.ts';
import type { CodeWait } from './read-letter.ts';
import { serviceAhead } from './service-clock.ts';
import { addressesOn } from './site-addresses.ts';
import { storeMessages } from './store-messages.ts';

export interface Inbox {
  address: Address;
  provider: Provider;
}

interface Folder extends Inbox {
  channel: Channel;
}

/** Addresses a wait looks at: those of this site used last. */
const MOST_ADDRESSES = 6;
/** Folders it asks: each costs a request of every catching up. */
const MOST_FOLDERS = 8;
/** Messages fetched whole in one turn, newest first: more at once are no answer to one page. */
const MOST_BODIES = 3;
/** A message that could not be fetched is tried once more, and then every so many turns: its service may only have stumbled. */
const TRIES = 2;
const AGAIN = 8;

/** The inboxes of the addresses used on a site: those that may get a code meant for it. */
export async function inboxesOn(u: Unlocked, site: string): Promise<Inbox[]> {
  return inboxesOf(u, (await addressesOn(u, site)).slice(0, MOST_ADDRESSES));
}

/** The inboxes of those addresses that have one. */
export async function inboxesOf(u: Unlocked, addresses: readonly Address[]): Promise<Inbox[]> {
  const providers = new Map((await openAccounts(u)).map(({ account, provider }) => [account.id, provider]));
  return addresses.flatMap((address) => {
    const provider = providers.get(address.accountId);
    return provider?.inbox && address.remoteId !== null ? [{ address, provider }] : [];
  });
}

export interface Poll {
  /** Asks the folder whose turn it is: one request, and one for each new message that the list cut short. */
  next(signal?: AbortSignal): Promise<AppError | null>;
  /** Asks all of them, once: to catch up. @returns the first trouble, or null */
  all(signal?: AbortSignal): Promise<AppError | null>;
}

/** @param by the channel that the page names, asked first; null where it names none */
export function makePoll(u: Unlocked, wait: CodeWait, inboxes: readonly Inbox[], by: Channel | null): Poll {
  const folders = foldersOf(inboxes, by);
  const failed = new Map<string, number>();
  let turn = 0;

  async function ask({ address, channel, provider }: Folder, signal?: AbortSignal): Promise<AppError | null> {
    try {
      const messages = await pullChannel(u, address, channel, provider, signal);
      const skew = await serviceAhead(address.accountId);
      const cut = messages
        .filter((it) => it.bodySize === undefined && isInTime(it, { since: wait.since + skew }))
        .filter(isWorthIt);
      const newest = cut.sort((a, b) => b.receivedAt - a.receivedAt).slice(0, MOST_BODIES);
      for (const message of newest) await fetchWhole({ address, channel, provider }, message, signal);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }
  const isWorthIt = ({ id }: MessageSummary): boolean => (failed.get(id) ?? 0) < TRIES || turn % AGAIN === 0;

  async function fetchWhole(
    { address, channel, provider }: Folder,
    message: MessageSummary,
    signal?: AbortSignal,
  ): Promise<void> {
    const { remoteId } = address;
    if (!provider.inbox || remoteId === null) return;
    try {
      const askedAt = Date.now();
      const whole = await provider.inbox.get({ remoteId, channel }, message.remoteId, signal);
      await storeMessages(u, message, [whole], askedAt);
    } catch (error) {
      if (error instanceof AppError) failed.set(message.id, (failed.get(message.id) ?? 0) + 1);
      throw error;
    }
  }

  return {
    async next(signal) {
      const folder = folders[turnOf(turn, folders.length)];
      turn += 1;
      return folder ? ask(folder, signal) : null;
    },
    async all(signal) {
      let trouble: AppError | null = null;
      for (const folder of folders) trouble ??= await ask(folder, signal);
      return trouble;
    },
  };
}

/** The first folder has every other turn, the others share the rest. */
export function turnOf(turn: number, count: number): number {
  if (count < 2 || turn % 2 === 0) return 0;
  return 1 + (((turn - 1) / 2) % (count - 1));
}

/** Of the address used last first, and of it the channel that the page names. */
function foldersOf(inboxes: readonly Inbox[], by: Channel | null): Folder[] {
  return inboxes
    .flatMap((inbox) => {
      const channels = channelsOf(inbox.address);
      const preferred = channels.filter((channel) => channel === by);
      const others = channels.filter((channel) => channel !== by);
      return [...preferred, ...others].map((channel) => ({ ...inbox, channel }));
    })
    .slice(0, MOST_FOLDERS);
}

/** Whether a message may be what a page waits for, by its time (of the same clock) and way alone. */
export function isInTime(message: MessageSummary, wait: Pick<CodeWait, 'since'>): boolean {
  return message.direction === 'inbound' && message.receivedAt >= wait.since - GRACE;
}
