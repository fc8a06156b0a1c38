// The sandbox's live line as Supabase's own client finds it: that what joins, hears, renews and leaves there would do so at a real
// project. Both versions of the protocol; and what the line refuses.
import { REALTIME_SUBSCRIBE_STATES, type RealtimeChannel, RealtimeClient } from '@supabase/realtime-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'realtime', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const newIdentity = async () => (await api('POST', '/identities', { provision_phone: true })).body;
const tokenFor = async (query = '') => (await api('GET', `/realtime/token${query}`)).body;
const mail = (to: string, subject = 's') =>
  admin('POST', '/inbound/email', { to, from: 'a@b.example', subject, text: 'Your code is 482913' });

/** Supabase's client, signed in with a token of the sandbox; disconnected when the test ends. */
async function peer(vsn?: '1.0.0' | '2.0.0') {
  const { token, url, api_key } = await tokenFor();
  const client = new RealtimeClient(url, { params: { apikey: api_key }, ...(vsn && { vsn }) });
  onTestFinished(() => void client.disconnect());
  await client.setAuth(token);
  return client;
}

const joined = (channel: RealtimeChannel): Promise<string> =>
  new Promise((resolve) => {
    channel.subscribe((status) => resolve(status));
  });

const rows = (id: string, table = 'email_messages') => ({
  schema: 'public',
  table,
  filter: `identity_id=eq.${id}`,
});

describe.each(['1.0.0', '2.0.0'] as const)("Supabase's client, protocol %s", (vsn) => {
  it('joins, hears rows with their types and named events, and leaves', async () => {
    const { id, email, phone_number } = await newIdentity();
    const client = await peer(vsn);
    const changes: object[] = [];
    const events: object[] = [];
    const channel = client
      .channel(`identity:${id}`)
      .on('postgres_changes', { event: 'INSERT', ...rows(id) }, (change) => changes.push(change))
      .on('postgres_changes', { event: '*', ...rows(id, 'sms_messages') }, (change) => changes.push(change))
      .on('broadcast', { event: 'email.received' }, (event) => events.push(event));
    expect(await joined(channel)).toBe(REALTIME_SUBSCRIBE_STATES.SUBSCRIBED);

    await mail(email, 'Code');
    await expect.poll(() => changes.length).toBe(1);
    expect(changes[0]).toMatchObject({
      schema: 'public',
      table: 'email_messages',
      eventType: 'INSERT',
      new: {
        subject: 'Code',
        identity_id: id,
        direction: 'inbound',
        read: false,
        body_text: 'Your code is 482913',
      },
      old: {},
      errors: null,
    });
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({
      event: 'email.received',
      payload: { type: 'email.received', identity_id: id, data: { subject: 'Code' } },
    });

    const { body } = await admin('POST', '/inbound/sms', {
      to: phone_number,
      from: '+12025550199',
      body: 'b',
    });
    await api('PATCH', `/identities/${id}/sms/${body.id}`, { read: true });
    await api('DELETE', `/identities/${id}/sms/${body.id}`);
    await expect.poll(() => changes.length).toBe(4);
    expect(changes.slice(1)).toMatchObject([
      { eventType: 'INSERT', new: { body: 'b', read: false } },
      { eventType: 'UPDATE', new: { read: true }, old: { id: body.id } },
      { eventType: 'DELETE', old: { id: body.id } },
    ]);

    expect(await channel.unsubscribe()).toBe('ok');
    expect((await admin('GET', '/realtime')).body.peers).toMatchObject([{ topics: [] }]);
  });

  it('keeps the line by heartbeats, and joins anew after a cut', async () => {
    const { id, email } = await newIdentity();
    const client = await peer(vsn);
    const beats: string[] = [];
    client.onHeartbeat((status) => beats.push(status));
    const states: string[] = [];
    const changes: object[] = [];
    client
      .channel(`identity:${id}`)
      .on('postgres_changes', { event: 'INSERT', ...rows(id) }, (change) => changes.push(change))
      .subscribe((status) => states.push(status));
    await expect.poll(() => states).toEqual(['SUBSCRIBED']);
    await client.sendHeartbeat();
    await expect.poll(() => beats).toContain('ok');
    await admin('POST', '/realtime', { kind: 'drop' });
    await expect
      .poll(() => states, { timeout: 10_000 })
      .toEqual(['SUBSCRIBED', 'CHANNEL_ERROR', 'SUBSCRIBED']);
    await mail(email);
    await expect.poll(() => changes.length).toBe(1);
  }, 15_000);

  it('is refused the topics of others, and those that nobody has', async () => {
    const { body: stranger } = await admin('POST', '/keys', { account: 'stranger' });
    const { body } = await apiOf(sandbox.json, stranger.key)('POST', '/identities', {});
    const client = await peer(vsn);
    for (const topic of [`identity:${body.id}`, 'identity:ident_nobody', 'room'])
      expect(await joined(client.channel(topic))).toBe(REALTIME_SUBSCRIBE_STATES.CHANNEL_ERROR);
  });

  it('takes a new token on an open line, and is closed with the old one', async () => {
    const { id } = await newIdentity();
    await admin('PATCH', '/settings', { aliaskit: { realtime_seconds: 60 } });
    const client = await peer(vsn);
    const states: string[] = [];
    client.channel(`identity:${id}`).subscribe((status) => states.push(status));
    await expect.poll(() => states).toEqual(['SUBSCRIBED']);
    await admin('POST', '/clock', { advance_ms: 50_000 });
    await client.setAuth((await tokenFor()).token);
    const heard = async () => (await admin('GET', '/realtime')).body.peers;
    await expect.poll(async () => JSON.stringify(await heard())).toContain('access_token');
    await admin('POST', '/clock', { advance_ms: 50_000 });
    await admin('POST', '/clock', { advance_ms: 50_000 });
    await expect.poll(() => states, { timeout: 5000 }).toContain('CLOSED');
  });
});

describe('the door', () => {
  const address = (query: string) => `ws://127.0.0.1:${sandbox.json.port}/realtime/v1/websocket?${query}`;
  const statusOf = (url: string): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.on('open', () => {
        socket.close();
        resolve(101);
      });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('error', () => undefined);
    });

  it('opens for the public key or a token, in known versions, at its own paths', async () => {
    const { token, api_key } = await tokenFor();
    expect(await statusOf(address(`apikey=${api_key}`))).toBe(101);
    expect(await statusOf(address(`apikey=${api_key}&vsn=2.0.0`))).toBe(101);
    expect(await statusOf(address(`apikey=${token}`))).toBe(101);
    expect(await statusOf(address(`apikey=${api_key}&vsn=9`))).toBe(400);
    expect(await statusOf(address('apikey=nonsense'))).toBe(401);
    expect(await statusOf(address(''))).toBe(401);
    expect(await statusOf(address('').replace('/realtime/v1/websocket', '/socket/websocket'))).toBe(401);
    expect(await statusOf(address('').replace('/realtime/v1/websocket', '/elsewhere'))).toBe(404);
    await admin('POST', '/realtime', { kind: 'refuse', times: 1 });
    expect(await statusOf(address(`apikey=${api_key}`))).toBe(503);
    expect(await statusOf(address(`apikey=${api_key}`))).toBe(101);
  });

  it.each([
    ['no token', undefined, /^Unauthorized/],
    ['no JWT', 'nonsense', /^MalformedJWT/],
    ['a JWT of somebody else', 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl', /^JwtSignatureError/],
  ])('a join with %s is refused in Supabase’s words', async (_what, access_token, reason) => {
    const { id } = await newIdentity();
    const { api_key } = await tokenFor();
    const socket = new WebSocket(address(`apikey=${api_key}`));
    const answer = await new Promise<string>((resolve) => {
      socket.on('open', () =>
        socket.send(
          JSON.stringify({
            topic: `realtime:identity:${id}`,
            event: 'phx_join',
            payload: { config: {}, access_token },
            ref: '1',
            join_ref: '1',
          }),
        ),
      );
      socket.on('message', (message) => resolve(String(message)));
    });
    socket.close();
    const frame = JSON.parse(answer);
    expect(frame).toMatchObject({ event: 'phx_reply', ref: '1', payload: { status: 'error' } });
    expect(frame.payload.response.reason).toMatch(reason);
  });

  it('the token names its end, and the line only where it is told to', async () => {
    const { id } = await newIdentity();
    const whole = await api('GET', `/realtime/token?identity_id=${id}`);
    expect(Object.keys(whole.body).sort()).toEqual([
      'api_key',
      'expires_at',
      'expires_in',
      'token',
      'topic',
      'url',
    ]);
    expect(whole.body).toMatchObject({ expires_in: 3600, topic: `realtime:identity:${id}` });
    expect((await api('POST', '/realtime/token')).status).toBe(200);
    expect((await api('GET', '/realtime/token?identity_id=ident_nobody')).status).toBe(404);
    await admin('PATCH', '/settings', { aliaskit: { realtime_url: false } });
    expect(Object.keys(await tokenFor()).sort()).toEqual(['expires_at', 'expires_in', 'token']);
  });
});
