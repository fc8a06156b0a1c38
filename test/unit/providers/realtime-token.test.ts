// The token of a line in each of its spellings, and the address it gives: what would carry it in clear, or is none, opens nothing.
import { describe, expect, test } from 'vitest';
import { type RealtimeToken, realtimeToken, socketAddress } from '../../../lib/providers/realtime/token.ts';
import { decode } from '../../../lib/providers/shape.ts';
import { failure } from './errors.ts';

const NOW = Date.UTC(2026, 10, 22);
const read = (wire: unknown): RealtimeToken =>
  decode(
    realtimeToken(() => NOW),
    wire,
  );
const jwt = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

describe('spellings', () => {
  test.each(['token', 'access_token', 'jwt'])('%s', (name) => {
    expect(read({ [name]: 'abc' })).toEqual({
      token: 'abc',
      expiresAt: null,
      url: null,
      apiKey: null,
      topic: null,
    });
  });
  test.each(['url', 'realtime_url', 'supabase_url', 'endpoint'])('%s', (name) => {
    expect(read({ token: 't', [name]: 'wss://a.example' }).url).toBe('wss://a.example');
  });
  test.each(['api_key', 'apikey', 'anon_key', 'supabase_anon_key'])('%s', (name) => {
    expect(read({ token: 't', [name]: 'key' }).apiKey).toBe('key');
  });
  test.each<[string, object, number | null]>([
    ['a moment', { expires_at: '2026-11-22T01:00:00Z' }, NOW + 3_600_000],
    ['seconds from now', { expires_in: 60 }, NOW + 60_000],
    ['the claim', { token: jwt({ exp: NOW / 1000 + 5 }) }, NOW + 5000],
    ['a claim that is none', { token: jwt({ exp: 'soon' }) }, null],
    ['no claims', { token: 'a.%%%.c' }, null],
    ['nothing', {}, null],
    ['what cannot be read', { expires_at: 'soon', expires_in: 'long' }, null],
  ])('its end by %s', (_what, wire, expiresAt) => {
    expect(read({ token: 'opaque', ...wire }).expiresAt).toBe(expiresAt);
  });

  test.each([{}, { token: '' }, { token: 7 }, { url: 'wss://a.example' }, [], null, 'token'])(
    '%j holds none',
    async (wire) => {
      expect((await failure(Promise.resolve().then(() => read(wire)))).code).toBe('malformed');
    },
  );
});

describe('addresses', () => {
  const at = (url: string | null, apiKey: string | null = 'key') =>
    socketAddress({ token: 'secret', expiresAt: null, url, apiKey, topic: null });

  test.each([
    ['https://project.example', 'wss://project.example/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    ['https://project.example/', 'wss://project.example/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    ['wss://project.example/realtime/v1', 'wss://project.example/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    [
      'wss://project.example/realtime/v1/websocket',
      'wss://project.example/realtime/v1/websocket?apikey=key&vsn=1.0.0',
    ],
    [
      'wss://project.example/socket?log_level=info',
      'wss://project.example/socket/websocket?log_level=info&apikey=key&vsn=1.0.0',
    ],
    ['ws://127.0.0.1:4000/realtime/v1', 'ws://127.0.0.1:4000/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    ['http://localhost:4000', 'ws://localhost:4000/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    ['ws://[::1]:4000', 'ws://[::1]:4000/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
    ['wss://a.example/#secret', 'wss://a.example/realtime/v1/websocket?apikey=key&vsn=1.0.0'],
  ])('%s', (url, address) => expect(at(url)).toBe(address));

  test('without a key of the project the token is shown', () => {
    expect(at('wss://a.example', null)).toContain('apikey=secret');
  });

  test.each([
    null,
    '',
    'project',
    'ws://project.example',
    'http://project.example',
    'ws://127.0.0.1.example',
    'ws://localhost.example',
    'ftp://project.example',
    'javascript:alert(1)',
    'wss://user:pass@project.example',
  ])('%j is none', (url) => expect(at(url)).toBeNull());
});
