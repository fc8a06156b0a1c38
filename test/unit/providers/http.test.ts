// The transport against a real server: what goes out and what never does, what the meter hears, and which addresses of a
// server are taken. How requests fail is in http-failures.test.ts.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/error.ts';
import { checkBaseUrl, createTransport } from '../../../lib/providers/http.ts';
import { failure } from './errors.ts';
import { change, create, KEY, read, transportTo } from './http-asks.ts';
import { html, json, startLoopback } from './loopback.ts';

describe('what goes out', () => {
  test('key in one header, JSON both ways, no cookies, no cache, no referrer', async () => {
    const server = await startLoopback(json({ data: [] }, 200, { 'Set-Cookie': 'session=1' }));
    const send = transportTo(server);
    await send(create);
    await send({ ...read, query: { limit: 5, unread: true, offset: undefined, q: 'a b&c' } });

    const [posted, got] = server.seen;
    expect(posted).toMatchObject({ method: 'POST', url: '/v1/things', body: '{"name":"Ana"}' });
    expect(posted?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      accept: 'application/json',
      'content-type': 'application/json',
    });
    expect(got).toMatchObject({ method: 'GET', url: '/v1/things?limit=5&unread=true&q=a+b%26c', body: '' });
    expect(got?.headers['content-type']).toBeUndefined();
    for (const { rawHeaders, url, body, headers } of server.seen) {
      expect(rawHeaders.filter((value) => value.includes(KEY))).toEqual([`Bearer ${KEY}`]);
      expect(url + body).not.toContain(KEY);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers['cache-control']).toBe('no-cache');
    }
  });

  test('every protective option is set on every request', async () => {
    const server = await startLoopback(json({ data: [] }));
    const inits: RequestInit[] = [];
    const send = transportTo(server, {
      fetch: (url, init) => {
        inits.push(init);
        return fetch(url, init);
      },
    });
    for (const ask of [read, change, create]) await send(ask);
    expect(inits).toHaveLength(3);
    for (const init of inits) {
      expect(init).toMatchObject({
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        mode: 'cors',
      });
    }
  });

  test.each(['', 'ak_live_\n', 'ключ', 'a b'])('a key that is no header value never leaves: %j', (apiKey) => {
    expect(() =>
      createTransport({ baseUrl: 'https://a.example', apiKey, explain: () => new AppError('server') }),
    ).toThrow(expect.objectContaining({ code: 'rejected', detail: { field: 'apiKey' } }));
  });
});

describe('the meter', () => {
  test('refuses before anything is sent, also for creations', async () => {
    const server = await startLoopback(json({ data: [] }));
    const spent = new AppError('budget', { retryAfter: 900 });
    const send = transportTo(server, {
      meter: { take: () => Promise.reject(spent), learn: () => Promise.resolve() },
    });
    for (const ask of [read, create]) await expect(send(ask)).rejects.toBe(spent);
    expect(server.seen).toHaveLength(0);
  });

  test('learns from every answer', async () => {
    const date = new Date(1_800_000_030_000).toUTCString();
    const server = await startLoopback(
      json({ data: [] }),
      json({}, 429, { 'Retry-After': '7' }),
      json({}, 429, { 'Retry-After': date }),
      html(503),
    );
    const learned: unknown[] = [];
    const send = transportTo(server, {
      now: () => 1_800_000_000_000,
      meter: {
        take: () => Promise.resolve(),
        learn: async ({ status, retryAfter }) => void learned.push([status, retryAfter]),
      },
    });
    await send(read);
    for (let times = 0; times < 3; times += 1) await failure(send(read));
    expect(learned).toEqual([
      [200, null],
      [429, 7000],
      [429, 30_000],
      [503, null],
    ]);
  });
});

describe('base URLs', () => {
  test.each([
    ['https://www.aliaskit.com/api/v1', 'https://www.aliaskit.com/api/v1'],
    [' https://Example.COM:443/api/v1// ', 'https://example.com/api/v1'],
    ['https://192.168.1.5:8443', 'https://192.168.1.5:8443'],
    ['http://127.0.0.1:8787/v1/', 'http://127.0.0.1:8787/v1'],
    ['http://127.9.8.7/v1', 'http://127.9.8.7/v1'],
    ['http://0x7f.1/v1', 'http://127.0.0.1/v1'],
    ['http://[::1]:1/v1', 'http://[::1]:1/v1'],
    ['http://localhost', 'http://localhost'],
    ['http://api.localhost:3000/v1', 'http://api.localhost:3000/v1'],
  ])('%j is taken as %j', (text, url) => {
    expect(checkBaseUrl(text)).toBe(url);
  });

  test.each([
    'http://www.aliaskit.com/api/v1',
    'http://192.168.1.5/v1',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://notlocalhost',
    'ftp://localhost',
    'ws://localhost/v1',
  ])('%j would carry the key in clear', (text) => {
    expect(() => checkBaseUrl(text)).toThrow(expect.objectContaining({ code: 'insecure-url' }));
  });

  test.each([
    '',
    'aliaskit.com/api',
    'https://',
    'https://user@a.example',
    'https://:pw@a.example',
    'https://a.example?x',
    'https://a.example/?',
    'https://a.example#',
  ])('%j is no base URL', (text) => {
    expect(() => checkBaseUrl(text)).toThrow(
      expect.objectContaining({ code: 'rejected', detail: { field: 'baseUrl' } }),
    );
  });
});
