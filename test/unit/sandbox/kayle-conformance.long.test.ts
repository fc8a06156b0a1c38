// The sandbox's Kayle ID against recordings of the real server: all of them, in any order, and a recording that was tampered with
// is noticed.
import { describe, expect, test } from 'vitest';
import { replayKayle } from '../../conformance/kayle.ts';
import golden from '../../fixtures/kayle/server.json';

const ELSEWHERE = ['cors.get.openapi.chrome-extension', 'scope.analytics.analytics.read'];

test.each([
  ['in order', golden.exchanges],
  ['from the end', [...golden.exchanges].reverse()],
])('every exchange comes out equal, %s', async (_name, exchanges) => {
  const outcome = await replayKayle({ exchanges });
  expect(outcome.different).toEqual([]);
  expect(outcome.skipped.map(({ id }) => id).sort()).toEqual(ELSEWHERE);
  expect(outcome.equal).toBe(exchanges.length - ELSEWHERE.length);
});

const recorded = (id: string) => {
  const found = golden.exchanges.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no exchange ${id}`);
  return structuredClone(found) as unknown as {
    path: string;
    headers: Record<string, string>;
    status: number;
    answer_headers: Record<string, string>;
    body: { data: Record<string, unknown>; error: Record<string, unknown> };
  };
};

describe('a difference is noticed', () => {
  test.each<[string, string, (exchange: ReturnType<typeof recorded>) => void]>([
    ['another status', 'session.create.fields.one', (exchange) => Object.assign(exchange, { status: 201 })],
    ['a member more', 'session.get', ({ body }) => Object.assign(body.data, { extra: 1 })],
    [
      'another claim',
      'session.create.fields.one',
      ({ body }) => Object.assign(body.data, { share_fields: {} }),
    ],
    ['another code', 'session.get.unknown', ({ body }) => Object.assign(body.error, { code: 'GONE' })],
    ['another hint', 'session.create.fields.33', ({ body }) => Object.assign(body.error, { hint: 'no' })],
    [
      'an open door',
      'cors.preflight.foreign',
      (exchange) =>
        Object.assign(exchange.answer_headers, { 'access-control-allow-origin': 'https://evil.example' }),
    ],
  ])('%s', async (_name, id, tamper) => {
    const exchange = recorded(id);
    tamper(exchange);
    const outcome = await replayKayle({ exchanges: [exchange] });
    expect(outcome).toMatchObject({ replayed: 1, equal: 0, different: [{ id }] });
  });
});

test('what cannot be put in place is listed with its reason', async () => {
  const stranger = recorded('session.get');
  stranger.headers.Authorization = 'Bearer {{key:stranger}}';
  const details = { ...recorded('session.get'), path: `/v1/verify/session/vs_${'a'.repeat(64)}/details` };
  const elsewhere = { ...recorded('session.get'), path: '/v1/organizations' };
  const { replayed, skipped } = await replayKayle({ exchanges: [stranger, details, elsewhere] });
  expect(replayed).toBe(0);
  expect(skipped.map(({ why }) => why)).toEqual([
    expect.stringContaining('organisation'),
    expect.stringContaining('without key'),
    expect.stringContaining('route'),
  ]);
});
