// How the AliasKit sandbox makes, changes and pages identities. One claim a test, each from the contract's paragraph
// named beside it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'identities', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const make = async (wish: object = {}) => (await api('POST', '/identities', wish)).body;
describe('creating an identity (§3.1)', () => {
  it.each([
    ['name', { name: '' }],
    ['name', { name: 7 }],
    ['name', { name: 'x'.repeat(101) }],
    ['metadata', { metadata: [] }],
    ['metadata', { metadata: { big: 'x'.repeat(17_000) } }],
    ['email_username', { email_username: '-a' }],
    ['email_domain', { email_domain: 'nodot' }],
    ['provision_phone', { provision_phone: 'yes' }],
    ['phone_country', { phone_country: 'FR' }],
  ])('refuses a bad %s', async (param, wish) => {
    const answer = await api('POST', '/identities', wish);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ type: 'invalid_request', param });
    expect((await api('GET', '/identities')).body.data).toEqual([]);
  });

  it('takes the wished name, handle, domain and number', async () => {
    const made = await make({
      name: 'Zoë Ng',
      email_username: 'Zoe.Ng',
      email_domain: 'mail.example',
      provision_phone: true,
      metadata: { a: [1] },
    });
    expect(made).toMatchObject({ name: 'Zoë Ng', email: 'zoe.ng@mail.example', metadata: { a: [1] } });
    expect(made.phone_number).toMatch(/^\+1202555010\d$/);
    expect((await make({ display_name: 'Only Display' })).name).toBe('Only Display');
  });

  it('answers 409 for an address in use, also by a deleted identity', async () => {
    const { id } = await make({ email_username: 'taken' });
    await api('DELETE', `/identities/${id}`);
    const answer = await api('POST', '/identities', { email_username: 'taken' });
    expect(answer.body.error).toMatchObject({ type: 'conflict', status: 409, param: 'email_username' });
  });

  it('leaves nothing behind when no number can be had', async () => {
    await admin('PATCH', '/settings', { aliaskit: { phone_stock: false } });
    expect((await api('POST', '/identities', { provision_phone: true })).status).toBe(500);
    expect((await api('GET', '/identities')).body.data).toEqual([]);
  });

  it('says what is wrong with a body that is no JSON object', async () => {
    for (const body of ['{"a"', '[]', '3'])
      expect((await api('POST', '/identities', body)).body.error).toMatchObject({
        type: 'invalid_request',
        status: 400,
      });
  });
});

describe('updating (§3.4)', () => {
  it('replaces metadata whole', async () => {
    const { id } = await make({ metadata: { a: 1, b: 2 } });
    expect((await api('PATCH', `/identities/${id}`, { metadata: { b: 3 } })).body.metadata).toEqual({ b: 3 });
  });
  it('refuses a body with nothing to change', async () => {
    const { id } = await make();
    expect((await api('PATCH', `/identities/${id}`, { email: 'x@y.example' })).status).toBe(400);
  });
  it('keeps suspended identities in the list and answers 409 for a second number', async () => {
    const { id } = await make({ provision_phone: true });
    await api('PATCH', `/identities/${id}`, { status: 'suspended' });
    expect((await api('GET', '/identities')).body.data[0].status).toBe('suspended');
    expect((await api('POST', `/identities/${id}/phone`)).status).toBe(409);
  });
});

describe('paging (§1.3)', () => {
  it('walks newest first and ends', async () => {
    for (let n = 0; n < 5; n++) await make({ name: `Person ${n}` });
    const names: string[] = [];
    for (let offset = 0, more = true; more; offset += 2) {
      const { body } = await api('GET', `/identities?limit=2&offset=${offset}`);
      names.push(...body.data.map((one) => one.name));
      more = body.has_more;
    }
    expect(names).toEqual(['Person 4', 'Person 3', 'Person 2', 'Person 1', 'Person 0']);
  });
  it('gives 20 by default and clamps at 100', async () => {
    for (let n = 0; n < 101; n++) await make();
    expect((await api('GET', '/identities')).body.data).toHaveLength(20);
    const clamped = await api('GET', '/identities?limit=5000');
    expect(clamped.body.data).toHaveLength(100);
    expect(clamped.body.has_more).toBe(true);
  });
  it.each([
    ['limit', '0'],
    ['limit', 'ten'],
    ['offset', '-1'],
    ['offset', '1.5'],
  ])('refuses %s=%s', async (param, value) => {
    const answer = await api('GET', `/identities?${param}=${value}`);
    expect(answer.body.error).toMatchObject({ type: 'invalid_request', param, status: 400 });
  });
});
