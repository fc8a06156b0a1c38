// Listening in tests: everything a line told, and waiting for it without sleeping: each thing heard looks again. Leans on the
// event slot's own types.
import { onTestFinished } from 'vitest';
import type { EventState, Hearing, RemoteEvent } from '../../../lib/providers/event-slot.ts';
import type { Provider } from '../../../lib/providers/provider.ts';

export interface Heard {
  events: RemoteEvent[];
  states: EventState[];
  stop(): void;
  /** Resolves when `look` gives something; fails with what was heard when it has not after five seconds. */
  until<T>(look: () => T | undefined | false): Promise<T>;
  /** Resolves at the state's `count`-th time. */
  state(kind: EventState['kind'], count?: number): Promise<EventState>;
}

const LONGEST = 5000;

/** Listens until the test ends. */
export function hear(
  provider: Provider,
  identityIds: readonly string[],
  options: Pick<Hearing, 'urgent' | 'WebSocket'> = {},
): Heard {
  const { events: slot } = provider;
  if (slot === undefined) throw new Error('no events');
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const events: RemoteEvent[] = [];
  const states: EventState[] = [];
  const looks = new Set<() => void>();
  const again = (): void => {
    for (const look of looks) look();
  };

  const until = <T>(look: () => T | undefined | false): Promise<T> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        looks.delete(check);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`not heard; but ${JSON.stringify({ events, states })}`));
      }, LONGEST);
      const check = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        end();
        resolve(found);
      };
      looks.add(check);
      check();
    });

  slot.listen(
    identityIds,
    {
      ...options,
      onEvent(event) {
        events.push(event);
        again();
      },
      onState(state) {
        states.push(state);
        again();
      },
    },
    ending.signal,
  );
  return {
    events,
    states,
    stop: () => ending.abort(),
    until,
    state: (kind, count = 1) => until(() => states.filter((one) => one.kind === kind)[count - 1]),
  };
}
