// Which of anon.li's rate headers are the month's (contract §1.4): the same names mean a short window on some refusals.
import { describe, expect, test } from 'vitest';
import { readAnonliRate } from '../../../lib/providers/anonli/rate.ts';
import type { Answer } from '../../../lib/providers/http.ts';

const NOW = Date.UTC(2026, 10, 22);
const RESET = Date.UTC(2026, 11, 3);
const read = (
  status: number,
  headers: Record<string, string>,
  body: unknown = {},
  retryAfter: number | null = null,
) => {
  const answer: Omit<Answer, 'rate'> = { status, body: { kind: 'json', value: body }, retryAfter };
  return readAnonliRate(new Headers(headers), answer, NOW);
};
const headers = (limit: string, remaining: string, reset: string) => ({
  'X-RateLimit-Limit': limit,
  'X-RateLimit-Remaining': remaining,
  'X-RateLimit-Reset': reset,
});

describe('the month is read', () => {
  test.each([200, 201, 400, 404])('from an answer of status %i', (status) => {
    expect(read(status, headers('500', '482', String(RESET)))).toEqual({
      remaining: 482,
      limit: 500,
      resetAt: RESET,
    });
  });

  test('with its end in seconds, too', () => {
    expect(read(200, headers('500', '482', String(RESET / 1000)))?.resetAt).toBe(RESET);
  });

  test('without its end, or its size', () => {
    expect(read(200, { 'X-RateLimit-Remaining': '3' })).toEqual({ remaining: 3, limit: null, resetAt: null });
  });

  test('when it is used up, by the headers or by the wait', () => {
    const body = { error: { code: 'RATE_LIMITED', message: 'Monthly API request limit exceeded.' } };
    expect(read(429, headers('500', '0', String(RESET)), body)).toEqual({
      remaining: 0,
      limit: 500,
      resetAt: RESET,
    });
    expect(read(429, {}, body, 9_000)).toEqual({ remaining: 0, limit: null, resetAt: NOW + 9_000 });
    expect(read(429, {}, { message: 'Too many' }, 3 * 86_400_000)).toMatchObject({ remaining: 0 });
  });
});

describe('by two clocks', () => {
  const spent = { error: { code: 'RATE_LIMITED', message: 'Monthly API request limit exceeded.' } };
  const DAY = 86_400_000;

  test('the wait is believed before the date, which is by the clock of the server', () => {
    expect(read(429, headers('500', '0', String(NOW - DAY)), spent, 2 * DAY)?.resetAt).toBe(NOW + 2 * DAY);
    expect(read(429, headers('500', '0', String(NOW + 9 * DAY)), spent, 2 * DAY)?.resetAt).toBe(
      NOW + 2 * DAY,
    );
  });

  test.each([32, 366, 1e6])('a month that ends in %i days is none', (days) => {
    expect(read(200, headers('500', '3', String(NOW + days * DAY)))).toEqual({
      remaining: 3,
      limit: 500,
      resetAt: null,
    });
  });
});

describe('nothing is read', () => {
  test.each([
    ['where it costs nothing', 200, { 'X-RateLimit-Limit': 'unlimited' }],
    ['without headers', 200, {}],
    ['from junk', 200, headers('500', '-3', 'soon')],
    ['of a full window', 429, headers('100', '0', String(NOW + 9000))],
  ])('%s', (_name, status, told) => {
    const body = { error: 'Too many requests', message: 'Rate limit exceeded.', retryAfter: 9 };
    expect(read(status, told, body, status === 429 ? 9000 : null)).toBeNull();
  });
});
