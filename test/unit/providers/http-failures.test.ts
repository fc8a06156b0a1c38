// The transport against a real server that misbehaves on purpose: how each failure is named, what leaves a doubt, and that
// nothing is ever sent twice.
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../lib/providers/http.ts';
import { failure } from './errors.ts';
import { change, create, KEY, read, transportTo } from './http-asks.ts';
import { cut, cutInBody, hang, hangInBody, html, json, type Reply, raw, startLoopback } from './loopback.ts';

/** As long as a busy machine may take to bring a request to the server that then says nothing. */
const SHORT: Record<Effect, number> = { read: 300, change: 300, create: 300 };
/** Only silence may end for want of time: a machine that is slow names no other failure so. */
const timeoutsOf = (name: string): { timeouts?: Record<Effect, number> } =>
  name.startsWith('silence') ? { timeouts: SHORT } : {};

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
  test.each(rows)('%s', async (name, script, code, detail) => {
    const server = await startLoopback(script);
    const send = transportTo(server, timeoutsOf(name));
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
  test.each(doubts)('%s leaves a doubt, and is asked once', async (name, script, detail) => {
    const server = await startLoopback(script);
    const error = await failure(transportTo(server, timeoutsOf(name))(create));
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
