// How the AliasKit sandbox lists, cuts, searches and drops messages, and takes texts from a phone provider. Mail over
// SMTP has its own file.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf, ask } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'messages', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const make = async (wish: object = {}) => (await api('POST', '/identities', wish)).body;
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
    expect(list.body.data.map((one) => one.subject)).toEqual(['two', 'one']);
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
      (await api('GET', `/identities/${id}/emails/search?${query}`)).body.data.map((one) => one.subject);
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
