// Listening while a page waits or a screen shows an inbox: a live line to each account that has one, for some identities. What is told is
// stored like what is fetched; where there is no line, or it is lost or floods, whoever waits asks by turns. Leans on the providers' events.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import type { EventState, RemoteEvent } from '../providers/event-slot.ts';
import type { Provider } from '../providers/provider.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Inbox, Poll } from './poll-inboxes.ts';
import { storeMessages } from './store-messages.ts';

export interface Hearing extends Pick<Poll, 'next'> {
  /** Whether every inbox of the wait is heard, and what came before that was fetched. */
  isComplete(): boolean;
  /** Whether a line may still come to stand by itself soon: worth a moment before asking. */
  isOpening(): boolean;
  /** Resolves when each line stands and asks for what came before, or is not coming soon. */
  opened: Promise<unknown>;
  /**
   * Waits until something came, a line was found or lost, or so many milliseconds passed.
   * @returns whether anything came since the last call; at once if it already had
   */
  news(most: number): Promise<boolean>;
  end(): void;
}

/** More new messages than this within the window are no person's mail: the line is hung up, and asking by turns is left. */
const FLOOD = { window: 10_000, messages: 30 };

/** Milliseconds until a line that missed a message looks for it. */
const LOOK_AGAIN = 3000;

/**
 * Begins to listen; returns at once and never throws. The signal of its end is `end`.
 * @param poll asked once after every join for what came before, and by whoever waits where there is no line
 * @param onTrouble what went wrong with storing: the next turn of asking will show it anyway
 */
export function hearInboxes(
  u: Unlocked,
  inboxes: readonly Inbox[],
  poll: Poll,
  onTrouble: (error: unknown) => void,
): Hearing {
  const ending = new AbortController();
  let heard = false;
  let wake: () => void = () => undefined;
  const lines = linesOf(inboxes).map((line) => openLine(line));

  function openLine({ provider, addresses }: Line): LineState {
    const said = Promise.withResolvers<void>();
    const line: LineState = { caughtUp: false, opening: true, opened: said.promise };
    const hangingUp = new AbortController();
    const signal = AbortSignal.any([ending.signal, hangingUp.signal]);
    const byRemote = new Map(addresses.map((address) => [address.remoteId ?? '', address]));
    const intake = makeIntake();
    /** What a request says that was ended with its line is no trouble. */
    const trouble = (error: unknown) => {
      if (!signal.aborted) onTrouble(error);
    };
    const tell = () => {
      heard = true;
      wake();
    };
    /** Looks and changes of the line so far: what was asked for before the last one says nothing of the line now. */
    let looks = 0;
    const onState = (state: EventState) => {
      looks += 1;
      line.caughtUp = false;
      line.opening = OPENING[state.kind];
      if (state.kind === 'connecting') return;
      // Heard when this turn is over, and the list of what came before is on its way.
      said.resolve();
      if (state.kind !== 'listening') return wake();
      // What came before the line stood is fetched once, and told if it is news: by those who look at what is kept.
      catchUp();
    };
    const catchUp = () => {
      const mine = ++looks;
      poll
        .all(signal)
        .then((refusal) => {
          if (mine !== looks) return;
          line.caughtUp = refusal === null && !signal.aborted;
          line.opening = false;
          tell();
        })
        .catch(trouble);
    };
    /** A message that the line told of and that could not be had: whoever waits asks by turns, until a look finds it. */
    const miss = () => {
      line.caughtUp = false;
      wake();
      const again = setTimeout(catchUp, LOOK_AGAIN);
      signal.addEventListener('abort', () => clearTimeout(again), { once: true });
    };
    let storing: Promise<unknown> = Promise.resolve();
    const onEvent = (event: RemoteEvent) => {
      if (event.kind !== 'message' || event.change !== 'new') return;
      if (intake.isFlood(Date.now())) return hangingUp.abort();
      // One after the other: each may cost a request.
      storing = storing
        .then(() => keep(u, provider, byRemote, event, signal))
        .then((became) => {
          if (became === 'kept') tell();
          if (became === 'missed' && !signal.aborted) miss();
        })
        .catch(trouble);
    };
    provider.events?.listen([...byRemote.keys()], { onState, onEvent, urgent: true }, signal);
    return line;
  }

  return {
    next: poll.next,
    isComplete: () => lines.length > 0 && lines.every(({ caughtUp }) => caughtUp),
    isOpening: () => lines.some(({ opening }) => opening),
    opened: Promise.all(lines.map((line) => line.opened)),
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

interface LineState {
  caughtUp: boolean;
  opening: boolean;
  opened: Promise<void>;
}

const OPENING: Record<EventState['kind'], boolean> = {
  connecting: true,
  listening: true,
  waiting: false,
  off: false,
};

function makeIntake(): { isFlood(now: number): boolean } {
  let since = 0;
  let count = 0;
  return {
    isFlood(now) {
      if (now - since >= FLOOD.window) {
        since = now;
        count = 0;
      }
      count += 1;
      return count > FLOOD.messages;
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

/** Stores a new message; fetched whole where the event does not hold it so. */
async function keep(
  u: Unlocked,
  { inbox }: Provider,
  byRemote: ReadonlyMap<string, Address>,
  { identityId, channel, messageId, message }: Extract<RemoteEvent, { kind: 'message' }>,
  signal: AbortSignal,
): Promise<'kept' | 'missed' | 'gone'> {
  const address = byRemote.get(identityId);
  if (!address || !inbox || signal.aborted) return 'gone';
  const askedAt = Date.now();
  const fetched = async () => inbox.get({ remoteId: identityId, channel }, messageId, signal);
  const whole =
    message?.body != null
      ? message
      : await fetched().catch((error: unknown) => {
          if (error instanceof AppError) return error.code === 'not-found' ? 'gone' : 'missed';
          throw error;
        });
  if (typeof whole === 'string') return whole;
  await storeMessages(u, { accountId: address.accountId, addressId: address.id }, [whole], askedAt);
  return 'kept';
}
