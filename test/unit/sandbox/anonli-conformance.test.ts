// The sandbox's anon.li against recordings of the real server, in order: status, headers that matter, the whole of every
// error and the shape of every success. And against the public page, where that differs from the server.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import golden from '../../fixtures/anonli/server.json';
import { fakeSalt } from '../../sandbox/anonli/vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { fake_salt as fake } from '../../vectors/anonli/vault.json';
import { BEFORE, type Exchange, replay, seedAccounts, shapeOf } from './anonli-replay.ts';

/** As the real server answers; the sandbox's own default is the public page's. */
const SERVER = {
  envelope: 'meta',
  paging: true,
  deletions: 'data',
  plan_status: 402,
  errors: 'standard',
  rate_headers: true,
  burst: true,
} as const;

/** Exchanges the sandbox cannot be held to, and why. */
const EXCEPT: Readonly<Record<string, string>> = {
  'domain.get.id': 'the recorded domain has a signing key; the sandbox makes none',
  'domain.list.pro': 'as above',
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'anonli', rateLimit: null });
});
afterAll(() => sandbox.close());

describe('as the server was recorded', () => {
  const exchanges = (golden.exchanges as unknown as Exchange[]).filter(
    ({ id }) => !Object.hasOwn(EXCEPT, id),
  );
  let keys: Map<string, string>;
  const matched = new Map<string, string>();
  beforeAll(() => {
    sandbox.world.state.settings.anonli = { ...SERVER };
    keys = seedAccounts(sandbox);
  });

  // One after the other: what one exchange made, later ones ask for.
  test.each(exchanges)('$id', async (exchange) => {
    // The recording took its time; here a minute's worth of requests comes at once.
    if (!exchange.id.startsWith('ratelimit.')) sandbox.world.bursts.clear();
    BEFORE[exchange.id]?.(sandbox, keys);
    const ours = await replay(sandbox, keys, matched, exchange);
    expect(ours.status).toBe(exchange.status);
    const { body: theirs } = exchange;
    if (isError(theirs) && isError(ours.body)) expect(plain(ours.body)).toEqual(plain(theirs));
    else expect(shapeOf(ours.body)).toEqual(shapeOf(theirs));
    expect(rateOf(ours.headers)).toEqual(rateOf(exchange.answer_headers));
    expect(ours.headers['cache-control'] ?? null).toBe(exchange.answer_headers['cache-control'] ?? null);
  });
});

type Failed = { error: unknown };
const isError = (body: unknown): body is Failed =>
  typeof body === 'object' && body !== null && 'error' in body;

/** Without what differs from one call to the next. */
const plain = (body: object): unknown =>
  JSON.parse(
    JSON.stringify(body, (name, value) =>
      name === 'request_id' || name === 'retryAfter' ? typeof value : value,
    ),
  );

/** The ceiling is the same number, the others are there or not. */
const rateOf = (headers: Record<string, string>) => ({
  limit: headers['x-ratelimit-limit'] ?? null,
  remaining: 'x-ratelimit-remaining' in headers,
  reset: 'x-ratelimit-reset' in headers,
  wait: 'retry-after' in headers,
});

describe('as the public page shows', () => {
  beforeEach(() => sandbox.world.reset());

  const ask = async (method: string, path: string, body?: unknown) => {
    const { anonli, anonliKey } = sandbox.json;
    const response = await fetch(anonli + path, {
      method,
      headers: { Authorization: `Bearer ${anonliKey}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as { data: { id: string }[] } };
  };

  test('lists are data alone, and the same whatever page is asked for', async () => {
    await ask('POST', '/alias', {});
    await ask('POST', '/alias', {});
    const { body } = await ask('GET', '/alias');
    expect(Object.keys(body)).toEqual(['data']);
    expect((await ask('GET', '/alias?limit=1&offset=1')).body).toEqual(body);
  });

  test('a deletion is a success', async () => {
    await ask('POST', '/alias', {});
    const [{ id } = { id: '' }] = (await ask('GET', '/alias')).body.data;
    expect(await ask('DELETE', `/alias/${id}`)).toEqual({ status: 200, body: { success: true } });
  });

  test('a plan limit is forbidden', async () => {
    for (const user of sandbox.world.state.anonli.users.values()) user.tier = 'free';
    for (let made = 0; made < 10; made += 1) expect((await ask('POST', '/alias', {})).status).toBe(201);
    expect((await ask('POST', '/alias', {})).status).toBe(403);
  });
});

test('an address without a vault has a salt all the same', () => {
  expect(fakeSalt(fake.email)).toBe(fake.auth_salt);
});

test('it answers on a host name of its own', async () => {
  const { anonliSite, port } = sandbox.json;
  expect(new URL(anonliSite).hostname).toBe('anonli.localhost');
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    const headers = { host: new URL(anonliSite).host };
    request({ host: '127.0.0.1', port, path: '/api/v1/me', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(401);
});

describe('what only a test may do', () => {
  beforeEach(() => sandbox.world.reset());

  const admin = async (method: string, path: string, body?: object) => {
    const response = await fetch(sandbox.json.admin + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const get = (path: string, key: unknown) =>
    fetch(sandbox.json.anonli + path, { headers: { Authorization: `Bearer ${String(key)}` } });
  const FACTS = {
    auth_salt: 'a',
    vault_salt: 'b',
    password_wrapped_vault_key: 'c',
    auth_secret: 'd'.repeat(43),
  };

  test('accounts are made, moved to another plan, emptied of requests and banned', async () => {
    const { id, key } = (await admin('POST', '/anonli/users', { email: 'a@b.example', tier: 'free' })).body;
    expect((await get('/alias', key)).headers.get('x-ratelimit-limit')).toBe('500');
    await admin('PATCH', `/anonli/users/${String(id)}`, { tier: 'plus', requests_left: 1 });
    expect((await get('/alias', key)).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await get('/alias', key)).status).toBe(429);
    await admin('PATCH', `/anonli/users/${String(id)}`, { banned: true });
    expect((await get('/me', key)).status).toBe(401);
  });

  test('a change of password keeps the vault and counts on; a reset destroys it', async () => {
    const { body } = await admin('POST', '/anonli/users', { email: 'a@b.example', vault: FACTS });
    const path = `/anonli/users/${String(body.id)}`;
    const first = body.vault as { id: string };
    expect(first).toMatchObject({ generation: 1, authSalt: 'a' });
    const changed = (await admin('PATCH', path, { vault: { ...FACTS, auth_salt: 'z' } })).body.vault;
    expect(changed).toEqual({ id: first.id, generation: 2, authSalt: 'z' });
    expect((await admin('PATCH', path, { vault: null })).body.vault).toBeNull();
    const again = (await admin('PATCH', path, { vault: FACTS })).body.vault as { id: string };
    expect(again).toMatchObject({ generation: 1 });
    expect(again.id).not.toBe(first.id);
  });

  test('keys of organisations and domains are made; who is not there is not found', async () => {
    const { id } = (await admin('POST', '/anonli/users', { email: 'a@b.example' })).body;
    const { key } = (await admin('POST', '/anonli/keys', { user: id, organisation: 'subscribed' })).body;
    expect((await get('/me', key)).status).toBe(403);
    const { status } = await admin('POST', '/anonli/domains', { user: 'nobody', domain: 'own.example' });
    expect(status).toBe(404);
    await admin('POST', '/anonli/domains', { user: id, domain: 'own.example' });
    expect((await admin('GET', '/anonli/users')).status).toBe(200);
    expect([...sandbox.world.state.anonli.domains.values()]).toMatchObject([
      { owner: id, domain: 'own.example', verified: true },
    ]);
  });

  test('the first key outlives a reset', async () => {
    await admin('POST', '/reset', {});
    expect((await get('/me', sandbox.json.anonliKey)).status).toBe(200);
  });
});
