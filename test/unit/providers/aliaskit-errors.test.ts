// Every refusal of AliasKit, in each of the three bodies in circulation (contract §1.4), over HTTP, ends in its own code.
import { describe, expect, test } from 'vitest';
import type { ErrorCode, ErrorDetail } from '../../../lib/error.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import type { IdentitySlot } from '../../../lib/providers/provider.ts';
import { failure } from './errors.ts';
import { html, json, type Loopback, raw, startLoopback } from './loopback.ts';

const API_KEY = 'ak_live_0123456789abcdef0123456789abcdef';
const NOW = Date.UTC(2026, 10, 22, 12);

function identitiesOf({ baseUrl }: Loopback): IdentitySlot {
  const provider = aliaskit(
    { id: 'a', kind: 'aliaskit', name: '', createdAt: 0, baseUrl, apiKey: API_KEY, cardKey: null },
    (options) => createTransport({ ...options, now: () => NOW }),
  );
  if (provider.identities === undefined) throw new Error('no identities');
  return provider.identities;
}

type Row = [status: number, body: unknown, code: ErrorCode, detail: ErrorDetail];

/** Same refusal three times: the reference's shape, the error page's, the oldest. */
const KINDS: [status: number, type: string, code: string, expected: ErrorCode, detail: ErrorDetail][] = [
  [400, 'invalid_request', 'validation_error', 'rejected', {}],
  [401, 'unauthorized', 'auth_required', 'unauthorized', {}],
  [401, 'unauthorized', 'auth_invalid', 'unauthorized', {}],
  [402, 'upgrade_required', 'free_tier_identity_limit', 'plan', { limit: 'free_tier_identity_limit' }],
  [403, 'forbidden', 'auth_forbidden', 'missing-scope', { limit: 'identities:read' }],
  [404, 'not_found', 'identity_not_found', 'not-found', {}],
  [409, 'conflict', 'conflict', 'conflict', {}],
  [429, 'rate_limited', 'rate_limited', 'rate-limited', {}],
  [500, 'internal_error', 'internal_error', 'server', {}],
];

const SHAPES: Row[] = KINDS.flatMap(([status, type, code, expected, detail]): Row[] => [
  [status, { error: { type, message: 'No.', status } }, expected, withoutLimit(expected, detail)],
  [status, { error: { type, code, message: 'No.', status } }, expected, detail],
  [status, { error: { code, message: 'No.' } }, expected, detail],
  [status, { error: 'No.', code }, expected, detail],
  [status, { error: 'No.' }, expected, withoutLimit(expected, detail)],
]);

/** Without a code in the body, a plan limit has only its general name. */
function withoutLimit(code: ErrorCode, detail: ErrorDetail): ErrorDetail {
  return code === 'plan' ? { limit: 'upgrade_required' } : detail;
}

const FIELDS: Row[] = [
  [403, { error: { type: 'forbidden', param: 'amount_cents' } }, 'rejected', { field: 'amount_cents' }],
  [400, { error: { type: 'invalid_request', message: 'No.', param: 'name' } }, 'rejected', { field: 'name' }],
  [
    400,
    { error: { code: 'validation_error', message: 'No.', fields: { email_username: 'taken' } } },
    'rejected',
    { field: 'email_username' },
  ],
  [
    409,
    { error: { type: 'conflict', message: 'No.', param: 'email_username' } },
    'conflict',
    { field: 'email_username' },
  ],
  [
    403,
    { error: { type: 'forbidden', message: 'No.', param: 'amount_cents', code: 'card_budget_exceeded' } },
    'rejected',
    { field: 'amount_cents', limit: 'card_budget_exceeded' },
  ],
  [
    403,
    { error: { type: 'forbidden', message: 'No.', code: 'free_tier_phone_blocked' } },
    'plan',
    { limit: 'free_tier_phone_blocked' },
  ],
  [
    403,
    { error: { type: 'forbidden', message: 'No.', code: 'forbidden' } },
    'missing-scope',
    { limit: 'identities:read' },
  ],
];

/** Statuses beyond the contract, and bodies that say less than nothing. */
const ODDITIES: Row[] = [
  [400, {}, 'rejected', {}],
  [400, null, 'rejected', {}],
  [400, [], 'rejected', {}],
  [401, { error: null }, 'unauthorized', {}],
  [402, { error: { type: 7, message: {}, code: [] } }, 'plan', { limit: 'upgrade_required' }],
  [403, { error: { type: 'odd new type' } }, 'rejected', {}],
  [404, { message: 'nope' }, 'not-found', {}],
  [404, { error: { type: 'constructor', message: 'No.' } }, 'not-found', {}],
  [405, { error: { type: 'invalid_request' } }, 'rejected', {}],
  [408, {}, 'timeout', {}],
  [410, {}, 'not-found', {}],
  [412, {}, 'conflict', {}],
  [418, {}, 'rejected', {}],
  [422, { error: { fields: { name: 'too long' } } }, 'rejected', { field: 'name' }],
  [425, {}, 'rate-limited', {}],
  [500, { error: { type: 'invalid_request' } }, 'server', {}],
  [502, {}, 'server', {}],
  [503, { error: 'No numbers available' }, 'server', { said: 'No numbers available' }],
];

describe.each([
  ['shapes', SHAPES],
  ['fields and codes', FIELDS],
  ['oddities', ODDITIES],
])('%s', (_name, rows) => {
  test.each(rows)('%i %j → %s', async (status, body, code, detail) => {
    const server = await startLoopback(json(body, status));
    const error = await failure(identitiesOf(server).get('ident_1'));
    expect(error).toMatchObject({ code, detail: { ...detail, status } });
    for (const name of ['field', 'limit', 'retryAfter'] as const) {
      expect(error.detail[name], name).toBe(detail[name]);
    }
    expect(server.seen).toHaveLength(1);
  });
});

describe('bodies that are not JSON come from something in front of the service', () => {
  test.each<[number, ErrorCode]>([
    [304, 'malformed'],
    [400, 'malformed'],
    [401, 'malformed'],
    [403, 'malformed'],
    [404, 'malformed'],
    [429, 'rate-limited'],
    [502, 'server'],
    [504, 'server'],
  ])('%i', async (status, code) => {
    const server = await startLoopback(html(status));
    expect(await failure(identitiesOf(server).get('ident_1'))).toMatchObject({ code, detail: { status } });
  });

  test('a page that says 404 does not delete anything', async () => {
    const server = await startLoopback(html(404));
    expect((await failure(identitiesOf(server).remove('ident_1'))).code).toBe('malformed');
  });

  test('an empty body leaves the status to speak', async () => {
    const server = await startLoopback(raw('', 404));
    expect((await failure(identitiesOf(server).get('ident_1'))).code).toBe('not-found');
  });
});

describe('Retry-After', () => {
  test.each<[string, number | undefined]>([
    ['3', 3000],
    ['0', 1000],
    ['1.5', 1500],
    ['9999999', 2_678_400_000],
    [new Date(NOW + 42_000).toUTCString(), 42_000],
    [new Date(NOW - 42_000).toUTCString(), 1000],
    ['Sunday, 22-Nov-26 12:01:00 GMT', 60_000],
    ['Sun Nov 22 12:01:00 2026 GMT', 60_000],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j → %s ms', async (header, retryAfter) => {
    for (const body of [
      json({ error: { type: 'rate_limited' } }, 429, { 'Retry-After': header }),
      html(429, { 'Retry-After': header }),
    ]) {
      const server = await startLoopback(body);
      const error = await failure(identitiesOf(server).list(0));
      expect(error.code).toBe('rate-limited');
      expect(error.detail.retryAfter).toBe(retryAfter);
    }
  });
});

describe("the server's own sentence", () => {
  const said = async (message: string) => {
    const server = await startLoopback(json({ error: { type: 'conflict', message } }, 409));
    return (await failure(identitiesOf(server).get('ident_1'))).detail.said;
  };

  test('is cut to 300 characters, not through the middle of one', async () => {
    expect(await said('x'.repeat(5000))).toBe('x'.repeat(300));
    expect(await said('😀'.repeat(400))).toBe('😀'.repeat(300));
  });

  test('is one line without control or direction characters', async () => {
    expect(await said('one\r\ntwo\u0000\u202Ethree\u2028 ')).toBe('one two three');
  });

  test('never repeats a key', async () => {
    expect(await said(`key ${API_KEY} and ak_ck_AbC-d_9 refused`)).toBe('key ak_… and ak_… refused');
  });

  test('names no field that could not be one', async () => {
    const server = await startLoopback(
      json({ error: { type: 'invalid_request', param: '<b>ana@example.org</b>', code: 'a b' } }, 400),
    );
    const { detail } = await failure(identitiesOf(server).get('ident_1'));
    expect([detail.field, detail.limit]).toEqual([undefined, undefined]);
  });
});
