// The machine's hands with sockets that a test makes: ones that throw, never open, speak after they were left, or are asked for by
// a listener that fails. What the sandbox's server can do is in aliaskit-events.long.test.ts.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { AppError, type ErrorCode } from '../../../lib/error.ts';
import type { EventState, Socket } from '../../../lib/providers/event-slot.ts';
import { listen } from '../../../lib/providers/realtime/listen.ts';
import type { RealtimeToken } from '../../../lib/providers/realtime/token.ts';

const TOKEN: RealtimeToken = {
  token: 't',
  expiresAt: null,
  url: 'wss://a.example',
  apiKey: 'k',
  topic: null,
};
const TOPIC = 'realtime:identity:a';

/** Sockets that record what is done to them and say what the test says. */
function fakeSockets() {
  const made: (Socket & { url: string; said: string[]; closed: boolean })[] = [];
  class Fake implements Socket {
    onopen: Socket['onopen'] = null;
    onmessage: Socket['onmessage'] = null;
    onclose: Socket['onclose'] = null;
    onerror: Socket['onerror'] = null;
    said: string[] = [];
    closed = false;
    url: string;
    constructor(url: string) {
      this.url = url;
      made.push(this);
    }
    send(text: string): void {
      this.said.push(text);
    }
    close(): void {
      this.closed = true;
    }
  }
  return { made, Fake };
}

function begin(options: {
  Fake: new (url: string) => Socket;
  token?: () => Promise<RealtimeToken>;
  onEvent?: () => void;
}) {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const states: EventState[] = [];
  listen({
    topics: [{ name: TOPIC, config: {} }],
    token: options.token ?? (() => Promise.resolve(TOKEN)),
    onEvent: options.onEvent ?? (() => undefined),
    onState: (state) => states.push(state),
    signal: ending.signal,
    WebSocket: options.Fake,
  });
  return { states, stop: () => ending.abort() };
}

const reply = (ref: string): { data: string } => ({
  data: JSON.stringify({ topic: TOPIC, event: 'phx_reply', payload: { status: 'ok', response: {} }, ref }),
});
const event = { data: JSON.stringify({ topic: TOPIC, event: 'broadcast', payload: {}, ref: null }) };
const kinds = (states: EventState[]) => states.map(({ kind }) => kind);

describe('sockets', () => {
  test('the address carries the public key and never the token; the join carries the token', async () => {
    const { made, Fake } = fakeSockets();
    begin({ Fake });
    await expect.poll(() => made.length).toBe(1);
    expect(made[0]?.url).toBe('wss://a.example/realtime/v1/websocket?apikey=k&vsn=1.0.0');
    made[0]?.onopen?.({});
    expect(JSON.parse(made[0]?.said[0] ?? '')).toMatchObject({
      event: 'phx_join',
      payload: { access_token: 't' },
    });
  });

  test('one that cannot be made counts as lost, and is made again', async () => {
    const { made, Fake } = fakeSockets();
    let refuse = true;
    class Choosy extends Fake {
      constructor(url: string) {
        if (refuse) throw new SyntaxError('blocked');
        super(url);
      }
    }
    const { states } = begin({ Fake: Choosy });
    await expect.poll(() => kinds(states)).toContain('waiting');
    refuse = false;
    await expect.poll(() => made.length, { timeout: 3000 }).toBe(1);
  });

  test('what a socket says after it was left is not heard', async () => {
    const { made, Fake } = fakeSockets();
    const heard = vi.fn();
    const { states, stop } = begin({ Fake, onEvent: heard });
    await expect.poll(() => made.length).toBe(1);
    const [socket] = made;
    const speak = socket?.onmessage;
    socket?.onopen?.({});
    speak?.(reply('1'));
    speak?.(event);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    expect(socket?.closed).toBe(true);
    expect(socket?.onmessage).toBeNull();
    speak?.(event);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(kinds(states)).toEqual(['connecting', 'listening', 'off']);
  });

  test('four megabytes in a second are a flood, before any of it is parsed', async () => {
    const { made, Fake } = fakeSockets();
    const { states } = begin({ Fake });
    await expect.poll(() => made.length).toBe(1);
    made[0]?.onopen?.({});
    made[0]?.onmessage?.(reply('1'));
    const large = { data: 'x'.repeat(1_900_000) };
    for (let at = 0; at < 3; at += 1) made[0]?.onmessage?.(large);
    expect(made[0]?.closed).toBe(true);
    expect(kinds(states)).toEqual(['connecting', 'listening', 'listening', 'waiting']);
  });
});

describe('listeners', () => {
  test('one that throws is reported, and the line goes on', async () => {
    const { made, Fake } = fakeSockets();
    const reported: unknown[] = [];
    const catching = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((work) => {
      try {
        work();
      } catch (error) {
        reported.push(error);
      }
    });
    onTestFinished(() => catching.mockRestore());
    const heard = vi.fn(() => {
      throw new Error('mine');
    });
    const { states } = begin({ Fake, onEvent: heard });
    await expect.poll(() => made.length).toBe(1);
    made[0]?.onopen?.({});
    made[0]?.onmessage?.(reply('1'));
    made[0]?.onmessage?.(event);
    made[0]?.onmessage?.(event);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(reported).toEqual([new Error('mine'), new Error('mine')]);
    expect(kinds(states)).toEqual(['connecting', 'listening']);
  });

  test('one that left before it began hears only that', () => {
    const states: EventState[] = [];
    listen({
      topics: [],
      token: () => Promise.reject(new Error('must not be asked')),
      onEvent: () => undefined,
      onState: (state) => states.push(state),
      signal: AbortSignal.abort(),
    });
    expect(states).toEqual([{ kind: 'off', why: null }]);
  });

  test.each<[ErrorCode, boolean]>([
    ['unauthorized', true],
    ['missing-scope', true],
    ['plan', true],
    ['not-found', true],
    ['malformed', true],
    ['unreachable', false],
    ['timeout', false],
    ['server', false],
    ['rate-limited', false],
    ['budget', false],
  ])('a token refused with %s: final %s', async (code, final) => {
    const { Fake } = fakeSockets();
    const { states } = begin({ Fake, token: () => Promise.reject(new AppError(code)) });
    await expect.poll(() => states.length).toBe(2);
    expect(states[1]).toEqual(final ? { kind: 'off', why: code } : { kind: 'waiting', retryIn: 15_000 });
  });

  test('a fault of ours while asking is told as one, without its words', async () => {
    const { Fake } = fakeSockets();
    const { states } = begin({ Fake, token: () => Promise.reject(new Error('secret')) });
    await expect.poll(() => states.length).toBe(2);
    expect(states[1]).toEqual({ kind: 'off', why: 'bug' });
  });
});
