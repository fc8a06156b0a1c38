// The pace of a wait: within what a key may be asked for in a minute, and over after three.
import { beforeEach, expect, test } from 'vitest';
import {
  beginWait,
  isRunning,
  nextBeat,
  restWait,
  WAIT_LIFE,
  waitOf,
  waitOn,
} from '../../../entrypoints/background/waits.ts';
import { browser } from '../../../lib/platform.ts';

beforeEach(() => browser.storage.session.clear());

/** Moments at which a wait asks, milliseconds from its beginning. */
function beats(): number[] {
  const at: number[] = [];
  for (let now = 0; ; ) {
    const next = nextBeat(0, now);
    if (next === null) return at;
    at.push(now);
    now += next;
  }
}

test('the first minute costs eighteen lists: with a token and a message, twenty requests', () => {
  expect(beats().filter((at) => at < 60_000)).toHaveLength(18);
});

test('no gap in the first minute is longer than four seconds, none at all longer than eight; over after three minutes', () => {
  const all = beats();
  const gaps = all.slice(1).map((at, n) => at - (all[n] ?? 0));
  expect(Math.max(...gaps.filter((_, n) => (all[n] ?? 0) < 56_000))).toBe(4000);
  expect(Math.max(...gaps)).toBe(8000);
  expect(all.at(-1)).toBeLessThan(WAIT_LIFE);
  expect(nextBeat(0, WAIT_LIFE)).toBeNull();
});

const target = { tabId: 7, frameId: 0, documentId: 'doc' };
const field = { ref: 'r1', form: 'code' } as const;
const MINUTE = 60_000;

test('a field that was left and is entered again forgets no message that came meanwhile', async () => {
  await beginWait(target, field, 'shop.example', 0);
  await restWait('doc');
  expect(await waitOn(7, 'shop.example', 10)).toBeNull();
  const again = await beginWait(target, { ...field, ref: 'r2' }, 'shop.example', 4 * MINUTE);
  expect(again).toMatchObject({ since: 0, beganAt: 4 * MINUTE, ref: 'r2' });
  expect(isRunning(again, 5 * MINUTE)).toBe(true);
  // Another site in the same document, or a quarter of an hour later: another wait.
  expect((await beginWait(target, field, 'else.example', 5 * MINUTE)).since).toBe(5 * MINUTE);
  expect((await beginWait(target, field, 'else.example', 40 * MINUTE)).since).toBe(40 * MINUTE);
});

test('a wait that is over is gone on with from its first focus, at the first pace', async () => {
  await beginWait(target, field, 'shop.example', 0);
  const again = await beginWait(target, field, 'shop.example', WAIT_LIFE + 1);
  expect(again.since).toBe(0);
  expect(nextBeat(again.beganAt ?? 0, WAIT_LIFE + 2)).toBe(2500);
});

test('a clock that is put back neither keeps a wait for hours nor hides what comes now', async () => {
  await beginWait(target, field, 'shop.example', 60 * MINUTE);
  expect(nextBeat(60 * MINUTE, 0)).toBeNull();
  expect(await beginWait(target, field, 'shop.example', 0)).toMatchObject({ since: 0, beganAt: 0 });
});

test('documents that asked last are remembered, not every one', async () => {
  for (let at = 0; at < 60; at += 1)
    await beginWait({ ...target, documentId: `doc${at}` }, field, 'shop.example', at);
  expect(await waitOf('doc0')).toBeNull();
  expect((await waitOf('doc59'))?.since).toBe(59);
});
