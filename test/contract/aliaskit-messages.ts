// What an AliasKit server promises of mail, texts and the live line. Mail comes from another of the account's own identities, and
// by SMTP where the user named a server; nobody else is sent anything.
import assert from 'node:assert/strict';
import { createTransport as createMailer } from 'nodemailer';
import type { EventState, RemoteEvent } from '../../lib/providers/event-slot.ts';
import type { RemoteMessage } from '../../lib/providers/inbox-slot.ts';
import { type AliaskitRig, eventually, type Made, needs } from './aliaskit-rig.ts';
import { type Case, refusal } from './suite.ts';

const mailOf = (id: string) => ({ remoteId: id, channel: 'email' }) as const;
const textOf = (id: string) => ({ remoteId: id, channel: 'sms' }) as const;

/** A word no other mail holds, found again by search. */
const word = (): string => `moniker${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;

const arrival = ({ provider: { inbox } }: AliaskitRig, id: string, subject: string): Promise<RemoteMessage> =>
  eventually(async () => (await inbox.list(mailOf(id), {})).items.find((one) => one.subject === subject));

/** Two identities, and a mail from the first to the second. */
async function letter(
  rig: AliaskitRig,
): Promise<{ from: Made; to: Made; item: RemoteMessage; subject: string }> {
  const [from, to] = [await rig.make(), await rig.make()];
  const subject = `Check ${word()}`;
  const text = `Your verification code is 482913.\n${'—'.repeat(300)}`;
  await rig.provider.inbox.send(from.id, { channel: 'email', to: to.email, subject, text });
  return { from, to, subject, item: await arrival(rig, to.id, subject) };
}

async function bySmtp(rig: AliaskitRig, to: string, subject: string): Promise<void> {
  const [host = '', port = ''] = (rig.options.smtp ?? '').split(':');
  const mailer = createMailer({ host, port: Number(port), secure: false, ignoreTLS: true });
  try {
    await mailer.sendMail({
      from: 'Shop <no-reply@shop.example>',
      to,
      subject,
      text: 'Grüße',
      html: '<p>Grüße</p>',
    });
  } finally {
    mailer.close();
  }
}

const mail = needs('change', 'read', 'write');

export const MESSAGE_CASES: readonly Case<AliaskitRig>[] = [
  {
    name: 'a mail sent by one identity reaches another, unread, and reading it marks nothing',
    unless: mail,
    async run(rig) {
      const { inbox } = rig.provider;
      const { from, to, item } = await letter(rig);
      assert.ok(item.from.includes(from.email), 'it is from somebody else');
      assert.equal(item.read, false);
      const whole = await inbox.get(mailOf(to.id), item.remoteId);
      assert.match(whole.body?.text ?? '', /482913/);
      assert.ok((whole.body?.text ?? '').length > 300, 'the body is cut');
      assert.equal((await inbox.get(mailOf(to.id), item.remoteId)).read, false);
      await inbox.markRead(mailOf(to.id), item.remoteId, true);
      assert.deepEqual((await inbox.list(mailOf(to.id), { unread: true })).items, []);
      await inbox.markRead(mailOf(to.id), item.remoteId, false);
      assert.equal((await inbox.list(mailOf(to.id), { unread: true })).items.length, 1);
    },
  },
  {
    name: 'what was sent is among the sent',
    unless: mail,
    async run(rig) {
      const { from, to, subject } = await letter(rig);
      const { items } = await rig.provider.inbox.list(mailOf(from.id), { direction: 'outbound' });
      const sent = items.find((one) => one.subject === subject);
      assert.equal(sent?.direction, 'outbound');
      assert.ok(sent?.to.includes(to.email), 'it went to somebody else');
    },
  },
  {
    name: 'an answer comes back',
    unless: mail,
    async run(rig) {
      const { from, to, subject } = await letter(rig);
      const draft = { channel: 'email', to: from.email, subject: `Re: ${subject}`, text: 'yes' } as const;
      await rig.provider.inbox.send(to.id, draft);
      assert.ok((await arrival(rig, from.id, `Re: ${subject}`)).from.includes(to.email));
    },
  },
  {
    name: 'mail is found by word, by sender and by time, and not found by others',
    unless: mail,
    async run(rig) {
      const { inbox } = rig.provider;
      const { from, to, item, subject } = await letter(rig);
      const [, unique = ''] = subject.split(' ');
      const found = async (search: Parameters<typeof inbox.search>[1]): Promise<boolean> =>
        (await inbox.search(to.id, search)).items.some(({ remoteId }) => remoteId === item.remoteId);
      await eventually(async () => ((await found({ query: unique })) ? true : undefined));
      assert.ok(await found({ from: from.email }), 'not found by its sender');
      assert.ok(await found({ query: unique, after: item.receivedAt - 60_000 }), 'not found after');
      assert.ok(await found({ query: unique, before: item.receivedAt + 60_000 }), 'not found before');
      assert.ok(!(await found({ query: word() })), 'found by a word it does not hold');
      assert.ok(!(await found({ query: unique, before: item.receivedAt - 60_000 })), 'found too early');
      assert.ok(!(await found({ query: unique, after: item.receivedAt + 60_000 })), 'found too late');
    },
  },
  {
    name: 'a search for nothing is refused without asking',
    unless: mail,
    async run(rig) {
      const { id } = await rig.make();
      const before = rig.requests();
      assert.equal((await refusal(rig.provider.inbox.search(id, { query: ' ' }))).code, 'rejected');
      assert.equal(rig.requests(), before);
    },
  },
  {
    name: 'a mail is removed for good, and removing it again is no error',
    unless: mail,
    async run(rig) {
      const { inbox } = rig.provider;
      const { to, item } = await letter(rig);
      await inbox.remove(mailOf(to.id), item.remoteId);
      await inbox.remove(mailOf(to.id), item.remoteId);
      assert.equal((await refusal(inbox.get(mailOf(to.id), item.remoteId))).code, 'not-found');
    },
  },
  {
    name: 'a mail to no address is refused',
    unless: mail,
    async run(rig) {
      const { id } = await rig.make();
      const draft = { channel: 'email', to: 'nobody', subject: '', text: 't' } as const;
      assert.equal((await refusal(rig.provider.inbox.send(id, draft))).code, 'rejected');
    },
  },
  {
    name: 'mail from outside arrives with both its bodies',
    unless: (rig) => mail(rig) ?? (rig.options.smtp === undefined ? 'no --smtp' : null),
    async run(rig) {
      const { id, email } = await rig.make();
      const subject = `Check ${word()}`;
      await bySmtp(rig, email, subject);
      const { remoteId } = await arrival(rig, id, subject);
      const { body } = await rig.provider.inbox.get(mailOf(id), remoteId);
      assert.match(body?.text ?? '', /Grüße/);
      assert.match(body?.html ?? '', /<p>Grüße<\/p>/);
    },
  },
  {
    name: 'without a number there are no texts, and that is no error',
    unless: needs('change', 'read'),
    async run(rig) {
      const { id } = await rig.make();
      assert.deepEqual(await rig.provider.inbox.list(textOf(id), {}), { items: [], next: null });
    },
  },
  {
    name: 'a text sent by one identity reaches another',
    unless: (rig) => mail(rig) ?? (rig.options.phone === true ? null : 'no --phone: nothing is bought'),
    async run(rig) {
      const { inbox } = rig.provider;
      const [from, to] = [await rig.make({ provisionPhone: true }), await rig.make({ provisionPhone: true })];
      await inbox.send(from.id, { channel: 'sms', to: to.phone ?? '', text: 'G-204815 is your code' });
      const came = await eventually(async () => (await inbox.list(textOf(to.id), {})).items[0]);
      assert.equal(came.body?.text, 'G-204815 is your code');
      assert.equal(came.direction, 'inbound');
      await inbox.remove(textOf(to.id), came.remoteId);
      assert.deepEqual((await inbox.list(textOf(to.id), {})).items, []);
    },
  },
  {
    name: 'the live line tells of a mail, or says that there is none',
    unless: mail,
    async run(rig) {
      const { id, email } = await rig.make();
      const ending = new AbortController();
      const heard: RemoteEvent[] = [];
      const states: EventState[] = [];
      rig.provider.events.listen(
        [id],
        { onEvent: (event) => heard.push(event), onState: (state) => states.push(state) },
        ending.signal,
      );
      try {
        const stands = (kind: string): boolean => states.some((state) => state.kind === kind);
        await eventually(async () => stands('listening') || stands('off') || undefined);
        if (!stands('listening')) return;
        const from = await rig.make();
        await rig.provider.inbox.send(from.id, { channel: 'email', to: email, subject: 'live', text: 't' });
        await eventually(async () => heard.some(({ kind }) => kind === 'message') || undefined);
      } finally {
        ending.abort();
      }
    },
  },
];
