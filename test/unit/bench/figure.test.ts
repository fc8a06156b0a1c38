// The arithmetic behind every figure: where a quantile lies, when a goal counts as met, that the spread holds the value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe as inWords, median, quantile, sampled, single } from '../../bench/figure.ts';

test('a quantile lies between its neighbours by their distance', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1])).toBe(2.5);
  expect(quantile([0, 10], 0.95)).toBe(9.5);
  expect(() => median([])).toThrow(RangeError);
});

test('the value lies within its spread, whatever the order of the samples', () => {
  const samples = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1 });
  fc.assert(
    fc.property(samples, (times) => {
      const { value, spread } = sampled('x', times, 'ms', null);
      expect(spread?.n).toBe(times.length);
      expect(value).toBeGreaterThanOrEqual(spread?.min ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(spread?.max ?? Number.NaN);
      expect(sampled('x', times.toReversed(), 'ms', null).value).toBe(value);
    }),
  );
});

test('a goal is the most a figure may be; without one there is no verdict', () => {
  expect(single('x', 3000, 'B', 3000)).toMatchObject({ ok: true });
  expect(single('x', 3001, 'B', 3000)).toMatchObject({ ok: false });
  expect(single('x', 3001, 'B', null)).toMatchObject({ ok: null });
  // Judged before it is rounded for reading.
  expect(single('x', 1.2501, '×', 1.25)).toMatchObject({ value: 1.25, ok: false });
  expect(single('x', 4500, 'B', 3000).ratio).toBe(1.5);
  expect(single('x', 1, 'B', null).ratio).toBeNull();
  expect(single('x', 1, 'words', 0)).toMatchObject({ ratio: null, ok: false });
  expect(inWords(single('x', 4500, 'B', 3000))).toMatch(/4,500 B +≤ 3,000 B +1\.5 of it +MISSED/);
});
