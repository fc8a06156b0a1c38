// The sandbox's anon.li against recordings of the real server: all of them, in any order, and a recording that was tampered
// with is noticed. And against the public page, where that differs from the server.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replayAnonli } from '../../conformance/anonli.ts';
import golden from '../../fixtures/anonli/server.json';
import { fakeSalt } from '../../sandbox/anonli/vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { fake_salt as fake } from '../../vectors/anonli/vault.json';

describe('as the server was recorded', () => {
  test.each([
    ['in order', golden.exchanges],
    ['from the end', [...golden.exchanges].reverse()],
  ])('every exchange comes out equal, %s', async (_name, exchanges) => {
    const outcome = await replayAnonli({ exchanges });
    expect(outcome.different).toEqual([]);
    expect(outcome.skipped).toEqual([]);
    expect(outcome).toMatchObject({ replayed: exchanges.length, equal: exchanges.length });
  });

  const recorded = (id: string) => {
    const found = golden.exchanges.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no exchange ${id}`);
    return structuredClone(found) as Record<string, unknown> & { answer_headers: Record<string, string> };
  };

  test.each<[string, (exchange: ReturnType<typeof recorded>) => void]>([
    ['another status', (exchange) => Object.assign(exchange, { status: 418 })],
    [
      'a member more',
      (exchange) => Object.assign(exchange.body as { data: object }, { data: { id: 'c', extra: 1 } }),
    ],
    ['another limit', ({ answer_headers }) => Object.assign(answer_headers, { 'x-ratelimit-limit': '7' })],
    ['a header less', ({ answer_headers }) => Reflect.deleteProperty(answer_headers, 'x-ratelimit-reset')],
  ])('%s is a difference', async (_name, tamper) => {
    const exchange = recorded('create.object');
    tamper(exchange);
    const outcome = await replayAnonli({ exchanges: [exchange] });
    expect(outcome).toMatchObject({ replayed: 1, equal: 0, different: [{ id: 'create.object' }] });
  });

  test('what cannot be put in place is listed with its reason', async () => {
    const exchange = recorded('create.object');
    const stranger = { ...exchange, headers: { Authorization: 'Bearer {{key:stranger}}' } };
    const drop = { ...exchange, id: 'drop', path: '/api/v1/drop' };
    const { replayed, skipped } = await replayAnonli({ exchanges: [stranger, drop] });
    expect(replayed).toBe(0);
    expect(skipped).toEqual([
      { id: 'create.object', why: expect.stringContaining('account') },
      { id: 'drop', why: expect.stringContaining('route') },
    ]);
  });

  test('a file that is none is refused', async () => {
    await expect(replayAnonli({})).rejects.toThrow('not a golden file');
    await expect(replayAnonli({ exchanges: [{ id: 'x' }] })).rejects.toThrow('exchanges[0]');
  });
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'anonli', rateLimit: null });
});
afterAll(() => sandbox.close());

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
