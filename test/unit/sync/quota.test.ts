// What is kept of a quota or a wait by a clock that was wrong then must not silence us until that clock would be right. Pure.
import { expect, test } from 'vitest';
import { isOver, readQuota, waitForQuota } from '../../../lib/sync/quota.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const spent = (resetAt: number | null) => ({ remaining: 0, limit: 500, resetAt });

test('a spent month is waited for to its end, and at the very last request nothing more is sent', () => {
  expect(waitForQuota(readQuota(spent(NOW + 11 * DAY), NOW), NOW)).toBe(11 * DAY);
  expect(waitForQuota(readQuota({ ...spent(NOW + DAY), remaining: 1 }, NOW), NOW)).toBe(0);
});

test('a month that ended, also long ago, is over', () => {
  expect(readQuota(spent(NOW - 1), NOW)).toEqual({ remaining: 500, limit: 500, resetAt: null });
  expect(readQuota(spent(NOW - 999 * DAY), NOW)?.remaining).toBe(500);
});

test('kept while our clock was a year ahead, it is not believed', () => {
  expect(readQuota(spent(NOW + 366 * DAY), NOW)).toEqual({ remaining: 500, limit: 500, resetAt: null });
  expect(isOver(NOW + 366 * DAY, NOW)).toBe(true);
});

test('a wait that can be is sat out', () => {
  expect(isOver(NOW + 30 * DAY, NOW)).toBe(false);
  expect(isOver(NOW, NOW)).toBe(true);
  expect(isOver(0, NOW)).toBe(true);
});
