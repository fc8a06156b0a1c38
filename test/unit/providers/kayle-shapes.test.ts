// What a Kayle server of another age, or an unfriendly one, may answer to who asks: attempts, new words, lost answers, pages that
// come again. Leans on a scripted server. Keyless readings are in kayle-asked.test.ts.
import { describe, expect, test } from 'vitest';
import { looksLikeKayleKey } from '../../../lib/checks/key.ts';
import { all, follow } from '../../../lib/providers/cursors.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { checkKayleBaseUrl, checkKayleKey, kayle } from '../../../lib/providers/kayle/kayle.ts';
import { failure } from './errors.ts';
import { cut, html, json, type Reply, raw, startLoopback } from './loopback.ts';

const ID = `vs_${'a'.repeat(64)}`;
const KEY = `kk_${'a'.repeat(32)}`;
const SESSION = {
  id: ID,
  status: 'created',
  failure_code: null,
  nfc_tries_used: 0,
  liveness_tries_used: 0,
  contract_version: 1,
  share_fields: { age_over_18: { required: true, reason: ' To sell\u0000 you\nwine ', source: 'rc' } },
  redirect_url: null,
  webhook_endpoint_id: null,
  verification_url: `https://verify.kayle.id/${ID}`,
  expires_at: '2026-11-22T01:15:44.979Z',
  completed_at: null,
  created_at: '2026-11-22T00:15:44.979Z',
  updated_at: '2026-11-22T00:15:44.979Z',
};
/** Of the attempt era: no counters, no failure code, the token in every link. */
const OLD = {
  id: 'vs_live_abc',
  status: 'completed',
  contract_version: 1,
  share_fields: SESSION.share_fields,
  redirect_url: null,
  verification_url: `https://verify.kayle.id/vs_live_abc?cancel_token=${'b'.repeat(48)}`,
  expires_at: '2026-05-05T12:00:00Z',
  completed_at: '2026-05-05T11:30:00Z',
  created_at: '2026-05-05T11:00:00Z',
  updated_at: '2026-05-05T11:30:00Z',
};

async function connect(...replies: Reply[]) {
  const server = await startLoopback(...replies);
  const account = {
    id: 'a',
    kind: 'kayle' as const,
    name: '',
    createdAt: 0,
    baseUrl: server.baseUrl,
    apiKey: KEY,
  };
  const { checks, webhooks } = kayle(account, createTransport);
  if (checks === undefined || webhooks === undefined) throw new Error('a slot is missing');
  return { checks, webhooks, server };
}
const read = async (session: object) => (await connect(json({ data: session, error: null }))).checks.get(ID);

describe('sessions', () => {
  test('reasons lose control characters, and nothing else is changed', async () => {
    expect((await read(SESSION)).claims).toEqual([
      { claim: 'age_over_18', required: true, reason: 'To sell you wine', chosen: true },
    ]);
  });

  test.each([
    [[], 'completed', null],
    [
      [{ status: 'failed', failure_code: 'liveness_failed', created_at: '2026-05-05T11:10:00Z' }],
      'failed',
      'liveness_failed',
    ],
    [
      [
        { status: 'failed', failure_code: 'liveness_failed', created_at: '2026-05-05T11:10:00Z' },
        { status: 'succeeded', failure_code: null, created_at: '2026-05-05T11:20:00Z' },
      ],
      'succeeded',
      null,
    ],
    [
      [
        { status: 'failed', failure_code: 'passport_data_invalid', created_at: '2026-05-05T11:20:00Z' },
        { status: 'failed', failure_code: 'liveness_failed', created_at: '2026-05-05T11:10:00Z' },
      ],
      'failed',
      'passport_data_invalid',
    ],
  ])('of the attempt era: %j', async (attempts, status, failureCode) => {
    const check = await read({ ...OLD, attempts });
    expect(check).toMatchObject({ status, failureCode, tries: null, endpointIds: null });
    expect(check.pageUrl).toBe('https://verify.kayle.id/vs_live_abc');
  });

  test('attempts are asked for where they alone tell how it ended, and nowhere else', async () => {
    const failed = { status: 'failed', failure_code: 'liveness_failed', created_at: '2026-05-05T11:10:00Z' };
    const old = await connect(json({ data: OLD }), json({ data: { ...OLD, attempts: [failed] } }));
    expect((await old.checks.get('vs_live_abc')).status).toBe('failed');
    expect(old.server.seen.map(({ url }) => url)).toEqual([
      '/v1/sessions/vs_live_abc',
      '/v1/sessions/vs_live_abc?include_attempts=true',
    ]);
    const today = await connect(json({ data: SESSION }));
    await today.checks.get(ID);
    expect(today.server.seen).toHaveLength(1);
  });

  test('a new status keeps its word, new members do not matter, a target reads as a list', async () => {
    expect(
      await read({ ...SESSION, status: 'paused', colour: 'red', webhook_endpoint_id: 'whe_1' }),
    ).toMatchObject({ status: 'unknown', statusWord: 'paused', endpointIds: ['whe_1'] });
  });

  test.each([
    ['verification_url', 'javascript:alert(1)'],
    ['verification_url', 'not a link'],
    ['expires_at', 'soon'],
    ['id', '..'],
  ])('%s of %j is malformed', async (member, value) => {
    const { checks } = await connect(json({ data: { ...SESSION, [member]: value }, error: null }));
    expect((await failure(checks.get(ID))).code).toBe('malformed');
  });

  test('a creation whose answer cannot be read, or is lost, is doubtful', async () => {
    const wish = { shareFields: { age_over_18: { required: true, reason: 'To sell you wine' } } };
    for (const reply of [cut, html(502), raw('', 500), json({ data: { id: ID } })]) {
      const { checks } = await connect(reply);
      expect((await failure(checks.create(wish))).code).toBe('doubtful');
    }
    const { checks } = await connect(json({ error: { code: 'UNAUTHORIZED', message: 'Unauthorized' } }, 401));
    expect((await failure(checks.create(wish))).code).toBe('unauthorized');
  });

  test('what is sent: explicit fields as JSON, the key in its header, nothing in the address', async () => {
    const { checks, server } = await connect(
      json({ data: { ...SESSION, cancel_token: 'c'.repeat(48) }, error: null }),
    );
    const made = await checks.create({
      shareFields: { age_over_18: { required: true, reason: 'To sell you wine' } },
    });
    expect(made.cancelToken).toBe('c'.repeat(48));
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'POST', url: '/v1/sessions' });
    expect(seen?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
    });
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      share_fields: { age_over_18: { required: true, reason: 'To sell you wine' } },
    });
  });

  test('a private part of a key never leaves', async () => {
    const { webhooks, server } = await connect(json({}));
    const jwk = { kty: 'RSA' as const, n: 'bg', e: 'AQAB', d: 'secret', p: 'secret' };
    await failure(webhooks.registerKey('whe_1', { keyId: 'k', jwk }));
    expect(server.seen[0]?.body).not.toContain('secret');
  });
});

describe('pages', () => {
  const page = (ids: string[], next: string | null): Reply =>
    json({
      data: ids.map((id) => ({ ...SESSION, id })),
      error: null,
      pagination: { limit: 2, has_more: next !== null, next_cursor: next },
    });
  const idsOf = async (...replies: Reply[]) => {
    const { checks, server } = await connect(...replies);
    const found = await all(
      (after) => checks.list({ after }),
      ({ remoteId }) => remoteId,
    );
    return { ids: found.map(({ remoteId }) => remoteId), urls: server.seen.map(({ url }) => url) };
  };

  test('are followed to the end', async () => {
    const { ids, urls } = await idsOf(page(['a', 'b'], 'b'), page(['c'], null));
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(urls).toEqual(['/v1/sessions?limit=100', '/v1/sessions?limit=100&starting_after=b']);
  });

  test('that come again end the walk: the same page, the same cursor, two that point at each other', async () => {
    expect((await idsOf(page(['a', 'b'], 'b'))).ids).toEqual(['a', 'b']);
    const crossed = await idsOf(page(['a'], 'a'), page(['b'], 'b'), page(['c'], 'a'));
    expect(crossed.ids).toEqual(['a', 'b', 'c']);
    expect(crossed.urls).toHaveLength(3);
  });

  test('of nothing, without pagination, or that go on nowhere', async () => {
    expect((await idsOf(page([], null))).ids).toEqual([]);
    expect((await idsOf(json({ data: [SESSION], error: null }))).ids).toEqual([ID]);
    const nowhere = json({ data: [SESSION], pagination: { has_more: true, next_cursor: null } });
    expect((await idsOf(nowhere)).ids).toEqual([ID]);
  });

  test('a server that always has more is left at some point', async () => {
    let count = 0;
    const list = async () => {
      count += 1;
      return { items: [{ id: String(count) }], next: String(count) };
    };
    for await (const items of follow(list, ({ id }) => id)) expect(items).toHaveLength(1);
    expect(count).toBe(200);
  });
});

describe('what a person types', () => {
  test('a base URL with or without its version, at a path, on this machine', () => {
    expect(checkKayleBaseUrl(' https://api.kayle.id/v1/ ')).toBe('https://api.kayle.id');
    expect(checkKayleBaseUrl('https://own.example/kayle')).toBe('https://own.example/kayle');
    expect(checkKayleBaseUrl('http://127.0.0.1:8787')).toBe('http://127.0.0.1:8787');
    expect(() => checkKayleBaseUrl('http://api.kayle.id')).toThrow(
      expect.objectContaining({ code: 'insecure-url' }),
    );
  });

  test('a key of another shape is a reason to warn; one that cannot travel is refused', () => {
    expect(looksLikeKayleKey(` ${KEY}\n`)).toBe(true);
    for (const odd of ['ak_live_1', `kk_${'A'.repeat(32)}`, 'kk_short']) {
      expect(looksLikeKayleKey(odd)).toBe(false);
      expect(checkKayleKey(odd)).toBe(odd);
    }
    for (const bad of ['', 'two words', 'line\nbreak', 'schlüssel'])
      expect(() => checkKayleKey(bad)).toThrow(expect.objectContaining({ code: 'rejected' }));
  });
});
