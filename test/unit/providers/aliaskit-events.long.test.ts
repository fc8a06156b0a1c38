// The line to AliasKit against the sandbox's own: what it tells and how soon, and where there is none. Real HTTP, real sockets. What
// the line does when the server misbehaves is in aliaskit-line.long.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { hear } from './hearing.ts';
import { liveAccount } from './live-account.ts';

let sandbox: Sandbox;
let live: ReturnType<typeof liveAccount>;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  live = liveAccount(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => live.admin('POST', '/reset', {}));

describe('what is told', () => {
  test('a mail, whole, once, and at once', async () => {
    const { id, email } = await live.newIdentity();
    const heard = hear(live.connect(), [id]);
    await heard.state('listening');
    const sent = performance.now();
    await live.mail(email, 'Code');
    const event = await heard.until(() => heard.events[0]);
    expect(performance.now() - sent).toBeLessThan(1000);
    expect(event).toMatchObject({
      kind: 'message',
      identityId: id,
      channel: 'email',
      change: 'new',
      message: { subject: 'Code', to: email, direction: 'inbound', body: { text: 'Your code is 482913' } },
    });
    await live.mail(email, 'next');
    await heard.until(() => heard.events.length > 1);
    // The row and the broadcast of one mail are one event.
    expect(heard.events).toHaveLength(2);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening']);
    expect(await live.asked('/realtime/token')).toBe(1);
  });

  test('a text, a mark, a deletion, a sent mail, a card, the end of an identity', async () => {
    const { id, phone } = await live.newIdentity(true);
    const { inbox, identities, cards } = live.connect();
    const heard = hear(live.connect(), [id]);
    await heard.state('listening');
    await live.admin('POST', '/inbound/sms', { to: phone, from: '+12025550199', body: 'G-204815' });
    const came = await heard.until(() => heard.events[0]);
    expect(came).toMatchObject({
      channel: 'sms',
      message: { body: { text: 'G-204815' }, snippet: 'G-204815' },
    });
    const messageId = came.kind === 'message' ? came.messageId : '';
    const folder = { remoteId: id, channel: 'sms' } as const;
    await inbox.markRead(folder, messageId, true);
    expect(await heard.until(() => heard.events[1])).toMatchObject({
      kind: 'message',
      change: 'changed',
      message: { read: true },
    });
    await inbox.remove(folder, messageId);
    expect(await heard.until(() => heard.events[2])).toEqual({
      kind: 'message-gone',
      identityId: id,
      channel: 'sms',
      messageId,
    });
    await inbox.send(id, { channel: 'email', to: 'b@c.example', subject: 'Hello', text: 't' });
    expect(await heard.until(() => heard.events[3])).toMatchObject({
      message: { direction: 'outbound', subject: 'Hello', read: true },
    });
    const card = await cards.create(id, { sealed: 'YWJj', last4: '4242', budgetCents: 100 });
    await cards.reveal(card.remoteId, 60);
    expect(await heard.until(() => heard.events[4])).toEqual({
      kind: 'card',
      identityId: id,
      cardId: card.remoteId,
      change: 'revealed',
    });
    await cards.reveal(card.remoteId, 60).catch(() => undefined);
    expect(await heard.until(() => heard.events[5])).toMatchObject({ change: 'declined' });
    await identities.remove(id);
    expect(await heard.until(() => heard.events[6])).toEqual({ kind: 'identity-gone', identityId: id });
  });

  test('only of the identities that were asked for, several on one line', async () => {
    const [one, two, three] = [await live.newIdentity(), await live.newIdentity(), await live.newIdentity()];
    const heard = hear(live.connect(), [one.id, two.id]);
    await heard.state('listening');
    for (const { email } of [three, one, two]) await live.mail(email);
    await heard.until(() => heard.events.length === 2);
    expect(heard.events.map(({ identityId }) => identityId)).toEqual([one.id, two.id]);
    expect((await live.admin('GET', '/realtime')).body.peers).toHaveLength(1);
  });

  test('nothing any more once the listener has gone', async () => {
    const { id, email } = await live.newIdentity();
    const heard = hear(live.connect(), [id]);
    await heard.state('listening');
    heard.stop();
    expect(await heard.state('off')).toEqual({ kind: 'off', why: null });
    await live.mail(email);
    await expect.poll(async () => (await live.admin('GET', '/realtime')).body.peers).toHaveLength(0);
    expect(heard.events).toEqual([]);
  });
});

describe('where there is no line', () => {
  test('nobody to listen to: off, and nothing is asked', async () => {
    const heard = hear(live.connect(), []);
    expect(heard.states).toEqual([{ kind: 'off', why: null }]);
    expect(await live.asked('/realtime/token')).toBe(0);
  });

  test('no address in the answer: off, and nothing more is asked', async () => {
    await live.admin('PATCH', '/settings', { aliaskit: { realtime_url: false } });
    const heard = hear(live.connect(), [(await live.newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: null });
    expect(await live.asked('/realtime/token')).toBe(1);
  });

  test.each([
    [401, 'unauthorized'],
    [402, 'plan'],
    [403, 'missing-scope'],
    [404, 'not-found'],
  ])('the token is refused with %i: off, and not asked again', async (status, why) => {
    const { id } = await live.newIdentity();
    await live.admin('POST', '/faults', { path: '/api/v1/realtime/token', act: { kind: 'status', status } });
    const heard = hear(live.connect(), [id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why });
    expect(await live.asked('/realtime/token')).toBe(1);
  });

  test('a server that fails for a moment is asked again, but seldom: its minute belongs to asking by turns', async () => {
    const { id } = await live.newIdentity();
    await live.admin('POST', '/faults', {
      path: '/api/v1/realtime/token',
      act: { kind: 'status', status: 503 },
    });
    const heard = hear(live.connect(), [id]);
    expect(await heard.state('waiting')).toEqual({ kind: 'waiting', retryIn: 15_000 });
  });

  test('the identity of somebody else: its token is refused', async () => {
    const { body } = await live.admin('POST', '/keys', { account: 'stranger' });
    const heard = hear(live.connect(body.key), [(await live.newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: 'not-found' });
  });

  test('one of somebody else among ours: the join is refused twice, then it is off', async () => {
    const { body } = await live.admin('POST', '/keys', { account: 'stranger' });
    const stranger = live.connect(body.key);
    const { remoteId } = await stranger.identities.create({});
    const heard = hear(stranger, [remoteId ?? '', (await live.newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: 'unauthorized' });
    expect(await live.asked('/realtime/token')).toBe(2);
  });
});
