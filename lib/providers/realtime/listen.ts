// A line to a Realtime server: the machine's hands, with one socket, its timers and a watch on how much comes in. Runs wherever
// WebSocket and timers are: worker, page, Node. A client of our own, because Supabase's 2.109.0 takes 55,561 B minified (16,004
// gzipped) of a worker that parses all of it at each start, and bounds neither the size nor the number of frames; ours takes
// 9,428 B (3,905) beside the valibot that is there anyway. Holds no token longer than the line; logs nothing.
import { AppError, type ErrorCode } from '../../error.ts';
import type { EventState, Socket } from '../event-slot.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import { type Effect, type Input, type Line, newLine, type TimerName, type Topic } from './line.ts';
import { step } from './machine.ts';
import { type RealtimeToken, socketAddress } from './token.ts';

export interface ListenOptions {
  topics: readonly Topic[];
  /** Asked at the start, before a token ends, and when one was refused. What it throws decides whether it is asked again. */
  token(signal: AbortSignal): Promise<RealtimeToken>;
  /** What came in a topic: `postgres_changes` or `broadcast`, undecoded. */
  onEvent(topic: string, event: string, payload: Record<string, unknown>): void;
  onState(state: EventState): void;
  signal: AbortSignal;
  /** Milliseconds between heartbeats; 20 s unless told. A server that is silent is noticed a second after one. */
  pace?: number;
  /** The platform's own unless told. */
  WebSocket?: new (
    url: string,
  ) => Socket;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** Chrome's worker lives while something is sent within 30 s; the server wants a beat every 25 s. */
const PACE = 20_000;

/** More than this in a second is a flood: no inbox fills so fast, and no worker has time for it. */
const FLOOD = { window: 1000, frames: 300, units: 4 * 1024 * 1024 };

/** Errors that the next request for a token would meet again. */
const FINAL: Partial<Record<ErrorCode, true>> = {
  unauthorized: true,
  'missing-scope': true,
  plan: true,
  'not-found': true,
  rejected: true,
  malformed: true,
  bug: true,
};

/** Returns at once; how it goes is told by `onState`, at last `off`. Never throws. */
export function listen(options: ListenOptions): void {
  const { signal, onEvent, onState, pace = PACE, now = Date.now } = options;
  const Open = options.WebSocket ?? (globalThis.WebSocket as unknown as new (url: string) => Socket);
  let line: Line = newLine(options.topics, pace);
  let socket: Socket | null = null;
  let intake = { since: 0, frames: 0, units: 0 };
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  // Effects may hear something at once (a refused connection): such inputs wait until the step before them is done.
  const inputs: Input[] = [];
  let busy = false;

  function put(input: Input): void {
    inputs.push(input);
    if (busy) return;
    busy = true;
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) {
      const [after, effects] = step(line, next, now());
      line = after;
      for (const effect of effects) run(effect);
    }
    busy = false;
  }

  const RUN: { [T in Effect['type']]: (effect: Extract<Effect, { type: T }>) => void } = {
    'fetch-token': () => void fetchToken(),
    connect: ({ token }) => connect(token),
    'hang-up': hangUp,
    send: ({ frame }) => socket?.send(encodeFrame(frame)),
    timer: ({ name, after }) => setTimer(name, after),
    say: ({ state }) => tell(() => onState(state)),
    deliver: ({ topic, event, payload }) => tell(() => onEvent(topic, event, payload)),
  };
  // The cast ties a kind to its own row: TypeScript does not follow that through an index.
  const run = (effect: Effect): void => (RUN[effect.type] as (effect: Effect) => void)(effect);

  async function fetchToken(): Promise<void> {
    try {
      const token = await options.token(signal);
      put({ type: 'token', token, usable: socketAddress(token) !== null });
    } catch (error) {
      const why = error instanceof AppError ? error.code : 'bug';
      put({ type: 'no-token', why, final: FINAL[why] === true });
    }
  }

  function connect(token: RealtimeToken): void {
    hangUp();
    socket = openSocket(token);
    if (socket === null) {
      put({ type: 'lost' });
      return;
    }
    intake = { since: now(), frames: 0, units: 0 };
    socket.onopen = () => put({ type: 'open' });
    socket.onclose = () => put({ type: 'lost' });
    socket.onerror = () => put({ type: 'lost' });
    socket.onmessage = ({ data }) =>
      put(floods(data) ? { type: 'flood' } : { type: 'frame', frame: decodeFrame(data) });
  }

  function openSocket(token: RealtimeToken): Socket | null {
    const address = socketAddress(token);
    try {
      return address === null ? null : new Open(address);
    } catch {
      // An address that a browser does not open (a blocked port, a policy): as good as a closed one.
      return null;
    }
  }

  /** Counted before anything is parsed. */
  function floods(message: unknown): boolean {
    const at = now();
    if (at - intake.since >= FLOOD.window) intake = { since: at, frames: 0, units: 0 };
    intake.frames += 1;
    intake.units += typeof message === 'string' ? message.length : 0;
    return intake.frames > FLOOD.frames || intake.units > FLOOD.units;
  }

  /** What a socket still says after this is nobody's business. */
  function hangUp(): void {
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
    socket = null;
  }

  function setTimer(name: TimerName, after: number | null): void {
    clearTimeout(timers.get(name));
    timers.delete(name);
    if (after !== null)
      timers.set(
        name,
        setTimeout(() => {
          timers.delete(name);
          put({ type: 'timer', name });
        }, after),
      );
  }

  signal.addEventListener('abort', () => put({ type: 'stop' }), { once: true });
  put({ type: signal.aborted ? 'stop' : 'start' });
}

/** A listener's own fault is reported as such, and does not end the line in mid-step. */
function tell(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
