// Troubles on order: each kind spoils exactly the requests it was ordered for, and `after` lets the work be done first.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'faults', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const order = (fault: object) => admin('POST', '/faults', { path: '/api/v1/identities', ...fault });
const held = async (): Promise<number> => (await admin('GET', '/identities')).body.identities.length;
const list = () =>
  fetch(`${sandbox.json.api}/identities`, { headers: { authorization: `Bearer ${sandbox.json.key}` } });

describe('a fault', () => {
  it('spoils as many matching requests as ordered, and no other', async () => {
    await order({ method: 'post', times: 2, act: { kind: 'status', status: 503 } });
    expect((await api('GET', '/identities')).status).toBe(200);
    expect((await api('POST', '/identities')).status).toBe(503);
    expect((await api('POST', '/identities')).body.error).toMatchObject({
      type: 'internal_error',
      status: 503,
    });
    expect((await api('POST', '/identities')).status).toBe(201);
    expect(await held()).toBe(1);
  });

  it('matches paths by star and can be taken back', async () => {
    await admin('POST', '/faults', {
      path: '/api/v1/*',
      times: 9,
      act: { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    });
    const answer = await api('GET', '/identities/ident_x/emails');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    await admin('DELETE', '/faults');
    expect((await api('GET', '/identities')).status).toBe(200);
  });

  it('may come after the work is done: a creation that seems to fail', async () => {
    await order({ method: 'POST', after: true, act: { kind: 'status', status: 500 } });
    expect((await api('POST', '/identities')).status).toBe(500);
    expect(await held()).toBe(1);
    await order({ method: 'POST', after: true, act: { kind: 'drop' } });
    await expect(api('POST', '/identities')).rejects.toThrow('fetch failed');
    expect(await held()).toBe(2);
  });

  it('drops, hangs, or waits', async () => {
    await order({ act: { kind: 'drop' } });
    await expect(list()).rejects.toThrow('fetch failed');
    await order({ act: { kind: 'hang' } });
    const hung = fetch(`${sandbox.json.api}/identities`, { signal: AbortSignal.timeout(200) });
    await expect(hung).rejects.toThrow(/timeout/);
    await order({ act: { kind: 'latency', ms: 120 } });
    const began = performance.now();
    expect((await list()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(110);
  });

  it('answers HTML, broken JSON, or half of the truth', async () => {
    await order({ act: { kind: 'html', status: 504 } });
    const html = await list();
    expect(html.status).toBe(504);
    expect(await html.text()).toContain('<h1>');
    await order({ act: { kind: 'malformed' } });
    await expect((await list()).json()).rejects.toThrow(SyntaxError);
    await order({ act: { kind: 'truncated' } });
    const half = await list();
    expect(half.status).toBe(200);
    await expect(half.text()).rejects.toThrow('terminated');
    expect((await api('GET', '/identities')).status).toBe(200);
  });

  it('sends any body and header, such as a redirect', async () => {
    await order({
      act: { kind: 'status', status: 302, body: {}, headers: { location: 'http://other.example/' } },
    });
    const answer = await fetch(`${sandbox.json.api}/identities`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://other.example/');
  });
});

it('closes while a request hangs and a letter is still to be sent', async () => {
  const other = await startSandbox();
  await adminOf(other.json)('POST', '/faults', { act: { kind: 'hang' } });
  const hung = fetch(`${other.json.api}/identities`).catch((error: Error) => error.message);
  await expect
    .poll(() => adminOf(other.json)('GET', '/requests').then((one) => one.body.requests.length))
    .toBe(1);
  await other.close();
  expect(await hung).toBe('fetch failed');
  await expect(fetch(other.json.admin)).rejects.toThrow();
});
