// Listening while a page waits: a live line to each account that has one, for the addresses used on the page's site. What is told is
// stored like what is fetched; where there is no line, or it is lost, whoever waits asks by turns. Leans on the providers' events.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import type { EventState, RemoteEvent } from '../providers/event-slot.ts';
import type { Provider } from '../providers/provider.ts';
import type { Unlocked } from '../vault/vault.ts';
import { type CodeWait, type Inbox, inboxesOn, pollCodes } from './find-codes.ts';
import { storeMessages } from './store-messages.ts';

export interface Hearing {
  /** Whether every inbox of the wait is heard, and what came before that was fetched. */
  isComplete(): boolean;
  /**
   * Waits until something came, the line was lost, or so many milliseconds passed.
   * @returns whether anything came since the last call; at once if it already had
   */
  news(most: number): Promise<boolean>;
  end(): void;
}

/**
 * Begins to listen; returns at once and never throws. The signal of its end is `end`.
 * @param onTrouble what went wrong with storing: the next turn of asking will show it anyway
 */
export async function hearInboxes(
  u: Unlocked,
  wait: CodeWait,
  onTrouble: (error: unknown) => void,
): Promise<Hearing> {
  const ending = new AbortController();
  let heard = false;
  let wake: () => void = () => undefined;
  const lines = linesOf(await inboxesOn(u, wait.site)).map((line) => openLine(line, ending.signal));

  function openLine({ provider, addresses }: Line, signal: AbortSignal): { caughtUp: boolean } {
    const line = { caughtUp: false };
    const byRemote = new Map(addresses.map((address) => [address.remoteId ?? '', address]));
    const tell = () => {
      heard = true;
      wake();
    };
    const onState = (state: EventState) => {
      line.caughtUp = false;
      if (state.kind !== 'listening') return wake();
      // What came before the line stood is fetched once, and told if it is news: by those who look at what is kept.
      pollCodes(u, wait, signal)
        .then((trouble) => {
          line.caughtUp = trouble === null && !signal.aborted;
          tell();
        })
        .catch(onTrouble);
    };
    const onEvent = (event: RemoteEvent) => {
      keep(u, provider, byRemote, event, signal).then((kept) => kept && tell(), onTrouble);
    };
    provider.events?.listen([...byRemote.keys()], { onState, onEvent, urgent: true }, signal);
    return line;
  }

  return {
    isComplete: () => lines.length > 0 && lines.every(({ caughtUp }) => caughtUp),
    news: (most) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, heard ? 0 : most);
        wake = done;
        function done() {
          clearTimeout(timer);
          wake = () => undefined;
          const came = heard;
          heard = false;
          resolve(came);
        }
      }),
    end: () => {
      ending.abort();
      wake();
    },
  };
}

interface Line {
  provider: Provider;
  addresses: Address[];
}

/** One an account; none at all where one of them has no line: that one would have to be asked by turns anyway. */
function linesOf(inboxes: readonly Inbox[]): Line[] {
  const byAccount = new Map<string, Line>();
  for (const { address, provider } of inboxes) {
    if (!provider.events) return [];
    const line = byAccount.get(address.accountId) ?? { provider, addresses: [] };
    line.addresses.push(address);
    byAccount.set(address.accountId, line);
  }
  return [...byAccount.values()];
}

/** Stores a new message; fetched whole where the event does not hold it so. @returns whether there was one */
async function keep(
  u: Unlocked,
  { inbox }: Provider,
  byRemote: ReadonlyMap<string, Address>,
  event: RemoteEvent,
  signal: AbortSignal,
): Promise<boolean> {
  if (event.kind !== 'message' || event.change !== 'new' || !inbox) return false;
  const address = byRemote.get(event.identityId);
  if (!address) return false;
  const { channel, identityId, messageId } = event;
  const whole =
    event.message?.body != null
      ? event.message
      : await inbox.get({ remoteId: identityId, channel }, messageId, signal).catch((error: unknown) => {
          // Gone again, or out of reach: the next turn of asking tells.
          if (error instanceof AppError) return null;
          throw error;
        });
  if (whole === null) return false;
  await storeMessages(u, { accountId: address.accountId, addressId: address.id }, [whole]);
  return true;
}
