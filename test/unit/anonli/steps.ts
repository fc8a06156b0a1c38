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
  | ({ do: 'pull'; whole: boolean; meanwhile: Meanwhile | null } & Mortality)
  /** Two windows that show the same text each write another; the second has not seen what the first wrote. */
  | ({ do: 'edit in two windows' } & Which & Field & Mortality)
  | { do: 'lock'; request: number }
  | ({ do: 'reconnect' } & Mortality)
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

/** What happens at the service while a page of its list is under way: others move up or down. */
export interface Meanwhile {
  request: number;
  step: Extract<Step, { do: 'remove there' | 'create there' | 'write there' }>;
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

/** A list that answers once as if there were nothing, with and without the facts of paging. */
const emptyPage: fc.Arbitrary<Fault> = fc
  .constantFrom<object>({}, { meta: { total: 9, has_more: true } }, { meta: { total: 0, has_more: false } })
  .map((facts) => ({
    method: 'GET',
    path: '*/v1/alias',
    act: { kind: 'status', status: 200, body: { data: [], ...facts } },
    after: false,
    times: 1,
  }));

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

const there: fc.Arbitrary<Meanwhile['step']> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove there' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create there' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write there' as const), which, field }) },
);
const meanwhile = fc.option(fc.record({ request: fc.nat(2), step: there }), { freq: 2, nil: null });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), labelled: fc.boolean(), dies }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), which, field, dies }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), which, field, dies }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('switch' as const), which, dies }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('send' as const), typing, dies }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pull' as const), whole: fc.boolean(), meanwhile, dies }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit in two windows' as const), which, field, dies }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const), request: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const), dies }) },
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
  { weight: 1, arbitrary: fc.record({ do: fc.constant('spoil' as const), fault: emptyPage }) },
);

/** Begins with an address: without one nothing can happen. */
export const histories: fc.Arbitrary<Step[]> = fc
  .array(step, { minLength: 3, maxLength: 24 })
  .map((steps) => [{ do: 'create', labelled: true, dies: null }, ...steps]);
