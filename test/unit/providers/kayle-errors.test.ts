// The error table of Kayle over every odd body the contract shows (§3, §4): one code each, facts only, no secret in any of them.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Answer, Ask } from '../../../lib/providers/http.ts';
import { explainKayle } from '../../../lib/providers/kayle/errors.ts';
import golden from '../../fixtures/kayle/server.json';

const ask: Ask = {
  method: 'GET',
  path: '/sessions',
  effect: 'read',
  scope: 'sessions:read',
  reply: v.unknown(),
};
const json = (value: unknown): Answer['body'] => ({ kind: 'json', value });
const explain = (status: number, body: Answer['body'], retryAfter: number | null = null) => {
  const { code, detail } = explainKayle({ status, body, retryAfter, rate: null }, ask);
  return { code, ...detail };
};
const envelope = (code: string, message = 'No.', hint = 'Why.') =>
  json({ data: null, error: { code, message, hint, docs: 'https://kayle.id/docs' } });
const zod = (...issues: object[]) =>
  json({ success: false, error: { name: 'ZodError', message: JSON.stringify(issues) } });

test.each([
  [400, 'UNKNOWN_CLAIM_KEY', 'rejected', 'share_fields'],
  [400, 'DOB_AND_AGE_GATE_CONFLICT', 'rejected', 'share_fields'],
  [400, 'REDIRECT_URL_PATTERN_NOT_REGISTERED', 'rejected', 'redirect_url'],
  [400, 'WEBHOOK_ENDPOINT_UNAVAILABLE', 'rejected', 'webhook_endpoint_id'],
  [400, 'WEBHOOK_URL_REJECTED', 'rejected', 'url'],
  [400, 'BAD_REQUEST', 'rejected', undefined],
  [400, 'SOMETHING_NEW', 'rejected', undefined],
  [400, 'ONBOARDING_INCOMPLETE', 'set-up', undefined],
  [400, 'RP_TERMS_ACCEPTANCE_REQUIRED', 'set-up', undefined],
  [410, 'ORGANIZATION_FROZEN', 'set-up', undefined],
  [429, 'ORG_NOT_VERIFIED_LIMIT_EXCEEDED', 'set-up', undefined],
  [404, 'NOT_FOUND', 'not-found', undefined],
  [404, 'SESSION_NOT_FOUND', 'not-found', undefined],
  [400, 'INVALID_SESSION_ID', 'not-found', undefined],
  [410, 'SESSION_EXPIRED', 'conflict', undefined],
  [409, 'SESSION_EXPIRED', 'conflict', undefined],
  [409, 'CONFLICT', 'conflict', undefined],
  [409, 'WEBHOOK_PAYLOAD_EXPIRED', 'conflict', undefined],
  [500, 'INTERNAL_SERVER_ERROR', 'server', undefined],
])('%i %s is %s', (status, reason, code, field) => {
  expect(explain(status, envelope(reason))).toMatchObject({
    code,
    status,
    said: 'No. Why.',
    ...(code === 'server' ? {} : { reason }),
    ...(field === undefined ? {} : { field }),
  });
});

describe('bodies that are no envelope', () => {
  test.each([
    [401, 'UNAUTHORIZED', 'unauthorized'],
    [403, 'FORBIDDEN', 'missing-scope'],
    [413, 'PAYLOAD_TOO_LARGE', 'rejected'],
  ])('%i without data, hint and docs', (status, reason, code) => {
    expect(explain(status, json({ error: { code: reason, message: 'No' } }))).toMatchObject({ code, reason });
  });

  test('a missing scope names the scope that was wanted', () => {
    expect(explain(403, json({ error: { code: 'FORBIDDEN' } })).limit).toBe('sessions:read');
  });

  test('a ZodError names the first field', () => {
    const issues = [
      { code: 'custom', path: ['labels', 1], message: 'Labels must be unique case-insensitively.' },
      { code: 'custom', path: ['url'], message: 'Other' },
    ];
    expect(explain(400, zod(...issues))).toEqual({
      code: 'rejected',
      status: 400,
      field: 'labels.1',
      said: 'Labels must be unique case-insensitively.',
    });
    expect(explain(400, zod({ path: [], message: 'At least one' }))).toEqual({
      code: 'rejected',
      status: 400,
      said: 'At least one',
    });
    const broken = json({ success: false, error: { name: 'ZodError', message: '[{' } });
    expect(explain(400, broken)).toMatchObject({ code: 'rejected', said: '[{' });
  });

  test('plain text is not of our key or our check; a 429 is for us all the same', () => {
    const text: Answer['body'] = { kind: 'other', why: 'syntax' };
    for (const status of [400, 401, 403, 404]) expect(explain(status, text).code).toBe('malformed');
    expect(explain(500, text)).toEqual({ code: 'server', status: 500 });
    expect(explain(429, text, 7000)).toMatchObject({ code: 'rate-limited', retryAfter: 7000 });
  });

  test('no body, or one of another shape', () => {
    expect(explain(404, { kind: 'empty' }).code).toBe('not-found');
    expect(explain(401, json(null)).code).toBe('unauthorized');
    expect(explain(400, json({ error: 'no' })).code).toBe('rejected');
    expect(explain(302, { kind: 'empty' }).code).toBe('malformed');
  });
});

test('what is quoted holds no secret, no control and no direction characters', () => {
  const told = `key kk_${'a'.repeat(32)} whsec_${'b'.repeat(32)} https://v/x?cancel_token=${'c'.repeat(48)} \u202e\u0000\n!`;
  expect(explain(400, envelope('BAD_REQUEST', told, '')).said).toBe(
    'key kk_… whsec_… https://v/x?cancel_token=… !',
  );
  expect(explain(400, envelope('BAD_REQUEST', 'x'.repeat(5000), '')).said).toHaveLength(300);
  expect(explain(400, envelope('<img src=x onerror=alert(1)>', 'No', '')).reason).toBeUndefined();
});

test('every refusal of the real server has a code that fits its status', () => {
  const fits: Readonly<Record<number, readonly string[]>> = {
    400: ['rejected', 'set-up'],
    401: ['unauthorized'],
    403: ['missing-scope'],
    404: ['not-found'],
    409: ['conflict'],
    410: ['set-up'],
    500: ['server'],
  };
  const refusals = golden.exchanges.filter(({ status, body }) => status >= 400 && typeof body === 'object');
  expect(refusals.length).toBeGreaterThan(100);
  for (const { id, status, body } of refusals)
    expect(fits[status], id).toContain(explain(status, json(body)).code);
});
