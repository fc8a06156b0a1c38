// An AliasKit account as such: what a probe can tell of its key, and which keys and addresses of a server are refused
// before anything is sent. Leans on a scripted server.
import { describe, expect, test } from 'vitest';
import type { AliaskitAccount } from '../../../lib/aliaskit-account.ts';
import { ALIASKIT_SCOPE_NAMES } from '../../../lib/aliaskit-scopes.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { account, calls, open, SUMMARY } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { html, json, startLoopback } from './loopback.ts';

describe('probe', () => {
  const forbidden = json({ error: { type: 'forbidden', message: 'No.' } }, 403);

  test('three cheap calls tell what can be read, and three that change nothing what cannot be written', async () => {
    const server = await startLoopback(
      json({ data: [SUMMARY], has_more: true }),
      json({ data: [] }),
      json({ data: [] }),
      json({}, 404),
      forbidden,
      json({}, 402),
    );
    expect(await open(server).probe()).toEqual({
      scopes: {
        'identities:read': true,
        'messages:read': true,
        'cards:read': true,
        // A 404 proves no right, and a 402 speaks of the plan.
        'messages:write': false,
      },
      count: null,
    });
    expect(calls(server)).toEqual([
      'GET /v1/identities?limit=1',
      `GET /v1/identities/${SUMMARY.id}/emails?limit=1`,
      `GET /v1/identities/${SUMMARY.id}/cards?limit=1`,
      'PATCH /v1/identities/nobody',
      'POST /v1/identities/nobody/emails',
      'POST /v1/identities/nobody/cards',
    ]);
    expect(server.seen.map(({ body }) => body).join('')).toBe('{}{}{}');
  });

  test('without identities only what is missing can be told', async () => {
    const server = await startLoopback(json({ data: [], has_more: false }), forbidden, json({}, 404));
    expect(await open(server).probe()).toEqual({
      scopes: { 'identities:read': true, 'messages:read': false },
      count: 0,
    });
  });

  test('a key that may ask no more is asked no more', async () => {
    const server = await startLoopback(json({ data: [SUMMARY] }), json({}, 429));
    expect((await open(server).probe()).scopes).toEqual({ 'identities:read': true });
    expect(server.seen).toHaveLength(2);
  });

  test('a partial key is no failure', async () => {
    const mailless = await startLoopback(
      json({ data: [SUMMARY], has_more: false }),
      forbidden,
      json({ data: [] }),
      json({}, 404),
    );
    expect(await open(mailless).probe()).toEqual({
      scopes: { 'identities:read': true, 'messages:read': false, 'cards:read': true },
      count: 1,
    });
    const cardless = await startLoopback(json({ data: [SUMMARY] }), json({ data: [] }), forbidden);
    expect((await open(cardless).probe()).scopes).toMatchObject({ 'cards:read': false });
    const blind = await startLoopback(forbidden);
    const scopes = Object.fromEntries(ALIASKIT_SCOPE_NAMES.map((scope) => [scope, false]));
    expect(await open(blind).probe()).toEqual({ scopes, count: null });
  });

  test.each([402, 404, 429, 500])(
    'when mail and cards cannot be asked about (%i), that stays unknown',
    async (status) => {
      const server = await startLoopback(json({ data: [SUMMARY] }), json({}, status));
      expect(await open(server).probe()).toEqual({ scopes: { 'identities:read': true }, count: 1 });
    },
  );

  test('a wrong key, or a server that is something else, is one', async () => {
    const wrong = await startLoopback(json({ error: { type: 'unauthorized', message: 'No.' } }, 401));
    expect((await failure(open(wrong).probe())).code).toBe('unauthorized');
    const other = await startLoopback(html(200));
    expect((await failure(open(other).probe())).code).toBe('malformed');
  });
});

describe('before anything is sent', () => {
  const make = (over: Partial<AliaskitAccount>) => () =>
    aliaskit({ ...account('https://www.aliaskit.com/api/v1'), ...over }, createTransport);

  test.each(['', 'ak_live_', 'ak_live_short', 'ak_test_0123456789', 'ak_live_12345678 9', 'sk-12345678'])(
    '%j is no key',
    (apiKey) => {
      expect(make({ apiKey })).toThrow(
        expect.objectContaining({ code: 'rejected', detail: { field: 'apiKey' } }),
      );
    },
  );

  test('plain http to anywhere but here is refused', () => {
    expect(make({ baseUrl: 'http://www.aliaskit.com/api/v1' })).toThrow(
      expect.objectContaining({ code: 'insecure-url', detail: { host: 'www.aliaskit.com' } }),
    );
  });
});
