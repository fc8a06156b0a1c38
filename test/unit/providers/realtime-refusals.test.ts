// What a server may say against a line, and what is no frame at all; at the end anything, in any order. By values alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame, LONGEST_FRAME } from '../../../lib/providers/realtime/frame.ts';
import { type Input, LIMITS, type TimerName } from '../../../lib/providers/realtime/line.ts';
import { said, start, TOKEN, timer, types } from './realtime-script.ts';

describe('refusals', () => {
  const refusal = (reason: string): string =>
    `{"event":"phx_reply","payload":{"response":{"reason":"${reason}"},"status":"error"},"ref":"1","topic":"realtime:identity:a"}`;
  const opened = () => {
    const machine = start();
    machine.put({ type: 'start' });
    machine.put({ type: 'token', token: TOKEN, usable: true });
    machine.put({ type: 'open' });
    return machine;
  };

  test.each(['InvalidJWTExpiration: Token has expired 12 seconds ago', 'Unauthorized: no', 'odd'])(
    '%s: another token once, then off',
    (reason) => {
      const { put, frame, line } = opened();
      expect(said(frame(refusal(reason)))).toEqual([{ kind: 'waiting', retryIn: 1000 }]);
      expect(types(put({ type: 'timer', name: 'retry' }))).toEqual(['say', 'fetch-token']);
      put({ type: 'token', token: TOKEN, usable: true });
      put({ type: 'open' });
      const again = refusal(reason).replace('"ref":"1"', `"ref":"${line().lastRef - 1}"`);
      expect(said(frame(again))).toEqual([{ kind: 'off', why: 'unauthorized' }]);
    },
  );

  test('a server that is full is waited for, with the same token', () => {
    const { put, frame } = opened();
    frame(refusal('ConnectionRateLimitReached: Too many connected users'));
    expect(types(put({ type: 'timer', name: 'retry' }))).toContain('connect');
  });

  test('a system error about the token, and one about something else', () => {
    const error = (message: string): string =>
      `{"event":"system","payload":{"channel":"identity:a","extension":"system","message":"${message}","status":"error"},"ref":null,"topic":"realtime:identity:a"}`;
    const one = start();
    one.join();
    one.frame(error('Token has expired 0 seconds ago'));
    expect(one.line()).toMatchObject({ phase: 'pausing', token: null });
    const late = start();
    late.put({ type: 'start' });
    const pauses = [15_000, 60_000, 60_000].map((retryIn) => [{ kind: 'waiting', retryIn }]);
    const tries = pauses.map(() => {
      const told = said(late.put({ type: 'no-token', why: 'server', final: false }));
      late.put({ type: 'timer', name: 'retry' });
      return told;
    });
    expect(tries).toEqual(pauses);
    const two = start();
    two.join();
    two.frame(error('Unable to subscribe to changes'));
    expect(two.line()).toMatchObject({ phase: 'pausing', token: TOKEN });
  });

  test('the end of an earlier join says nothing of this one', () => {
    const { frame, join, line } = start();
    join();
    frame({ topic: 'realtime:identity:a', event: 'phx_close', payload: {}, ref: null, join_ref: '77' });
    expect(line().phase).toBe('joined');
    frame({ topic: 'realtime:identity:a', event: 'phx_close', payload: {}, ref: null, join_ref: '1' });
    expect(line().phase).toBe('pausing');
  });

  test('a token that fails to come: final ones end it, others are asked for again', () => {
    const one = start();
    one.put({ type: 'start' });
    expect(said(one.put({ type: 'no-token', why: 'missing-scope', final: true }))).toEqual([
      { kind: 'off', why: 'missing-scope' },
    ]);
    const two = start();
    two.join();
    expect(timer(two.put({ type: 'no-token', why: 'unreachable', final: false }), 'refresh')).toBe(
      LIMITS.refreshAgain,
    );
    expect(two.line().phase).toBe('joined');
  });
});

describe('frames', () => {
  test.each([
    '',
    '{',
    'null',
    '7',
    '[]',
    '["1","1","t","e",{}]',
    '{"topic":"t","event":"e"}',
    '{"topic":"t","event":"e","payload":[]}',
    '{"topic":"t","event":"e","payload":null}',
    '{"topic":7,"event":"e","payload":{}}',
    `{"topic":"${'t'.repeat(600)}","event":"e","payload":{}}`,
    '['.repeat(200_000),
    'x'.repeat(LONGEST_FRAME + 1),
    new ArrayBuffer(8),
    undefined,
  ])('%#: none', (message) => expect(decodeFrame(message)).toBeNull());

  test('more than a few that are none end the line, and one is a reason to look', () => {
    const { frame, join, line } = start();
    join();
    expect(said(frame('{'))).toEqual([{ kind: 'listening' }]);
    for (let at = 1; at < LIMITS.mostMalformed; at += 1) expect(said(frame('{'))).toEqual([]);
    frame('{');
    expect(line().phase).toBe('pausing');
  });

  test('what is written is read, but for the names that every object has', () => {
    const names = fc.string().filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.dictionary(names, fc.jsonValue()), (event, payload) => {
        const frame = { topic: 'realtime:x', event, payload, ref: '1', join_ref: null };
        // JSON knows no −0.
        expect(decodeFrame(encodeFrame(frame))).toEqual(JSON.parse(JSON.stringify(frame)));
      }),
      { numRuns: 1000 },
    );
    const hostile = '{"topic":"t","event":"e","payload":{"__proto__":{"polluted":true},"kept":1}}';
    expect(decodeFrame(hostile)?.payload).toEqual({ kept: 1 });
  });
});

test('whatever comes, in whatever order, the machine stands somewhere and never delivers what was not joined', () => {
  const topics = [
    'realtime:identity:a',
    'realtime:identity:b',
    'phoenix',
    'realtime:identity:c',
    'constructor',
  ];
  const inputs: fc.Arbitrary<Input> = fc.oneof(
    fc.constantFrom<Input>(
      { type: 'start' },
      { type: 'open' },
      { type: 'lost' },
      { type: 'flood' },
      { type: 'token', token: TOKEN, usable: true },
      { type: 'token', token: { ...TOKEN, expiresAt: null }, usable: true },
      { type: 'no-token', why: 'server', final: false },
      { type: 'frame', frame: null },
    ),
    fc
      .constantFrom<TimerName>('open', 'join', 'beat', 'answer', 'refresh', 'retry')
      .map((name): Input => ({ type: 'timer', name })),
    fc
      .record({
        topic: fc.constantFrom(...topics),
        event: fc.constantFrom('phx_reply', 'phx_close', 'phx_error', 'system', 'broadcast', '__proto__'),
        payload: fc.constantFrom({ status: 'ok', response: {} }, { status: 'error' }, {}),
        ref: fc.constantFrom(null, '1', '2', '3', '4', '5'),
      })
      .map((frame): Input => ({ type: 'frame', frame })),
  );
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 60 }), (all) => {
      const { put, line } = start();
      for (const input of all) {
        const before = line();
        for (const effect of put(input, 100))
          if (effect.type === 'deliver') expect(before.joins[effect.topic]?.granted).toBe(true);
        expect(line().failures).toBeLessThanOrEqual(LIMITS.mostFailures + 2);
      }
      const last = said(put({ type: 'stop' }));
      expect(line().phase).toBe('off');
      expect(last.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
