// Mail and texts between identities of the sandbox: what one sends by the API reaches the other over SMTP, answers find their
// conversation by Message-ID on both sides, and everything sent can be looked at.
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf, mailsOf, type Wire } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'letters', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await admin('POST', '/reset', {});
  await admin('PATCH', '/settings', { aliaskit: { email_extras: true } });
});

const make = async (): Promise<Wire> => (await api('POST', '/identities', { provision_phone: true })).body;
const send = async (from: Wire, to: string, subject: string): Promise<Wire> =>
  (await api('POST', `/identities/${from.id}/emails`, { to, subject, body_text: 't' })).body;

it('a conversation of three mails is one thread on either side', async () => {
  const [ana, bo] = [await make(), await make()];
  const first = await send(ana, bo.email, 'Lunch?');
  const [came] = await mailsOf(api, bo.id);
  expect(came).toMatchObject({ from: ana.email, to: bo.email, subject: 'Lunch?', direction: 'inbound' });
  expect(came.headers['message-id']).toBe(first.headers['message-id']);

  const answer = await send(bo, ana.email, 'Re: Lunch?');
  expect(answer.headers['in-reply-to']).toBe(first.headers['message-id']);
  expect(answer.thread_id).toBe(came.thread_id);
  const [back] = await mailsOf(api, ana.id);
  expect(back.thread_id).toBe(first.thread_id);

  const again = await send(ana, bo.email, 'RE: re: lunch?');
  expect(again.headers.references).toBe(`${first.headers['message-id']} ${answer.headers['message-id']}`);
  const all = await mailsOf(api, bo.id);
  expect(new Set(all.map((mail) => mail.thread_id)).size).toBe(1);
  expect(all.map((mail) => mail.subject)).toEqual(['RE: re: lunch?', 'Lunch?']);
});

it('another subject, another partner, or no answer at all begins a thread of its own', async () => {
  const [ana, bo, cy] = [await make(), await make(), await make()];
  const sent = [
    await send(ana, bo.email, 'Lunch?'),
    await send(ana, bo.email, 'Lunch?'),
    await send(ana, cy.email, 'Re: Lunch?'),
    await send(ana, bo.email, 'Re: Dinner?'),
  ];
  expect(new Set(sent.map((mail) => mail.thread_id)).size).toBe(4);
});

it('a mail from outside is answered outside, with what it answers', async () => {
  const ana = await make();
  const { host, port } = sandbox.json.smtp;
  const mailer = createTransport({ host, port, secure: false, ignoreTLS: true });
  await mailer.sendMail({
    from: 'Shop <help@shop.example>',
    to: ana.email,
    subject: 'Order 7',
    text: 't',
    messageId: '<order-7@shop.example>',
    replyTo: 'Desk <desk@shop.example>',
  });
  mailer.close();
  const [mail] = await mailsOf(api, ana.id);
  expect(mail.headers['reply-to']).toBe('Desk <desk@shop.example>');
  const answer = await send(ana, 'help@shop.example', 'Re: Order 7');
  expect(answer.thread_id).toBe(mail.thread_id);
  const { mails } = (await admin('GET', '/mail?to=help@shop.example')).body;
  expect(mails).toMatchObject([
    { from: ana.email, subject: 'Re: Order 7', headers: { 'in-reply-to': '<order-7@shop.example>' } },
  ]);
  expect((await admin('GET', '/outbox')).body.emails).toMatchObject([{ to: 'help@shop.example' }]);
});

it('a text reaches the other number, is in both lists, and is gone with its side alone', async () => {
  const [ana, bo] = [await make(), await make()];
  const { body: sent } = await api('POST', `/identities/${ana.id}/sms`, { to: bo.phone_number, body: 'hi' });
  const theirs = (await api('GET', `/identities/${bo.id}/sms`)).body.data;
  expect(theirs).toMatchObject([{ from: ana.phone_number, body: 'hi', direction: 'inbound', read: false }]);
  await api('DELETE', `/identities/${ana.id}/sms/${sent.id}`);
  expect((await api('GET', `/identities/${ana.id}/sms`)).body.data).toEqual([]);
  expect((await api('GET', `/identities/${bo.id}/sms`)).body.data).toHaveLength(1);
});
