// The error table of anon.li over every body the contract shows (§1.3): one code each, facts only, and no key in any of them.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { explainAnonli } from '../../../lib/providers/anonli/errors.ts';
import type { Answer, Ask } from '../../../lib/providers/http.ts';

const ask: Ask = { method: 'GET', path: '/alias', effect: 'read', scope: 'alias', reply: v.unknown() };
const json = (value: unknown): Answer['body'] => ({ kind: 'json', value });
const explain = (
  status: number,
  body: Answer['body'],
  retryAfter: number | null = null,
  path: string = ask.path,
) => {
  const { code, detail } = explainAnonli({ status, body, retryAfter, rate: null }, { ...ask, path });
  return { code, detail };
};
const standard = (code: string, message: string, details?: unknown) =>
  json({ error: { code, message, ...(details === undefined ? {} : { details }) } });

test.each([
  [400, 'VALIDATION_ERROR', 'Validation failed', 'rejected'],
  [401, 'UNAUTHORIZED', 'Unauthorized - API key required', 'unauthorized'],
  [401, 'UNAUTHORIZED', 'Your password was changed: make a new key', 'unauthorized'],
  [402, 'PAYMENT_REQUIRED', 'Random alias limit reached (10).', 'plan'],
  [403, 'FORBIDDEN', 'Custom domain limit reached (3).', 'plan'],
  [400, 'VALIDATION_ERROR', 'Recipient limit reached (1). Upgrade to add more.', 'plan'],
  [403, 'FORBIDDEN', 'A personal API key is required', 'missing-scope'],
  [403, 'FORBIDDEN', 'Insufficient organization role', 'missing-scope'],
  [403, 'FORBIDDEN', 'Domain not associated with this account', 'rejected'],
  [404, 'NOT_FOUND', 'Alias not found', 'not-found'],
  [409, 'CONFLICT', 'Alias already taken on this domain', 'conflict'],
  [410, 'GONE', 'Taken down', 'not-found'],
  [429, 'RATE_LIMITED', 'Monthly API request limit exceeded.', 'rate-limited'],
  [500, 'INTERNAL_ERROR', 'Internal server error', 'server'],
])('%i %s, "%s" is %s', (status, word, message, code) => {
  expect(explain(status, standard(word, message))).toMatchObject({
    code,
    detail: { status, said: message },
  });
});

test('a wrong password is told from a bad key, where a password was sent', () => {
  const told = (message: string) =>
    explain(401, standard('UNAUTHORIZED', message), null, '/vault/unlock').code;
  expect(told('Incorrect vault password')).toBe('wrong-passphrase');
  expect(told('Unauthorized - API key required')).toBe('unauthorized');
});

describe('facts', () => {
  test('a plan limit names what is full and which plan has more', () => {
    const upgrade = { scope: 'alias_random', currentTier: 'free', suggestedTier: 'plus' };
    expect(explain(402, standard('PAYMENT_REQUIRED', 'Full', { upgrade })).detail).toMatchObject({
      limit: 'alias_random',
      plan: 'plus',
    });
    expect(explain(402, standard('PAYMENT_REQUIRED', 'Full')).detail.limit).toBe('upgrade_required');
  });

  test('the highest plan is not its own remedy', () => {
    const upgrade = { scope: 'alias_recipients_per_alias', currentTier: 'pro', suggestedTier: 'pro' };
    const { detail } = explain(402, standard('PAYMENT_REQUIRED', 'Full', { upgrade }));
    expect(detail.limit).toBe('alias_recipients_per_alias');
    expect(detail).not.toHaveProperty('plan');
  });

  test.each([
    ['/recipient', 400, 'VALIDATION_ERROR', 'Recipient limit reached (1).', 'alias_recipients'],
    ['/domain', 403, 'FORBIDDEN', 'Custom domain limit reached (3).', 'alias_domains'],
    ['/alias', 403, 'FORBIDDEN', 'Plan limit reached', 'upgrade_required'],
  ])(
    'of %s it is known what is full, though the refusal does not say',
    (path, status, word, message, limit) => {
      expect(explain(status, standard(word, message), null, path)).toMatchObject({
        code: 'plan',
        detail: { limit },
      });
    },
  );

  test("the month's end is told from a full window", () => {
    const month = json({ error: { code: 'RATE_LIMITED', message: 'Monthly API request limit exceeded.' } });
    expect(explain(429, month, 951_160_000).detail).toMatchObject({
      limit: 'api_requests',
      retryAfter: 951_160_000,
    });
    const burst = json({ error: 'Too many requests', message: 'Try again later.', retryAfter: 45 });
    expect(explain(429, burst).detail).not.toHaveProperty('limit');
    const absurd = json({ error: 'Too many requests', retryAfter: 1e12 });
    expect(explain(429, absurd).detail.retryAfter).toBe(31 * 24 * 3_600_000);
  });

  test('a field is named by the first complaint that has one', () => {
    const details = [{ field: 'local_part', message: 'Too big' }];
    expect(explain(400, standard('VALIDATION_ERROR', 'No', details)).detail.field).toBe('local_part');
    const whole = [{ field: '', message: 'Unrecognized key' }];
    expect(explain(400, standard('VALIDATION_ERROR', 'No', whole)).detail).not.toHaveProperty('field');
  });

  test('the wait is the header, else the body, else unknown', () => {
    const burst = json({ error: 'Too many requests', message: 'Try again later.', retryAfter: 45 });
    expect(explain(429, burst, 41_000)).toMatchObject({
      code: 'rate-limited',
      detail: { retryAfter: 41_000, said: 'Try again later.' },
    });
    expect(explain(429, burst).detail.retryAfter).toBe(45_000);
    expect(explain(429, json({ error: 'Too many requests' })).detail).not.toHaveProperty('retryAfter');
  });

  test('an account or organisation that may not is no matter of the key', () => {
    for (const message of ['Alias creation is disabled for this account', 'Organization is suspended'])
      expect(explain(403, standard('FORBIDDEN', message))).toEqual({
        code: 'missing-scope',
        detail: { said: message, status: 403 },
      });
  });

  test('a right that is missing is named', () => {
    expect(explain(403, standard('FORBIDDEN', 'No')).detail.limit).toBe('alias');
    expect(explain(403, standard('FORBIDDEN', 'Insufficient organization role')).detail.limit).toBe(
      'organization-admin',
    );
  });
});

test.each([
  [404, json({ error: 'Drop not found' }), 'not-found'],
  [403, json({ message: 'No.' }), 'missing-scope'],
  [418, json(null), 'rejected'],
  [405, { kind: 'empty' } as const, 'rejected'],
  [404, { kind: 'other', why: 'syntax' } as const, 'malformed'],
  [429, { kind: 'other', why: 'syntax' } as const, 'rate-limited'],
  [503, { kind: 'other', why: 'syntax' } as const, 'server'],
  [304, { kind: 'empty' } as const, 'malformed'],
  [408, { kind: 'empty' } as const, 'timeout'],
])('%i with %j is %s', (status, body, code) => {
  expect(explain(status, body).code).toBe(code);
});

test('no key and no control characters are quoted, and no more than 300 characters', () => {
  const key = 'ak_0123456789abcdef0123456789abcdef';
  const { said = '' } = explain(
    400,
    standard('VALIDATION_ERROR', `No: ${key}\n\u202e${'x'.repeat(900)}`),
  ).detail;
  expect(said).not.toContain(key.slice(3));
  expect(said).toMatch(/^No: ak_… x+$/);
  expect([...said].length).toBeLessThanOrEqual(300);
});
