// The line to AliasKit when the sandbox's server cuts it, stalls, floods, speaks nonsense, refuses, or lets its token end: real
// sockets, each back to listening, and said in time for others to take over.
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

describe('troubles of the line', () => {
  const listening = async (urgent = false) => {
    const person = await live.newIdentity();
    const heard = hear(live.connect(), [person.id], { urgent });
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
    await live.trouble(wish);
    const lost = performance.now();
    expect(await heard.state('waiting')).toMatchObject({ kind: 'waiting' });
    expect(performance.now() - lost).toBeLessThan(1000);
    await heard.state('listening', 2);
    await live.mail(email, 'after');
    await heard.until(() => heard.events.some((event) => event.kind === 'message'));
    expect(await live.asked('/realtime/token')).toBe(1);
  });

  test('nonsense: what may have been missed is to be looked for, and the line holds', async () => {
    const { email, heard } = await listening();
    await live.trouble({ kind: 'malformed' });
    await heard.state('listening', 2);
    await live.mail(email);
    await heard.until(() => heard.events.length === 1);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening', 'listening']);
  });

  test('a frame of three megabytes is not parsed, and the line holds', async () => {
    const { email, heard } = await listening();
    await live.trouble({ kind: 'huge' });
    await heard.state('listening', 2);
    await live.mail(email);
    await heard.until(() => heard.events.length === 1);
  });

  test('silence is noticed within three seconds where a page waits, and forgiven when it ends', async () => {
    const { heard } = await listening(true);
    await live.trouble({ kind: 'stall' });
    const silent = performance.now();
    await heard.state('waiting');
    expect(performance.now() - silent).toBeLessThan(3000);
    await live.trouble({ kind: 'resume' });
    await heard.state('listening', 2);
  });

  test('a refused connection is tried again', async () => {
    const { heard } = await listening();
    await live.trouble({ kind: 'refuse', times: 1 });
    await live.trouble({ kind: 'drop' });
    await heard.state('waiting', 2);
    await heard.state('listening', 2);
  });

  test('a token that ends is renewed before it does, on the same line', async () => {
    // 62 s of sandbox time: the next is asked for after the shortest wait.
    await live.admin('PATCH', '/settings', { aliaskit: { realtime_seconds: 62 } });
    const { email, heard } = await listening();
    await heard.until(() => heard.states.length > 0);
    await expect.poll(() => live.asked('/realtime/token'), { timeout: 8000 }).toBe(2);
    await live.mail(email);
    await heard.until(() => heard.events.length === 1);
    expect(heard.states.map(({ kind }) => kind)).toEqual(['connecting', 'listening']);
  }, 12_000);

  test('a token that ended: the server closes, and the next one opens', async () => {
    const { email, heard } = await listening();
    await live.admin('POST', '/clock', { advance_ms: 3_700_000 });
    await heard.state('waiting');
    await heard.state('listening', 2);
    expect(await live.asked('/realtime/token')).toBe(2);
    await live.mail(email);
    await heard.until(() => heard.events.length === 1);
  });
});
