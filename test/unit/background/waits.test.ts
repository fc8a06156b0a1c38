// The pace of a wait: within what a key may be asked for in a minute, and over after three.
import { expect, test } from 'vitest';
import { nextBeat, WAIT_LIFE } from '../../../entrypoints/background/waits.ts';

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
