// Only the background is answered, only calls of the contract, only arguments of the right shape.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerTabCalls, type TabHandlers } from '../../../entrypoints/page/tab-calls.ts';
import { AppError } from '../../../lib/error.ts';

let ending: AbortController;
let filled: string[];

const handlers: TabHandlers = {
  'tab.fill': ({ value }) => {
    filled.push(value);
    return { kind: 'filled', method: 'setter' };
  },
  'tab.restore': () => {
    throw new AppError('not-visible', { what: 'covered' });
  },
  'tab.frame': () => ({}),
  'tab.quit': () => ({}),
  'tab.focused': () => {
    throw new Error('secret in a message');
  },
  'tab.menu': () => ({ opened: false }),
  'tab.verdict': () => ({ verdict: null }),
  'tab.opened': () => ({}),
  'tab.rules': () => ({}),
  'tab.notice': () => ({}),
};

beforeEach(() => {
  fakeBrowser.reset();
  ending = new AbortController();
  filled = [];
  answerTabCalls(handlers, ending.signal);
});
afterEach(() => ending.abort());

/** Sends as the browser would; undefined when nobody took the message. */
function send(message: unknown, sender: Record<string, unknown> = {}): Promise<unknown> {
  return new Promise((resolve) => {
    const from = { id: fakeBrowser.runtime.id, ...sender };
    const trigger = fakeBrowser.runtime.onMessage.trigger as unknown as (
      message: unknown,
      sender: unknown,
      respond: (answer: unknown) => void,
    ) => Promise<unknown[]>;
    trigger(message, from, resolve).then((taken) => {
      if (!taken.includes(true)) resolve(undefined);
    });
  });
}

const FILL = { call: 'tab.fill', args: { ref: 'f1', value: 'me@mail.example', role: 'email' } };

test('the background is answered', async () => {
  expect(await send(FILL)).toEqual({ ok: { kind: 'filled', method: 'setter' } });
  expect(filled).toEqual(['me@mail.example']);
});

test('another extension, and anything that sits in a tab, is not', async () => {
  expect(await send(FILL, { id: 'stranger' })).toBeUndefined();
  expect(await send(FILL, { tab: { id: 1 } })).toBeUndefined();
  expect(filled).toEqual([]);
});

test.each(['tab.none', 'constructor', 'toString', 7, null])('%s is no call', async (call) => {
  expect(await send({ call, args: {} })).toBeUndefined();
});

test.each([
  [{ ref: 'f1', role: 'email' }],
  [{ ref: 'f1', value: 7, role: 'email' }],
  [{ ref: 'f1', value: 'x', role: 'email', from: 'page' }],
  [null],
])('arguments %j are refused', async (args) => {
  expect(await send({ call: 'tab.fill', args })).toEqual({
    err: { code: 'malformed', detail: { what: 'tab.fill' } },
  });
  expect(filled).toEqual([]);
});

test('an error crosses as its code; a bug without its message', async () => {
  expect(await send({ call: 'tab.restore', args: { ref: 'f1' } })).toEqual({
    err: { code: 'not-visible', detail: { what: 'covered' } },
  });
  expect(await send({ call: 'tab.focused', args: {} })).toEqual({ err: { code: 'bug', detail: {} } });
});

test('after the end nobody answers', async () => {
  ending.abort();
  expect(await send(FILL).catch(() => undefined)).toBeUndefined();
  expect(filled).toEqual([]);
});
