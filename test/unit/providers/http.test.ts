// The transport against a real server that misbehaves on purpose: what goes out, how each failure is named, and that
// nothing is ever sent twice.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/error.ts';
import {
  type Ask,
  checkBaseUrl,
  createTransport,
  type Effect,
  type TransportOptions,
} from '../../../lib/providers/http.ts';
import { failure } from './errors.ts';
import {
  cut,
  cutInBody,
  hang,
  hangInBody,
  html,
  json,
  type Loopback,
  type Reply,
  raw,
  startLoopback,
} from './loopback.ts';

const KEY = 'ak_live_0123456789abcdef0123456789abcdef';
const SHORT: Record<Effect, number> = { read: 80, change: 80, create: 80 };

const transportTo = ({ baseUrl }: Loopback, more: Partial<TransportOptions> = {}) =>
  createTransport({
    baseUrl,
    apiKey: KEY,
    explain: ({ status }) => new AppError(status < 500 ? 'rejected' : 'server', { status }),
    ...more,
  });

const reply = v.object({ data: v.array(v.object({ id: v.string() })) });
const read: Ask<typeof reply> = { method: 'GET', path: '/things', effect: 'read', scope: 's', reply };
const change = { ...read, method: 'PATCH', effect: 'change', body: { a: 1 } } as const;
const create = { ...read, method: 'POST', effect: 'create', body: { name: 'Ana' } } as const;

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

describe('how reads and changes fail', () => {
  const rows: [string, Reply, string, object][] = [
    ['HTML', html(200), 'malformed', { field: '$', what: 'syntax', status: 200 }],
    ['HTML with 502', html(502), 'server', { status: 502 }],
    ['half a JSON', raw('{"data":[{"id":"a"'), 'malformed', { field: '$', what: 'syntax' }],
    ['not UTF-8', raw(Buffer.from([0x22, 0xff, 0x22])), 'malformed', { field: '$', what: 'encoding' }],
    ['cut inside a character', raw(Buffer.from([0x22, 0xe2, 0x82])), 'malformed', { what: 'encoding' }],
    ['absurd nesting', raw('['.repeat(500_000)), 'malformed', { field: '$', what: 'syntax' }],
    ['nothing', raw(''), 'malformed', { field: '$' }],
    ['a wrong type', json({ data: [{ id: 'a' }, { id: 7 }] }), 'malformed', { field: '$.data[1].id' }],
    ['a missing member', json({ rows: [] }), 'malformed', { field: '$.data' }],
    ['a broken connection', cut, 'unreachable', {}],
    ['a connection broken in the body', cutInBody(), 'unreachable', {}],
    ['silence', hang, 'timeout', {}],
    ['silence in the body', hangInBody, 'timeout', {}],
    ['a refusal', json({}, 400), 'rejected', { status: 400 }],
    ['a refusal cut short', cutInBody(400), 'rejected', { status: 400 }],
  ];
  test.each(rows)('%s', async (_name, script, code, detail) => {
    const server = await startLoopback(script);
    const send = transportTo(server, { timeouts: SHORT });
    for (const ask of [read, change]) {
      const error = await failure(send(ask));
      expect(error).toMatchObject({ code, detail: { ...detail, host: new URL(server.baseUrl).host } });
      expect(JSON.stringify(error)).not.toContain(KEY);
    }
    expect(server.seen).toHaveLength(2);
  });

  test('a closed port', async () => {
    const server = await startLoopback(hang);
    await server.close();
    expect((await failure(transportTo(server)(read))).code).toBe('unreachable');
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const server = await startLoopback(raw('', status, { Location: '/v1/elsewhere' }));
    expect((await failure(transportTo(server)(read))).code).toBe('unreachable');
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/things']);
  });

  test('more than the ceiling is not read to its end', async () => {
    const piece = Buffer.alloc(64 * 1024, 0x20);
    const endless: Reply = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const pump = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', pump);
      };
      pump();
    };
    const server = await startLoopback(endless);
    const error = await failure(transportTo(server)({ ...read, maxBytes: 1_000_000 }));
    expect(error).toMatchObject({ code: 'malformed', detail: { field: '$', what: 'size' } });
  });

  test('a body of exactly the ceiling is read', async () => {
    const text = JSON.stringify({ data: [{ id: 'x'.repeat(1000) }] });
    const server = await startLoopback(raw(text));
    const send = transportTo(server);
    expect((await send({ ...read, maxBytes: text.length })).data).toHaveLength(1);
    expect((await failure(send({ ...read, maxBytes: text.length - 1 }))).detail.what).toBe('size');
  });

  test("the caller's abort stays the caller's", async () => {
    const server = await startLoopback(hang);
    const reason = new Error('closed by the user');
    const aborter = new AbortController();
    const pending = transportTo(server)(read, aborter.signal);
    aborter.abort(reason);
    await expect(pending).rejects.toBe(reason);
    await expect(transportTo(server)(create, aborter.signal)).rejects.toBe(reason);
  });

  test('also where the engine words the abort by itself', async () => {
    const server = await startLoopback(hang);
    const reason = new Error('closed by the user');
    const aborter = new AbortController();
    const send = transportTo(server, {
      fetch: async () => {
        aborter.abort(reason);
        throw new TypeError('The user aborted a request');
      },
    });
    await expect(send(read, aborter.signal)).rejects.toBe(reason);
  });
});

describe('creations', () => {
  const doubts: [string, Reply, object][] = [
    ['a broken connection', cut, {}],
    ['silence', hang, {}],
    ['silence in the body', hangInBody, {}],
    ['a body cut short', cutInBody(201), {}],
    ['500', json({ error: { type: 'internal_error' } }, 500), { status: 500 }],
    ['HTML with 502', html(502), { status: 502 }],
    ['HTML with 200', html(200), { status: 200, field: '$' }],
    ['half a JSON', raw('{"data":', 201), { status: 201, field: '$' }],
    ['a wrong shape', json({ data: 'none' }, 201), { status: 201, field: '$.data' }],
    ['nothing', raw('', 204), { status: 204 }],
    ['a redirect', raw('', 307, { Location: '/v1/things' }), {}],
    ['request timeout', json({}, 408), { status: 408 }],
  ];
  test.each(doubts)('%s leaves a doubt, and is asked once', async (_name, script, detail) => {
    const server = await startLoopback(script);
    const error = await failure(transportTo(server, { timeouts: SHORT })(create));
    expect(error).toMatchObject({ code: 'doubtful', detail });
    expect(server.seen).toHaveLength(1);
  });

  test.each([400, 401, 402, 403, 404, 409, 422, 429])('a refusal (%i) leaves none', async (status) => {
    for (const script of [json({}, status), html(status), cutInBody(status)]) {
      const server = await startLoopback(script);
      expect(await failure(transportTo(server)(create))).toMatchObject({
        code: 'rejected',
        detail: { status },
      });
      expect(server.seen).toHaveLength(1);
    }
  });

  test('aborted under way leaves a doubt', async () => {
    const aborter = new AbortController();
    const server = await startLoopback(() => aborter.abort());
    expect((await failure(transportTo(server)(create, aborter.signal))).code).toBe('doubtful');
    expect(server.seen).toHaveLength(1);
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
