// Authenticator entries that AliasKit holds, over a scripted server: what is sent, the least an entry may hold, and that a code is
// never handed on in its last three seconds.
import { describe, expect, test } from 'vitest';
import { explainAliaskit } from '../../../lib/providers/aliaskit/errors.ts';
import { totpSlot } from '../../../lib/providers/aliaskit/totps.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { account, bodies, calls, open } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { json, type Reply, startLoopback } from './loopback.ts';

const ENTRY = {
  id: 'totp_1',
  service_name: 'GitHub',
  algorithm: 'SHA-256',
  digits: 8,
  period: 60,
  created_at: '2026-04-12T10:00:00Z',
};
const REMOTE = {
  remoteId: 'totp_1',
  issuer: 'GitHub',
  algorithm: 'SHA256',
  digits: 8,
  period: 60,
  createdAt: Date.UTC(2026, 3, 12, 10),
};
const WISH = {
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  issuer: 'GitHub',
  algorithm: 'SHA256',
  digits: 8,
  period: 60,
} as const;
const totpsOf = async (...replies: Reply[]) => {
  const server = await startLoopback(...replies);
  return { server, totps: open(server).totps };
};

test('registered, listed, asked for a code, removed', async () => {
  const { server, totps } = await totpsOf(
    json(ENTRY, 201),
    json({ data: [ENTRY] }),
    json({ code: '04287082', remaining_seconds: 17 }),
    json({ success: true }),
    json({ error: { type: 'not_found' } }, 404),
  );
  expect(await totps.register('ident_1', WISH)).toEqual(REMOTE);
  expect(await totps.list('ident_1')).toEqual([REMOTE]);
  const { code, remaining } = await totps.code('ident_1', 'totp_1');
  expect(code).toBe('04287082');
  expect(remaining).toBeGreaterThan(15_000);
  expect(remaining).toBeLessThanOrEqual(17_000);
  await totps.remove('ident_1', 'totp_1');
  await totps.remove('ident_1', 'totp_1');
  expect(calls(server)).toEqual([
    'POST /v1/identities/ident_1/totp',
    'GET /v1/identities/ident_1/totp',
    'GET /v1/identities/ident_1/totp/totp_1/code',
    'DELETE /v1/identities/ident_1/totp/totp_1',
    'DELETE /v1/identities/ident_1/totp/totp_1',
  ]);
  expect(bodies(server)[0]).toEqual({
    secret: WISH.secret,
    service_name: 'GitHub',
    algorithm: 'SHA256',
    digits: 8,
    period: 60,
  });
});

test.each<[string, object, object]>([
  [
    'only what is documented',
    { id: 'totp_1', service_name: 'X' },
    { issuer: 'X', algorithm: null, digits: null, period: null, createdAt: null },
  ],
  ['no name', { id: 'totp_1' }, { issuer: '' }],
  ['an algorithm of tomorrow', { ...ENTRY, algorithm: 'SHA3-512' }, { algorithm: null }],
  [
    'numbers that are none',
    { ...ENTRY, digits: 'six', period: -1, created_at: 'once' },
    { digits: null, period: null, createdAt: null },
  ],
])('an entry with %s', async (_what, wire, expected) => {
  const { totps } = await totpsOf(json({ data: [wire], has_more: false }));
  expect(await totps.list('ident_1')).toMatchObject([{ remoteId: 'totp_1', ...expected }]);
});

test('a list in pages is followed, one that never ends is left, and one that repeats itself too', async () => {
  const page = (from: number) =>
    json({ data: [{ id: `totp_${from}` }, { id: `totp_${from + 1}` }], has_more: true });
  const paged = await totpsOf(page(0), page(2), json({ data: [{ id: 'totp_4' }], has_more: false }));
  expect((await paged.totps.list('i')).map(({ remoteId }) => remoteId)).toHaveLength(5);
  expect(calls(paged.server)[2]).toContain('offset=4');
  const endless = await totpsOf(...Array.from({ length: 20 }, (_, at) => page(at * 2)));
  expect(await endless.totps.list('i')).toHaveLength(20);
  const same = await totpsOf(page(0));
  expect(await same.totps.list('i')).toHaveLength(2);
  expect(same.server.seen).toHaveLength(2);
});

describe('codes', () => {
  const answer = (code: string, remaining_seconds: number): Reply => json({ code, remaining_seconds });

  test.each([0, 1, 2])('one with %i seconds left is waited out', async (left) => {
    const { server, totps } = await totpsOf(answer('111111', left), answer('222222', 30));
    const began = performance.now();
    expect(await totps.code('i', 't')).toMatchObject({ code: '222222' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(left * 1000);
    expect(server.seen).toHaveLength(2);
  });

  test('what the question took is taken off', async () => {
    const { baseUrl } = await startLoopback(answer('111111', 4), answer('222222', 30));
    const { apiKey } = account('');
    // The first answer takes two seconds of this clock; then it stands still.
    const times = [0, 2000, 2000, 2000];
    const send = createTransport({ baseUrl, apiKey, explain: explainAliaskit });
    const slot = totpSlot(send, () => times.shift() ?? 2000);
    expect(await slot.code('i', 't')).toEqual({ code: '222222', remaining: 30_000 });
  });

  test('a server whose codes always end is not asked for ever', async () => {
    const { server, totps } = await totpsOf(answer('111111', 0));
    expect((await failure(totps.code('i', 't'))).code).toBe('malformed');
    expect(server.seen).toHaveLength(3);
  });

  test('waiting ends with its reason', async () => {
    const { totps } = await totpsOf(answer('111111', 2));
    const ending = new AbortController();
    const reason = new Error('left');
    const pending = totps.code('i', 't', ending.signal);
    setTimeout(() => ending.abort(reason), 50);
    await expect(pending).rejects.toBe(reason);
  });

  test.each([
    { code: 123456 },
    { code: '12 34' },
    { code: '' },
    { remaining_seconds: '30' },
    { remaining_seconds: 9999 },
  ])('an answer with %j is malformed', async (change) => {
    const { totps } = await totpsOf(json({ code: '123456', remaining_seconds: 30, ...change }));
    expect((await failure(totps.code('i', 't'))).code).toBe('malformed');
  });
});
