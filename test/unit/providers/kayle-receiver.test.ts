// Fetching answers from the user's own receiver: nothing of ours goes along, nothing but text comes back, and not much of it.
import { describe, expect, test } from 'vitest';
import { checkReceiverUrl, MOST_BYTES, readReceiver } from '../../../lib/providers/kayle/receiver.ts';
import { failure } from './errors.ts';
import { cut, json, type Reply, raw, startLoopback } from './loopback.ts';

const code = async (reply: Reply): Promise<string> => {
  const server = await startLoopback(reply);
  return (await failure(readReceiver(`${server.baseUrl}/box`))).code;
};

test('the text as it is, asked for without key, cookie or referrer', async () => {
  const server = await startLoopback(raw('eyJ…\n', 200, { 'Content-Type': 'application/jose' }));
  expect(await readReceiver(`${server.baseUrl}/box?since=1`)).toBe('eyJ…\n');
  const [seen] = server.seen;
  expect(seen).toMatchObject({ method: 'GET', url: '/v1/box?since=1', body: '' });
  for (const header of ['authorization', 'cookie', 'referer']) expect(seen?.headers[header]).toBeUndefined();
});

describe('refused', () => {
  test.each<[string, Reply, string]>([
    ['a redirect', raw('', 302, { Location: '/v1/other' }), 'unreachable'],
    ['a closed connection', cut, 'unreachable'],
    ['more than a megabyte', raw(Buffer.alloc(MOST_BYTES + 1, 'a')), 'malformed'],
    ['what is no UTF-8', raw(Buffer.of(0xff, 0xfe)), 'malformed'],
    ['a closed door', json({}, 401), 'unauthorized'],
    ['nothing there', json({}, 404), 'not-found'],
    ['a server that fails', raw('', 503), 'server'],
  ])('%s', async (_, reply, expected) => {
    expect(await code(reply)).toBe(expected);
  });

  test('an abort stays what the caller made of it', async () => {
    const server = await startLoopback(json({}));
    const reason = new Error('closed');
    await expect(readReceiver(server.baseUrl, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

test.each([
  [' https://hooks.example/box?a=1#x ', 'https://hooks.example/box?a=1'],
  ['http://127.0.0.1:8080/box', 'http://127.0.0.1:8080/box'],
  ['http://localhost/', 'http://localhost/'],
])('%j can be asked', (typed, url) => {
  expect(checkReceiverUrl(typed)).toBe(url);
});

test.each([
  ['http://hooks.example/box', 'insecure-url'],
  ['file:///etc/passwd', 'rejected'],
  ['ftp://hooks.example/', 'insecure-url'],
  ['https://me:pw@hooks.example/', 'rejected'],
  ['hooks.example', 'rejected'],
  ['', 'rejected'],
])('%j is %s', (typed, expected) => {
  expect(() => checkReceiverUrl(typed)).toThrow(expect.objectContaining({ code: expected }));
});
