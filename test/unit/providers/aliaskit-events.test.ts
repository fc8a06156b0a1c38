// The line to AliasKit against the sandbox's own: what it tells, how soon, and what it does when the server cuts, stalls, floods,
// speaks nonsense, refuses, or names no place to listen. Real HTTP, real sockets.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openProvider } from '../../../lib/providers/kinds.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf } from '../sandbox/client.ts';
import { hear } from './hearing.ts';

let sandbox: Sandbox;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

function connect(apiKey = sandbox.json.key): Required<Provider> {
  const { api: baseUrl } = sandbox.json;
  const account = {
    id: 'a',
    kind: 'aliaskit',
    name: '',
    createdAt: 0,
    baseUrl,
    apiKey,
    cardKey: null,
  } as const;
  return openProvider(account) as Required<Provider>;
}

async function newIdentity(provisionPhone = false) {
  const { identities } = connect();
  const { remoteId, email, persona } = await identities.create({ provisionPhone });
  return { id: remoteId ?? '', email, phone: persona?.phone ?? '' };
}

const mail = (to: string, subject = 's') =>
  admin('POST', '/inbound/email', {
    to,
    from: 'Shop <a@shop.example>',
    subject,
    text: 'Your code is 482913',
  });
const asked = async (path: string): Promise<number> =>
  (await admin('GET', `/requests?path=/api/v1${path}`)).body.requests.length;
const trouble = (body: object) => admin('POST', '/realtime', body);

describe('what is told', () => {
  test('a mail, whole, once, and at once', async () => {
    const { id, email } = await newIdentity();
    const heard = hear(connect(), [id]);
    await heard.state('listening');
    const sent = performance.now();
    await mail(email, 'Code');
    const event = await heard.until(() => heard.events[0]);
    expect(performance.now() - sent).toBeLessThan(1000);
    expect(event).toMatchObject({
      kind: 'message',
      identityId: id,
      channel: 'email',
      change: 'new',
      message: { subject: 'Code', to: email, direction: 'inbound', body: { text: 'Your code is 482913' } },
    });
    await mail(email, 'next');
    await heard.until(() => heard.events.length > 1);
    // The row and the broadcast of one mail are one event.
    expect(heard.events).toHaveLength(2);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening']);
    expect(await asked('/realtime/token')).toBe(1);
  });

  test('a text, a mark, a deletion, a sent mail, a card, the end of an identity', async () => {
    const { id, phone } = await newIdentity(true);
    const { inbox, identities, cards } = connect();
    const heard = hear(connect(), [id]);
    await heard.state('listening');
    await admin('POST', '/inbound/sms', { to: phone, from: '+12025550199', body: 'G-204815' });
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
    const [one, two, three] = [await newIdentity(), await newIdentity(), await newIdentity()];
    const heard = hear(connect(), [one.id, two.id]);
    await heard.state('listening');
    for (const { email } of [three, one, two]) await mail(email);
    await heard.until(() => heard.events.length === 2);
    expect(heard.events.map(({ identityId }) => identityId)).toEqual([one.id, two.id]);
    expect((await admin('GET', '/realtime')).body.peers).toHaveLength(1);
  });

  test('nothing any more once the listener has gone', async () => {
    const { id, email } = await newIdentity();
    const heard = hear(connect(), [id]);
    await heard.state('listening');
    heard.stop();
    expect(await heard.state('off')).toEqual({ kind: 'off', why: null });
    await mail(email);
    await expect.poll(async () => (await admin('GET', '/realtime')).body.peers).toHaveLength(0);
    expect(heard.events).toEqual([]);
  });
});

describe('where there is no line', () => {
  test('no address in the answer: off, and nothing more is asked', async () => {
    await admin('PATCH', '/settings', { aliaskit: { realtime_url: false } });
    const heard = hear(connect(), [(await newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: null });
    expect(await asked('/realtime/token')).toBe(1);
  });

  test.each([
    [401, 'unauthorized'],
    [402, 'plan'],
    [403, 'missing-scope'],
    [404, 'not-found'],
  ])('the token is refused with %i: off, and not asked again', async (status, why) => {
    const { id } = await newIdentity();
    await admin('POST', '/faults', { path: '/api/v1/realtime/token', act: { kind: 'status', status } });
    const heard = hear(connect(), [id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why });
    expect(await asked('/realtime/token')).toBe(1);
  });

  test('a server that fails for a moment is asked again', async () => {
    const { id } = await newIdentity();
    await admin('POST', '/faults', { path: '/api/v1/realtime/token', act: { kind: 'status', status: 503 } });
    const heard = hear(connect(), [id]);
    await heard.state('waiting');
    await heard.state('listening');
  });

  test('the identity of somebody else: its token is refused', async () => {
    const { body } = await admin('POST', '/keys', { account: 'stranger' });
    const heard = hear(connect(body.key), [(await newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: 'not-found' });
  });

  test('one of somebody else among ours: the join is refused twice, then it is off', async () => {
    const { body } = await admin('POST', '/keys', { account: 'stranger' });
    const stranger = connect(body.key);
    const { remoteId } = await stranger.identities.create({});
    const heard = hear(stranger, [remoteId ?? '', (await newIdentity()).id]);
    expect(await heard.state('off')).toEqual({ kind: 'off', why: 'unauthorized' });
    expect(await asked('/realtime/token')).toBe(2);
  });
});

describe('troubles of the line', () => {
  const listening = async (urgent = false) => {
    const person = await newIdentity();
    const heard = hear(connect(), [person.id], { urgent });
    await heard.state('listening');
    return { ...person, heard };
  };

  test.each([
    { kind: 'drop' },
    { kind: 'end', event: 'phx_error' },
    { kind: 'end', event: 'phx_close' },
    { kind: 'flood' },
  ])('$kind $event: said at once, and listening again with the same token', async (wish) => {
    const { email, heard } = await listening();
    await trouble(wish);
    const lost = performance.now();
    expect(await heard.state('waiting')).toMatchObject({ kind: 'waiting' });
    expect(performance.now() - lost).toBeLessThan(1000);
    await heard.state('listening', 2);
    await mail(email, 'after');
    await heard.until(() => heard.events.some((event) => event.kind === 'message'));
    expect(await asked('/realtime/token')).toBe(1);
  });

  test('nonsense: what may have been missed is to be looked for, and the line holds', async () => {
    const { email, heard } = await listening();
    await trouble({ kind: 'malformed' });
    await heard.state('listening', 2);
    await mail(email);
    await heard.until(() => heard.events.length === 1);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening', 'listening']);
  });

  test('a frame of three megabytes is not parsed, and the line holds', async () => {
    const { email, heard } = await listening();
    await trouble({ kind: 'huge' });
    await heard.state('listening', 2);
    await mail(email);
    await heard.until(() => heard.events.length === 1);
  });

  test('silence is noticed within three seconds where a page waits, and forgiven when it ends', async () => {
    const { heard } = await listening(true);
    await trouble({ kind: 'stall' });
    const silent = performance.now();
    await heard.state('waiting');
    expect(performance.now() - silent).toBeLessThan(3100);
    await trouble({ kind: 'resume' });
    await heard.state('listening', 2);
  });

  test('a refused connection is tried again', async () => {
    const { heard } = await listening();
    await trouble({ kind: 'refuse', times: 1 });
    await trouble({ kind: 'drop' });
    await heard.state('waiting', 2);
    await heard.state('listening', 2);
  });

  test('a token that ends is renewed before it does, on the same line', async () => {
    // 62 s of sandbox time: the next is asked for after the shortest wait.
    await admin('PATCH', '/settings', { aliaskit: { realtime_seconds: 62 } });
    const { email, heard } = await listening();
    await heard.until(() => heard.states.length > 0);
    await expect.poll(() => asked('/realtime/token'), { timeout: 8000 }).toBe(2);
    await mail(email);
    await heard.until(() => heard.events.length === 1);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening']);
  }, 12_000);

  test('a token that ended: the server closes, and the next one opens', async () => {
    const { email, heard } = await listening();
    await admin('POST', '/clock', { advance_ms: 3_700_000 });
    await heard.state('waiting');
    await heard.state('listening', 2);
    expect(await asked('/realtime/token')).toBe(2);
    await mail(email);
    await heard.until(() => heard.events.length === 1);
  });
});
