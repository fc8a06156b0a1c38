// The sandbox against the AliasKit contract: every route with every way of being refused, and the exact members of every
// answer the reference shows. If this file is green, a client that works here has met the documented shapes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { fill, person as makePerson, OPERATIONS, SCOPES } from './aliaskit-routes.ts';
import { type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'conformance', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const FULL = [
  'created_at',
  'date_of_birth',
  'email',
  'id',
  'metadata',
  'name',
  'phone_number',
  'status',
  'updated_at',
];
const SUMMARY = ['created_at', 'email', 'id', 'name', 'phone_number', 'status'];
const EMAIL = ['body_html', 'body_text', 'from', 'id', 'read', 'received_at', 'subject', 'to'];
const EMAIL_LISTED = ['from', 'id', 'read', 'received_at', 'snippet', 'subject', 'to'];
const SMS = ['body', 'direction', 'from', 'id', 'read', 'received_at', 'to'];
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const keysOf = (value: object): string[] => Object.keys(value).sort();

const person = () => makePerson(api, admin);

describe.each(OPERATIONS)('$method $path', ({ method, path, scope }) => {
  it('asks for a key', async () => {
    for (const key of [null, 'ak_live_00000000000000000000000000000000', 'nonsense']) {
      const answer = await apiOf(sandbox.json, key)(method, path);
      expect(answer.status).toBe(401);
      expect(answer.body.error).toMatchObject({ type: 'unauthorized', status: 401 });
    }
  });

  it(`asks for the scope ${scope}`, async () => {
    const { body } = await admin('POST', '/keys', { scopes: SCOPES.filter((one) => one !== scope) });
    const answer = await apiOf(sandbox.json, body.key)(method, path);
    expect(answer.status).toBe(403);
    expect(answer.body.error).toMatchObject({ type: 'forbidden', status: 403 });
  });

  it('answers 405 for a method it does not have', async () => {
    const used = OPERATIONS.filter((one) => one.path === path).map((one) => one.method);
    // Methods that are inferred come with the alternatives that the contract says to accept.
    const also = path.endsWith('/token') || path.endsWith('/limits') ? ['PUT', 'POST'] : ['PUT'];
    const accepted = [...used, ...also];
    const wrong = ['DELETE', 'POST', 'GET'].find((one) => !accepted.includes(one));
    const answer = await api(String(wrong), path);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(used));
  });
});

describe.each(OPERATIONS.filter(({ path }) => path.includes(':')))('$method $path', ({ method, path }) => {
  it('answers 404 for what is unknown, deleted or somebody else’s', async () => {
    const mine = await person();
    const other = await person();
    await api('DELETE', `/identities/${other.id}`);
    const { body } = await admin('POST', '/keys', { account: 'stranger' });
    const stranger = apiOf(sandbox.json, body.key);
    const nobody = { ...mine, id: 'ident_nobody', cardId: 'card_none' };
    const answers = [
      await api(method, fill(path, nobody)),
      await api(method, fill(path, other)),
      await stranger(method, fill(path, mine)),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.body.error).toMatchObject({ type: 'not_found', status: 404 });
    }
  });
});

it('answers 404 for what the contract says does not exist', async () => {
  const { id, cardId } = await person();
  for (const path of [
    '/cards',
    `/identities/${id}/threads`,
    `/cards/${cardId}/blob`,
    '/webhooks',
    '/nowhere',
  ]) {
    const answer = await api('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.body.error).toEqual({ type: 'not_found', message: expect.any(String), status: 404 });
  }
});

describe('the shapes the reference shows', () => {
  it('identity: whole from create, get, update and phone; short in lists', async () => {
    const made = await api('POST', '/identities', { metadata: { plan: 'x' } });
    expect(made.status).toBe(201);
    const { id } = made.body;
    const got = await api('GET', `/identities/${id}`);
    const updated = await api('PATCH', `/identities/${id}`, { name: 'New Name' });
    const called = await api('POST', `/identities/${id}/phone`, { country: 'GB' });
    for (const answer of [made, got, updated, called]) expect(keysOf(answer.body)).toEqual(FULL);
    expect(got.body).toEqual(made.body);
    expect(updated.body).toMatchObject({ name: 'New Name', metadata: { plan: 'x' } });
    expect(called.body.phone_number).toMatch(/^\+44\d{10}$/);
    expect(made.body).toMatchObject({ status: 'active', phone_number: null });
    expect(made.body.created_at).toMatch(STAMP);
    expect(made.body.email).toMatch(new RegExp(`-${id.slice(6, 10)}@aliaskit\\.com$`));
    const list = await api('GET', '/identities');
    expect(keysOf(list.body)).toEqual(['data', 'has_more']);
    expect(keysOf(list.body.data[0])).toEqual(SUMMARY);
  });

  it('email and SMS: whole and short, with nothing the reference lacks', async () => {
    const { id, email, phone, emailId, smsId } = await person();
    const mails = await api('GET', `/identities/${id}/emails`);
    expect(keysOf(mails.body.data[0])).toEqual(EMAIL_LISTED);
    const mail = await api('GET', `/identities/${id}/emails/${emailId}`);
    expect(keysOf(mail.body)).toEqual(EMAIL);
    expect(mail.body).toMatchObject({
      from: 'a@b.example',
      to: email,
      body_text: 't',
      body_html: null,
      read: false,
    });
    expect(mail.body.received_at).toMatch(STAMP);
    const texts = await api('GET', `/identities/${id}/sms`);
    const text = await api('GET', `/identities/${id}/sms/${smsId}`);
    for (const one of [texts.body.data[0], text.body]) expect(keysOf(one)).toEqual(SMS);
    const sent = await api('POST', `/identities/${id}/sms`, { to: '+12025550155', body: 'hi' });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ from: phone, direction: 'outbound', read: true });
  });

  it('shows the members of later sources only behind the switch', async () => {
    const { id, emailId } = await person();
    await admin('PATCH', '/settings', { aliaskit: { email_extras: true } });
    const mail = await api('GET', `/identities/${id}/emails/${emailId}`);
    expect(keysOf(mail.body)).toEqual(
      [...EMAIL, 'attachments', 'direction', 'headers', 'identity_id', 'thread_id'].sort(),
    );
  });

  it('error: the sample for a missing recipient', async () => {
    const { id } = await person();
    const answer = await api('POST', `/identities/${id}/emails`, { subject: 's', body_text: 'b' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: { type: 'invalid_request', message: expect.any(String), param: 'to', status: 400 },
    });
  });

  it('deletes and marks', async () => {
    const { id, emailId, smsId } = await person();
    const base = `/identities/${id}`;
    expect((await api('GET', `${base}/emails/${emailId}`)).body.read).toBe(false);
    for (const method of ['PATCH', 'PUT']) {
      expect((await api(method, `${base}/emails/${emailId}`, { read: true })).body.read).toBe(true);
      expect((await api(method, `${base}/sms/${smsId}`, { read: true })).body.read).toBe(true);
    }
    expect((await api('PATCH', `${base}/emails/${emailId}`, { read: 'yes' })).body.error.param).toBe('read');
    for (const path of [`${base}/emails/${emailId}`, `${base}/sms/${smsId}`, base]) {
      expect(await api('DELETE', path)).toMatchObject({ status: 200, body: { success: true } });
      expect((await api('DELETE', path)).status).toBe(404);
    }
  });
});
