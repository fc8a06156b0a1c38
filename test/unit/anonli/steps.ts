// What can happen between an account here and its service, as data that fast-check makes and shrinks: edits on both sides, readings,
// sendings, troubles of every kind, a worker that dies. Leans on the sandbox's own list of troubles.
import fc from 'fast-check';
import type { Fault } from '../../sandbox/edge/faults.ts';

/** Which of the addresses or aliases there are; taken modulo their number. */
type Which = { which: number };
type Field = { field: 'label' | 'note' };

export type Step =
  | ({ do: 'create'; labelled: boolean } & Mortality)
  | ({ do: 'edit' } & Which & Field & Mortality)
  | ({ do: 'clear' } & Which & Field & Mortality)
  | ({ do: 'switch' } & Which & Mortality)
  | ({ do: 'send'; typing: (Which & Field & { request: number }) | null } & Mortality)
  | ({ do: 'pull'; whole: boolean } & Mortality)
  | ({ do: 'remove' } & Which & Mortality)
  | ({ do: 'resolve'; keep: 'ours' | 'theirs' } & Which & Mortality)
  | ({ do: 'write there' } & Which & Field)
  | ({ do: 'clear there' } & Which & Field)
  | ({ do: 'switch there' } & Which)
  | ({ do: 'remove there' } & Which)
  | { do: 'create there' }
  | { do: 'change password there' }
  | { do: 'reset vault there' }
  | ({ do: 'open vault' } & Mortality)
  | { do: 'spoil'; fault: Fault };

/** After how many effects the worker dies; null for never. */
export interface Mortality {
  dies: number | null;
}

/** Few addresses, so that both sides meet at one. */
const which = fc.constantFrom(0, 0, 0, 0, 1, 2);
const field = fc.constantFrom<'label' | 'note'>('label', 'label', 'note');
/** Somebody goes on typing while a request is under way. */
const typing = fc.option(fc.record({ which, field, request: fc.nat(2) }), { freq: 2, nil: null });
const dies = fc.option(fc.nat(12), { freq: 4, nil: null });

/** A wait that nobody sits out: a minute and more is said, and kept. */
const BURST = { error: 'Too many requests', message: 'Too many requests', retryAfter: 120 };
const MONTH = { error: { code: 'RATE_LIMITED', message: 'Monthly limit exceeded' } };
const acts: fc.Arbitrary<Fault['act']> = fc.oneof(
  fc
    .constantFrom(401, 402, 403, 404, 408, 409, 500, 503)
    .map((status) => ({ kind: 'status' as const, status })),
  fc.constantFrom(BURST, MONTH).map((body) => ({
    kind: 'status' as const,
    status: 429,
    body,
    headers: { 'retry-after': '120' },
  })),
  fc.constantFrom<Fault['act']>(
    { kind: 'drop' },
    { kind: 'html', status: 502 },
    { kind: 'malformed' },
    { kind: 'truncated' },
    { kind: 'wrong-types' },
    { kind: 'unknown-fields' },
  ),
);

/** A refusal (4xx) never comes after the work was done; everything else may. */
const isRefusal = (act: Fault['act']): boolean =>
  act.kind === 'status' && act.status < 500 && act.status !== 408;

const fault: fc.Arbitrary<Fault> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
    act: acts,
    after: fc.boolean(),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map((one) => ({
    ...one,
    // Of the POSTs the creation is meant: the question for the vault's salt would use up most of them.
    path: one.method === 'POST' ? '*/v1/alias' : '*',
    after: one.after && !isRefusal(one.act),
  }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), labelled: fc.boolean(), dies }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), which, field, dies }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), which, field, dies }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('switch' as const), which, dies }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('send' as const), typing, dies }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pull' as const), whole: fc.boolean(), dies }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which, dies }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('resolve' as const),
      which,
      keep: fc.constantFrom('ours' as const, 'theirs' as const),
      dies,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write there' as const), which, field }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear there' as const), which, field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('switch there' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove there' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create there' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change password there' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset vault there' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open vault' as const), dies }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('spoil' as const), fault }) },
);

/** Begins with an address: without one nothing can happen. */
export const histories: fc.Arbitrary<Step[]> = fc
  .array(step, { minLength: 3, maxLength: 24 })
  .map((steps) => [{ do: 'create', labelled: true, dies: null }, ...steps]);
