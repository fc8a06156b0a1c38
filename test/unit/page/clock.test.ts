// @vitest-environment jsdom
// The waiting page beats at the pace it is told, says once that something arrived, and stops for good when it is over.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepBeating } from '../../../entrypoints/page/clock.ts';
import type { WaitState } from '../../../lib/messages/contract.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(states: WaitState[]) {
  const ending = new AbortController();
  const beats: number[] = [];
  let arrivals = 0;
  const beat = async (): Promise<WaitState> => {
    beats.push(Date.now());
    return states.shift() ?? { state: 'ended' };
  };
  const begun = Date.now();
  const over = keepBeating(
    beat,
    () => {
      arrivals += 1;
    },
    ending.signal,
  );
  return { ending, over, times: () => beats.map((at) => at - begun), arrivals: () => arrivals };
}

test('beats when the next one is due, and ends with `ended`', async () => {
  const clock = start([
    { state: 'waiting', next: 3000 },
    { state: 'waiting', next: 5000 },
  ]);
  await vi.runAllTimersAsync();
  await clock.over;
  expect(clock.times()).toEqual([0, 3000, 8000]);
});

test('an absurd pace is bounded on both sides', async () => {
  const clock = start([
    { state: 'waiting', next: 0 },
    { state: 'waiting', next: 1e9 },
  ]);
  await vi.runAllTimersAsync();
  expect(clock.times()).toEqual([0, 500, 60_500]);
});

test('an arrival is told once, and again after more waiting', async () => {
  const clock = start([
    { state: 'arrived', next: 1000 },
    { state: 'arrived', next: 1000 },
    { state: 'waiting', next: 1000 },
    { state: 'arrived', next: 1000 },
  ]);
  await vi.runAllTimersAsync();
  expect(clock.arrivals()).toBe(2);
});

test('the signal ends it at once and leaves no timer behind', async () => {
  const clock = start([{ state: 'waiting', next: 10_000 }]);
  await vi.advanceTimersByTimeAsync(1);
  clock.ending.abort();
  await clock.over;
  expect(vi.getTimerCount()).toBe(0);
  expect(clock.times()).toEqual([0]);
});

test('a page hidden for more than ten minutes waits no longer', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const clock = start(Array.from({ length: 100 }, (): WaitState => ({ state: 'waiting', next: 60_000 })));
  await vi.runAllTimersAsync();
  expect(clock.times().at(-1)).toBe(11 * 60_000);
  vi.restoreAllMocks();
});
