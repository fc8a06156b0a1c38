// What the AliasKit sandbox decides: validation, paging, search, plans, rates, error bodies, isolation, CORS, the clock.
// One claim a test, each from the contract's paragraph named beside it.
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
      names.push(...body.data.map((one: { name: string }) => one.name));
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

describe('messages', () => {
  it('filters unread mail and leaves it unread when read (§4.1)', async () => {
    const { id, email } = await make();
    for (const subject of ['one', 'two'])
      await admin('POST', '/inbound/email', {
        to: email.toUpperCase(),
        from: 'x@y.example',
        subject,
        text: 'b',
      });
    const list = await api('GET', `/identities/${id}/emails?unread=true`);
    expect(list.body.data.map((one: { subject: string }) => one.subject)).toEqual(['two', 'one']);
    await api('GET', `/identities/${id}/emails/${list.body.data[0].id}`);
    expect((await api('GET', `/identities/${id}/emails?unread=true`)).body.data).toHaveLength(2);
    await api('PATCH', `/identities/${id}/emails/${list.body.data[0].id}`, { read: true });
    expect((await api('GET', `/identities/${id}/emails?unread=true`)).body.data).toHaveLength(1);
    expect((await api('GET', `/identities/${id}/emails?unread=1`)).body.data).toHaveLength(2);
  });

  it('cuts snippets, so that a code late in the text is not in them (§4)', async () => {
    const { id, email } = await make();
    await admin('POST', '/inbound/email', {
      to: email,
      from: 'x@y.example',
      subject: 's',
      text: `${'word '.repeat(30)} 482913`,
    });
    const [listed] = (await api('GET', `/identities/${id}/emails`)).body.data;
    expect(listed.snippet).toHaveLength(103);
    expect(listed.snippet).not.toContain('482913');
    expect((await api('GET', `/identities/${id}/emails/${listed.id}`)).body.body_text).toContain('482913');
  });

  it('searches before it looks for a mail called "search" (§4.6)', async () => {
    const { id, email } = await make();
    const send = (subject: string, html: string, received_at: string) =>
      admin('POST', '/inbound/email', {
        to: email,
        from: `Bank <no-reply@${subject}.example>`,
        subject,
        html,
        received_at,
      });
    await send('invoice', '<p>Your invoice &amp; receipt</p>', '2026-01-01T00:00:00Z');
    await send('login', '<style>p{color:invoice}</style><p>Sign-in code</p>', '2026-02-01T00:00:00Z');
    const found = async (query: string) =>
      (await api('GET', `/identities/${id}/emails/search?${query}`)).body.data.map(
        (one: { subject: string }) => one.subject,
      );
    expect(await found('query=INVOI+receipt')).toEqual(['invoice']);
    expect(await found('query=invoice+code')).toEqual([]);
    expect(await found('from=LOGIN')).toEqual(['login']);
    expect(await found('after=2026-02-01T00:00:00Z')).toEqual(['login']);
    expect(await found('before=2026-02-01T00:00:00Z')).toEqual(['invoice']);
    for (const [query, param] of [
      ['', 'query'],
      ['after=soon', 'after'],
    ])
      expect((await api('GET', `/identities/${id}/emails/search?${query}`)).body.error.param).toBe(param);
  });

  it('needs a number to send a text, and delivers one to another identity (§5.2)', async () => {
    const silent = await make();
    const [a, b] = [await make({ provision_phone: true }), await make({ provision_phone: true })];
    const send = (id: string, body: object) => api('POST', `/identities/${id}/sms`, body);
    expect((await send(silent.id, { to: '+12025550155', body: 'x' })).body.error.param).toBe('from');
    expect((await send(a.id, { to: '0202', body: 'x' })).body.error.param).toBe('to');
    expect((await send(a.id, { to: '+12025550155', body: 'x'.repeat(1601) })).body.error.param).toBe('body');
    await send(a.id, { to: b.phone_number, body: 'hello' });
    const [got] = (await api('GET', `/identities/${b.id}/sms`)).body.data;
    expect(got).toMatchObject({ from: a.phone_number, body: 'hello', direction: 'inbound', read: false });
  });

  it('takes texts by form post and answers TwiML, whoever they are for (§5)', async () => {
    const { id, phone_number } = await make({ provision_phone: true });
    for (const To of [phone_number, '+12025550198']) {
      const form = new URLSearchParams({ To, From: '+12025550177', Body: 'Your code is 118820' });
      const answer = await ask(sandbox.json.smsInbound, 'POST', form.toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<Response></Response>') });
    }
    expect((await api('GET', `/identities/${id}/sms`)).body.data).toHaveLength(1);
  });

  it('drops what comes for a deleted identity and releases its number (§3.5)', async () => {
    const { id, email, phone_number } = await make({ provision_phone: true });
    await api('DELETE', `/identities/${id}`);
    const mail = await admin('POST', '/inbound/email', { to: email, from: 'x@y.example', text: 't' });
    expect(mail.body).toEqual({ stored: false, id: null });
    expect((await make({ provision_phone: true })).phone_number).toBe(phone_number);
  });
});

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
