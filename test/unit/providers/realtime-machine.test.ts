// The line's machine, by values alone: the whole life of a line frame by frame, in the forms that Supabase's protocol guide shows,
// its back-off, and what it makes of silence. No socket, no clock.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../lib/providers/realtime/line.ts';
import { NOW, said, sent, start, TOKEN, TOPICS, timer, types } from './realtime-script.ts';

describe('a life', () => {
  test('token, socket, joins, events, a beat, a new token, the end', () => {
    const { put, frame, granted, line } = start();
    expect(put({ type: 'start' })).toEqual([
      { type: 'say', state: { kind: 'connecting' } },
      { type: 'fetch-token' },
    ]);
    const connecting = put({ type: 'token', token: TOKEN, usable: true });
    expect(connecting[0]).toEqual({ type: 'connect', token: TOKEN });
    expect(timer(connecting, 'refresh')).toBe(3_540_000);

    const joins = sent(put({ type: 'open' }));
    expect(joins).toEqual(
      TOPICS.map(({ name, config }, at) => ({
        topic: name,
        event: 'phx_join',
        payload: { config, access_token: TOKEN.token },
        ref: String(at + 1),
        join_ref: String(at + 1),
      })),
    );
    expect(said(granted('realtime:identity:a', '1'))).toEqual([]);
    expect(said(granted('realtime:identity:b', '2'))).toEqual([{ kind: 'listening' }]);
    expect(
      frame(
        '{"event":"system","payload":{"channel":"identity:a","extension":"postgres_changes","message":"Subscribed to PostgreSQL","status":"ok"},"ref":null,"topic":"realtime:identity:a"}',
      ),
    ).toEqual([]);

    const payload = { data: { table: 'email_messages' }, ids: [30339675] };
    expect(frame({ topic: 'realtime:identity:a', event: 'postgres_changes', payload, ref: null })).toEqual([
      { type: 'deliver', topic: 'realtime:identity:a', event: 'postgres_changes', payload },
    ]);
    expect(frame({ topic: 'realtime:identity:c', event: 'postgres_changes', payload, ref: null })).toEqual(
      [],
    );

    const [beat] = sent(put({ type: 'timer', name: 'beat' }, 20_000));
    expect(beat).toEqual({ topic: 'phoenix', event: 'heartbeat', payload: {}, ref: '3', join_ref: null });
    const alive = frame(
      '{"event":"phx_reply","payload":{"response":{},"status":"ok"},"ref":"3","topic":"phoenix"}',
    );
    expect(timer(alive, 'answer')).toBeNull();
    expect(line().beat).toBeNull();

    expect(put({ type: 'timer', name: 'refresh' })).toEqual([{ type: 'fetch-token' }]);
    const next = { ...TOKEN, token: 'next', expiresAt: NOW + 7_200_000 };
    expect(sent(put({ type: 'token', token: next, usable: true }))).toEqual(
      TOPICS.map(({ name }) => ({
        topic: name,
        event: 'access_token',
        payload: { access_token: 'next' },
        ref: null,
      })),
    );

    const end = put({ type: 'stop' });
    expect(types(end)).toContain('hang-up');
    expect(said(end)).toEqual([{ kind: 'off', why: null }]);
    expect(put({ type: 'open' })).toEqual([]);
    expect(line().token).toBeNull();
  });

  test('events before the join was granted are nobody’s', () => {
    const { put, frame } = start();
    put({ type: 'start' });
    put({ type: 'token', token: TOKEN, usable: true });
    put({ type: 'open' });
    expect(frame({ topic: 'realtime:identity:a', event: 'broadcast', payload: {}, ref: null })).toEqual([]);
  });
});

describe('back-off', () => {
  test('1, 2, 5, 10, 10 … seconds, then off', () => {
    const { put } = start();
    put({ type: 'start' });
    put({ type: 'token', token: TOKEN, usable: true });
    const waits: unknown[] = [];
    for (let at = 0; at < LIMITS.mostFailures; at += 1) {
      waits.push(timer(put({ type: 'lost' }), 'retry'));
      expect(types(put({ type: 'timer', name: 'retry' }))).toContain('connect');
    }
    expect(waits).toEqual([1000, 2000, 5000, 10_000, 10_000, 10_000, 10_000, 10_000]);
    expect(said(put({ type: 'lost' }))).toEqual([{ kind: 'off', why: 'unreachable' }]);
  });

  test('begins anew after a line that held, and not after one that fell at once', () => {
    const { put, join, granted, line } = start();
    join();
    expect(timer(put({ type: 'lost' }, 500), 'retry')).toBe(1000);
    put({ type: 'timer', name: 'retry' });
    put({ type: 'open' });
    granted('realtime:identity:a', String(line().lastRef - 1));
    granted('realtime:identity:b', String(line().lastRef));
    expect(line().phase).toBe('joined');
    expect(timer(put({ type: 'lost' }, 500), 'retry')).toBe(2000);
    put({ type: 'timer', name: 'retry' });
    put({ type: 'open' });
    granted('realtime:identity:a', String(line().lastRef - 1));
    granted('realtime:identity:b', String(line().lastRef));
    expect(timer(put({ type: 'lost' }, LIMITS.held), 'retry')).toBe(1000);
  });

  test('a token that ends soon is not used again', () => {
    const { put, join } = start();
    join();
    put({ type: 'lost' }, 3_600_000 - LIMITS.refreshAhead);
    expect(types(put({ type: 'timer', name: 'retry' }))).toEqual(['say', 'fetch-token']);
  });

  test('a token that comes while pausing waits for its turn', () => {
    const { put, join } = start();
    join();
    put({ type: 'timer', name: 'refresh' });
    put({ type: 'lost' });
    expect(types(put({ type: 'token', token: TOKEN, usable: true }))).toEqual([]);
    expect(types(put({ type: 'timer', name: 'retry' }))).toContain('connect');
  });
});

describe('silence', () => {
  test('a late beat hands over, an answer to any beat takes back', () => {
    const { put, frame, join } = start(1500);
    join();
    put({ type: 'timer', name: 'beat' }, 1500);
    expect(said(put({ type: 'timer', name: 'answer' }, LIMITS.beatLate))).toMatchObject([
      { kind: 'waiting' },
    ]);
    const [second] = sent(put({ type: 'timer', name: 'beat' }, 600));
    const back = frame(
      `{"event":"phx_reply","payload":{"response":{},"status":"ok"},"ref":"${second?.ref}","topic":"phoenix"}`,
    );
    expect(said(back)).toEqual([{ kind: 'listening' }]);
  });

  test.each([1500, 20_000])('a dead server is left within seconds (pace %i)', (pace) => {
    const { put, join } = start(pace);
    join();
    put({ type: 'timer', name: 'beat' }, pace);
    const late = put({ type: 'timer', name: 'answer' }, LIMITS.beatLate);
    let wait = timer(late, 'beat') ?? 0;
    let silent = LIMITS.beatLate;
    for (;;) {
      silent += wait;
      const effects = put({ type: 'timer', name: 'beat' }, wait);
      if (types(effects).includes('hang-up')) break;
      wait = timer(effects, 'beat') ?? 0;
      expect(wait).toBeGreaterThan(0);
    }
    expect(silent).toBeGreaterThanOrEqual(LIMITS.beatDead);
    expect(silent).toBeLessThan(LIMITS.beatDead + 2000);
  });

  test('a socket that never opens, and a join that is never answered', () => {
    const { put } = start();
    put({ type: 'start' });
    put({ type: 'token', token: TOKEN, usable: true });
    expect(types(put({ type: 'timer', name: 'open' }, LIMITS.opening))).toContain('hang-up');
    put({ type: 'timer', name: 'retry' });
    put({ type: 'open' });
    expect(types(put({ type: 'timer', name: 'join' }, LIMITS.joining))).toContain('hang-up');
  });
});
