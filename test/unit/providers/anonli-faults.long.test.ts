// Every operation of anon.li × every way in which a server or the way to it can fail: the right error, one request, nothing
// made twice, and once the fault is over, the same operation does what it should. Against the real sandbox.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../lib/error.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import type { Act } from '../../sandbox/edge/faults.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { connect, SHAPES } from './anonli-account.ts';
import { DESTINATION_OPERATIONS } from './anonli-destination-operations.ts';
import { ACCOUNT_OPERATIONS, furnish, type Operation } from './anonli-operations.ts';

interface Trouble {
  name: string;
  act: Act;
  /** The server does the work first. */
  after: boolean;
  /** Of a request that may be repeated. */
  code: ErrorCode | 'works';
  /** What a creation makes of it: as it is (refused, or understood), or a doubt. */
  creation: 'same' | 'doubtful';
  detail?: object;
}

const refusal = (status: number, code: ErrorCode): Trouble => ({
  name: String(status),
  act: { kind: 'status', status },
  after: false,
  code,
  creation: 'same',
});
const lost = (name: string, act: Act, after: boolean, code: ErrorCode): Trouble => ({
  name: `${name} ${after ? 'after it took effect' : 'before'}`,
  act,
  after,
  code,
  creation: 'doubtful',
});
/** Of these the work is done, whatever `after` says: they spoil a true answer. */
const spoilt = (name: string, act: Act, code: Trouble['code']): Trouble => ({
  name,
  act,
  after: true,
  code,
  creation: code === 'works' ? 'same' : 'doubtful',
});

const MONTH = 951_160;
const TROUBLES: readonly Trouble[] = [
  ...[false, true].flatMap((after) => [
    lost('no answer', { kind: 'hang' }, after, 'timeout'),
    lost('connection dropped', { kind: 'drop' }, after, 'unreachable'),
    lost('500', { kind: 'status', status: 500 }, after, 'server'),
    lost("a gateway's page", { kind: 'html', status: 502 }, after, 'server'),
    lost('malformed JSON', { kind: 'malformed' }, after, 'malformed'),
    lost('ten megabytes', { kind: 'huge', bytes: 10 * 1024 * 1024 }, after, 'malformed'),
  ]),
  spoilt('truncated JSON', { kind: 'truncated' }, 'unreachable'),
  spoilt('wrong types', { kind: 'wrong-types' }, 'malformed'),
  spoilt('unknown fields', { kind: 'unknown-fields' }, 'works'),
  refusal(401, 'unauthorized'),
  refusal(402, 'plan'),
  refusal(403, 'missing-scope'),
  refusal(404, 'not-found'),
  refusal(409, 'conflict'),
  {
    ...refusal(429, 'rate-limited'),
    name: '429, the month is used up',
    act: {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': String(MONTH) },
      body: { error: { message: 'Monthly API request limit exceeded.', code: 'RATE_LIMITED' } },
    },
    detail: { retryAfter: MONTH * 1000, retryAt: expect.any(Number), limit: 'api_requests' },
  },
  {
    ...refusal(429, 'rate-limited'),
    name: '429, a window is full',
    act: {
      kind: 'status',
      status: 429,
      body: { error: 'Too many requests', message: 'Rate limit exceeded.', retryAfter: 45 },
    },
    detail: { retryAfter: 45_000, retryAt: expect.any(Number) },
  },
];

/** What the operation makes of the trouble. */
function expected(operation: Operation, { code, creation, after, act }: Trouble): ErrorCode | 'works' {
  const { effect, takesAnyReply, readsAs, settles } = operation;
  if (takesAnyReply && act.kind === 'wrong-types') return 'works';
  if (effect === 'create' && creation === 'doubtful') return settles && after ? 'works' : 'doubtful';
  return code === 'works' ? code : (readsAs?.[code] ?? code);
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe.each([...ACCOUNT_OPERATIONS, ...DESTINATION_OPERATIONS])('$name', (operation) => {
  test.each(TROUBLES)('$name', async (trouble) => {
    const { world } = sandbox;
    world.reset();
    world.state.settings.anonli = { ...SHAPES['the server'] };
    const things = furnish(world);
    const { act, after } = trouble;
    const path = `/anonli/api${operation.path}`;
    const wait = act.kind === 'hang' ? 300 : 15_000;
    const timeouts = { read: wait, change: wait, create: wait };
    const hasty = connect(sandbox, {}, (options) => createTransport({ ...options, timeouts }));
    const before = operation.look(world.state.anonli, things);

    world.faults.add({ method: operation.method, path, times: 1, after, act });
    const outcome = await operation.run(hasty as Required<Provider>, things).then(
      () => ({ code: 'works', detail: {} }),
      (error: unknown) => error,
    );
    const code = expected(operation, trouble);
    expect(outcome).toMatchObject({ code, detail: code === trouble.code ? (trouble.detail ?? {}) : {} });

    // One request of its kind, and what it did or did not do, once.
    const sent = world.journal.list().filter((entry) => entry.path.match(pattern(path)));
    expect(sent.filter(({ method }) => method === operation.method)).toHaveLength(1);
    const then = operation.look(world.state.anonli, things);
    if (!after) expect(then).toEqual(before);
    else if (operation.effect === 'create') expect(then).toBe(Number(before) + 1);

    // The trouble is over: what may be repeated is, and comes to the same.
    if (operation.effect === 'create' || operation.costly) return;
    await operation.run(connect(sandbox) as Required<Provider>, things);
    const last = operation.look(world.state.anonli, things);
    if (after && operation.effect === 'change') expect(last).toEqual(then);
  });
});

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll('*', '[^/]+')}$`);
