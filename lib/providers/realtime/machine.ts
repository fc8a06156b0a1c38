// The line to a Realtime server as a pure machine: what was heard goes in, what to do comes out. Leans on frame.ts; holds no
// socket, no timer and no clock (listen.ts has them), so that every fault of a server is a test of values.
import type { ErrorCode } from '../../error.ts';
import type { EventState } from '../event-slot.ts';
import { type Frame, readReply } from './frame.ts';
import { type Effect, type Input, LIMITS, type Line, type TimerName } from './line.ts';
import type { RealtimeToken } from './token.ts';

type Step = readonly [Line, readonly Effect[]];

/** @param now milliseconds since the epoch */
export function step(line: Line, input: Input, now: number): Step {
  if (line.phase === 'off') return [line, []];
  switch (input.type) {
    case 'start':
      return [line, [say({ kind: 'connecting' }), { type: 'fetch-token' }]];
    case 'token':
      return takeToken(line, input, now);
    case 'no-token':
      if (input.final) return off(line, input.why);
      if (line.phase === 'token') return pause(line, now);
      return [line, [timer('refresh', LIMITS.refreshAgain)]];
    case 'open':
      return line.phase === 'opening' ? join(line) : [line, []];
    case 'lost':
      return line.phase === 'token' || line.phase === 'pausing' ? [line, []] : pause(line, now);
    case 'flood':
      return pause({ ...line, failures: line.failures + 1 }, now);
    case 'frame':
      return input.frame === null ? misheard(line, now) : hear(line, input.frame, now);
    case 'timer':
      return TIMERS[input.name](line, now);
    case 'stop':
      return off(line, null);
  }
}

function takeToken(line: Line, { token, usable }: Extract<Input, { type: 'token' }>, now: number): Step {
  if (!usable) return off(line, null);
  const next: Line = { ...line, token };
  const refresh = timer('refresh', refreshIn(token, now));
  if (line.phase === 'joined' || line.phase === 'joining') {
    const sends = line.topics.map(({ name }) =>
      send({ topic: name, event: 'access_token', payload: { access_token: token.token }, ref: null }),
    );
    return [next, [...sends, refresh]];
  }
  // One that was asked for when the last was about to end, and comes while we pause, waits for its turn.
  return line.phase === 'token' ? connect(next, token, now) : [next, []];
}

function connect(line: Line, token: RealtimeToken, now: number): Step {
  return [
    { ...line, phase: 'opening' },
    [{ type: 'connect', token }, timer('open', LIMITS.opening), timer('refresh', refreshIn(token, now))],
  ];
}

const refreshIn = ({ expiresAt }: RealtimeToken, now: number): number | null =>
  expiresAt === null
    ? null
    : Math.max(LIMITS.refreshSoonest, Math.min(expiresAt - now - LIMITS.refreshAhead, 0x7fffffff));

function join(line: Line): Step {
  const token = line.token?.token ?? '';
  const refs = line.topics.map((topic, at) => ({ topic, ref: String(line.lastRef + at + 1) }));
  const joins = Object.fromEntries(refs.map(({ topic, ref }) => [topic.name, { ref, granted: false }]));
  const sends = refs.map(({ topic, ref }) =>
    send({
      topic: topic.name,
      event: 'phx_join',
      payload: { config: topic.config, access_token: token },
      ref,
      join_ref: ref,
    }),
  );
  return [
    {
      ...line,
      phase: 'joining',
      joins,
      lastRef: line.lastRef + refs.length,
      beat: null,
      doubtful: false,
      malformed: 0,
    },
    [timer('open', null), timer('join', LIMITS.joining), timer('beat', line.pace), ...sends],
  ];
}

/** A frame that is none may have been an event: after the first one on a line, whoever listens should look. */
function misheard(line: Line, now: number): Step {
  const malformed = line.malformed + 1;
  if (malformed > LIMITS.mostMalformed) return pause({ ...line, malformed }, now);
  const look = malformed === 1 && line.phase === 'joined' ? [say({ kind: 'listening' })] : [];
  return [{ ...line, malformed }, look];
}

function hear(line: Line, frame: Frame, now: number): Step {
  if (frame.event === 'phx_reply') return hearReply(line, frame, now);
  const join = Object.hasOwn(line.joins, frame.topic) ? line.joins[frame.topic] : undefined;
  if (join === undefined) return [line, []];
  if (frame.event === 'phx_close' || frame.event === 'phx_error') {
    // An answer to an earlier join of the same topic says nothing of this one.
    const old = frame.join_ref != null && frame.join_ref !== join.ref;
    return old ? [line, []] : pause(line, now);
  }
  if (frame.event === 'system') {
    const failed = frame.payload.status === 'error';
    const aboutToken = /token|jwt|expired/i.test(String(frame.payload.message));
    return failed ? pause(aboutToken ? { ...line, token: null } : line, now) : [line, []];
  }
  if (!join.granted) return [line, []];
  return [line, [{ type: 'deliver', topic: frame.topic, event: frame.event, payload: frame.payload }]];
}

function hearReply(line: Line, frame: Frame, now: number): Step {
  if (frame.ref !== null && line.beat?.refs.includes(frame.ref)) {
    const back = line.doubtful && line.phase === 'joined' ? [say({ kind: 'listening' })] : [];
    return [{ ...line, beat: null, doubtful: false }, [timer('answer', null), ...back]];
  }
  const join = Object.hasOwn(line.joins, frame.topic) ? line.joins[frame.topic] : undefined;
  if (join === undefined || join.ref !== frame.ref || join.granted) return [line, []];
  const { ok, reason } = readReply(frame.payload);
  if (!ok) return refused(line, reason, now);
  const joins = { ...line.joins, [frame.topic]: { ...join, granted: true } };
  const all = Object.values(joins).every(({ granted }) => granted);
  if (!all) return [{ ...line, joins }, []];
  return [
    { ...line, joins, phase: 'joined', joinedAt: now, refusals: 0 },
    [timer('join', null), say({ kind: 'listening' })],
  ];
}

/** A token that was refused may have been too old: another one is tried once. A full server is waited for. */
function refused(line: Line, reason: string, now: number): Step {
  if (/RateLimit/i.test(reason)) return pause(line, now);
  const refusals = line.refusals + 1;
  if (refusals > 1) return off(line, 'unauthorized');
  return pause({ ...line, refusals, token: null }, now);
}

const TIMERS: Readonly<Record<TimerName, (line: Line, now: number) => Step>> = {
  open: (line, now) => (line.phase === 'opening' ? pause(line, now) : [line, []]),
  join: (line, now) => (line.phase === 'joining' ? pause(line, now) : [line, []]),
  beat(line, now) {
    if (line.phase !== 'joining' && line.phase !== 'joined') return [line, []];
    const late = line.beat === null ? 0 : now - line.beat.sentAt;
    if (late >= LIMITS.beatDead) return pause(line, now);
    const ref = String(line.lastRef + 1);
    return [
      {
        ...line,
        lastRef: line.lastRef + 1,
        beat: { refs: [...(line.beat?.refs ?? []), ref], sentAt: line.beat?.sentAt ?? now },
      },
      [
        send({ topic: 'phoenix', event: 'heartbeat', payload: {}, ref, join_ref: null }),
        ...(line.beat === null ? [timer('answer', LIMITS.beatLate)] : []),
        timer('beat', line.pace),
      ],
    ];
  },
  answer(line) {
    if (line.phase !== 'joined' || line.beat === null) return [line, []];
    const next = Math.min(line.pace, LIMITS.beatDead - LIMITS.beatLate);
    return [
      { ...line, doubtful: true },
      [timer('beat', next), say({ kind: 'waiting', retryIn: LIMITS.beatDead - LIMITS.beatLate })],
    ];
  },
  refresh: (line) => [line, [{ type: 'fetch-token' }]],
  retry(line, now) {
    if (line.phase !== 'pausing') return [line, []];
    const { token } = line;
    const good = token !== null && (token.expiresAt === null || token.expiresAt - now > LIMITS.refreshAhead);
    const [next, effects] = good
      ? connect(line, token, now)
      : ([{ ...line, phase: 'token' }, [{ type: 'fetch-token' }]] satisfies Step);
    return [next, [say({ kind: 'connecting' }), ...effects]];
  },
};

const ALL_TIMERS: readonly TimerName[] = ['open', 'join', 'beat', 'answer', 'refresh', 'retry'];

function pause(line: Line, now: number): Step {
  const held = line.phase === 'joined' && now - line.joinedAt >= LIMITS.held;
  const failures = held ? 1 : line.failures + 1;
  if (failures > LIMITS.mostFailures) return off(line, 'unreachable');
  const steps = line.phase === 'token' ? LIMITS.backOffToken : LIMITS.backOff;
  const retryIn = steps[Math.min(failures, steps.length) - 1] ?? 10_000;
  return [
    { ...line, phase: 'pausing', failures, joins: {}, beat: null, doubtful: false },
    [{ type: 'hang-up' }, ...stopTimers(), timer('retry', retryIn), say({ kind: 'waiting', retryIn })],
  ];
}

function off(line: Line, why: ErrorCode | null): Step {
  return [
    { ...line, phase: 'off', token: null, joins: {} },
    [{ type: 'hang-up' }, ...stopTimers(), say({ kind: 'off', why })],
  ];
}

const stopTimers = (): Effect[] => ALL_TIMERS.map((name) => timer(name, null));
const timer = (name: TimerName, after: number | null): Effect => ({ type: 'timer', name, after });
const send = (frame: Frame): Effect => ({ type: 'send', frame });
const say = (state: EventState): Effect => ({ type: 'say', state });
