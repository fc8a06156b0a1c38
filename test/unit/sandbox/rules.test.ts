// What stands around every operation of the sandbox: plans, rates, error bodies, keys, CORS, and its own clock and log.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf, ask } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'rules', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const make = async (wish: object = {}) => (await api('POST', '/identities', wish)).body;
const keyWith = async (wish: object): Promise<Ask> =>
  apiOf(sandbox.json, (await admin('POST', '/keys', wish)).body.key);

describe('plans (§11)', () => {
  it('stops a free key at its limits with 402 and the specific code', async () => {
    const free = await keyWith({ plan: 'free', account: 'small' });
    const refused = async (wish: object) => (await free('POST', '/identities', wish)).body.error;
    const made = await free('POST', '/identities');
    expect(await refused({ provision_phone: true })).toMatchObject({
      type: 'upgrade_required',
      status: 402,
      code: 'free_tier_phone_blocked',
    });
    expect((await free('POST', `/identities/${made.body.id}/phone`)).status).toBe(402);
    expect(await refused({ email_domain: 'own.example' })).toMatchObject({
      code: 'free_tier_custom_domains_blocked',
    });
    await free('POST', '/identities');
    await free('POST', '/identities');
    expect(await refused({})).toMatchObject({ code: 'free_tier_identity_limit' });
  });
});

describe('rate limit (§1.5)', () => {
  it('lets so many through, says how long to wait, and lets more through then', async () => {
    const limited = await keyWith({ rate_limit: 6 });
    for (let n = 0; n < 6; n++) expect((await limited('GET', '/identities')).status).toBe(200);
    const refused = await limited('GET', '/identities');
    expect(refused.status).toBe(429);
    expect(refused.body.error).toMatchObject({ type: 'rate_limited', status: 429 });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(9);
    expect(wait).toBeLessThanOrEqual(10);
    // 429 comes before 404, 405 and 403 (§1.4).
    expect((await limited('GET', '/nowhere')).status).toBe(429);
    await admin('POST', '/clock', { advance_ms: wait * 1000 });
    expect((await limited('GET', '/identities')).status).toBe(200);
    expect((await limited('GET', '/identities')).status).toBe(429);
  });

  it('writes Retry-After as a date where told so', async () => {
    await admin('PATCH', '/settings', { aliaskit: { retry_after: 'date' } });
    const limited = await keyWith({ rate_limit: 1 });
    await limited('GET', '/identities');
    const header = (await limited('GET', '/identities')).headers.get('retry-after') ?? '';
    expect(header).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Date.parse(header)).toBeGreaterThan(Date.now());
  });
});

describe('error bodies (§1.4)', () => {
  it('speaks the second documented shape', async () => {
    await admin('PATCH', '/settings', { aliaskit: { errors: 'codes' } });
    const { id } = await make();
    const missing = await api('POST', `/identities/${id}/emails`, {});
    expect(missing.body.error).toEqual({
      code: 'validation_error',
      message: expect.any(String),
      fields: { to: expect.any(String) },
    });
    expect((await api('GET', '/identities/x')).body.error.code).toBe('identity_not_found');
    expect((await apiOf(sandbox.json, null)('GET', '/identities')).body.error.code).toBe('auth_required');
    expect((await apiOf(sandbox.json, 'ak_live_x')('GET', '/identities')).body.error.code).toBe(
      'auth_invalid',
    );
  });
  it('speaks the early plain text', async () => {
    await admin('PATCH', '/settings', { aliaskit: { errors: 'text' } });
    expect((await api('GET', '/identities/x')).body).toEqual({ error: 'Identity not found' });
  });
});

describe('keys', () => {
  it('stop working when revoked, and are never shown again', async () => {
    const { body } = await admin('POST', '/keys', {});
    const mine = apiOf(sandbox.json, body.key);
    expect((await mine('GET', '/identities')).status).toBe(200);
    await admin('DELETE', `/keys/${body.id}`);
    expect((await mine('GET', '/identities')).status).toBe(401);
    expect(JSON.stringify((await admin('GET', '/keys')).body)).not.toContain(body.key);
  });
  it('share an account’s identities unless isolation says otherwise (§1.2)', async () => {
    const { id } = await make();
    const sibling = await keyWith({});
    expect((await sibling('GET', `/identities/${id}`)).status).toBe(200);
    await admin('PATCH', '/settings', { aliaskit: { isolation: 'key' } });
    expect((await sibling('GET', `/identities/${id}`)).status).toBe(404);
    expect((await api('GET', `/identities/${id}`)).status).toBe(200);
  });
});

describe('CORS (§13)', () => {
  const preflight = () =>
    ask(`${sandbox.json.api}/identities`, 'OPTIONS', undefined, { origin: 'http://page.example' });
  it('sends no headers by default', async () => {
    const answer = await preflight();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
  it('opens to pages where told so, refusals included', async () => {
    await admin('PATCH', '/settings', { aliaskit: { cors: '*' } });
    expect(await preflight()).toMatchObject({ status: 204 });
    for (const path of ['/identities', '/identities/x'])
      expect((await api('GET', path)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the sandbox itself', () => {
  it('gives the same people for the same seed, and keeps the first key over a reset', async () => {
    await admin('POST', '/reset', { seed: 'twin' });
    const first = await make();
    await admin('POST', '/reset', { seed: 'twin' });
    const again = await make();
    expect({ ...again, created_at: '', updated_at: '' }).toEqual({
      ...first,
      created_at: '',
      updated_at: '',
    });
  });
  it('refuses wrong admin bodies and unknown routes', async () => {
    expect((await admin('POST', '/faults', { act: { kind: 'sulk' } })).status).toBe(400);
    expect((await admin('PATCH', '/settings', { aliaskit: { errors: 'none' } })).status).toBe(400);
    expect((await admin('POST', '/clock', '{')).status).toBe(400);
    expect((await admin('GET', '/nowhere')).status).toBe(404);
    expect((await admin('DELETE', '/keys/none')).status).toBe(404);
  });
  it('sets the clock, which dates what comes in', async () => {
    await admin('POST', '/clock', { now: '2030-05-06T07:08:09Z' });
    expect((await make()).created_at).toMatch(/^2030-05-06T07:08:(09|1\d)Z$/);
  });
  it('writes down what was asked, without the key', async () => {
    await admin('DELETE', '/requests');
    await api('GET', '/identities?limit=3');
    const { requests } = (await admin('GET', '/requests?path=/api/v1/')).body;
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      path: '/api/v1/identities',
      query: '?limit=3',
      status: 200,
    });
    expect(JSON.stringify(requests)).not.toContain(sandbox.json.key);
  });
});
