// Troubles on order: each fault waits for the next requests that match it and spoils their answers. A total table by
// kind. `after: true` lets the request do its work first, so that a creation may have happened although it seemed to fail.
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import * as v from 'valibot';

const Act = v.variant('kind', [
  v.object({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    body: v.optional(v.unknown()),
    headers: v.optional(v.record(v.string(), v.string())),
  }),
  v.object({ kind: v.literal('latency'), ms: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ kind: v.literal('hang') }),
  v.object({ kind: v.literal('drop') }),
  v.object({ kind: v.literal('html'), status: v.optional(v.number(), 502) }),
  v.object({ kind: v.literal('malformed') }),
  v.object({ kind: v.literal('truncated') }),
  /** JSON that is larger than any honest answer; in bytes. */
  v.object({ kind: v.literal('huge'), bytes: v.optional(v.number(), 10 * 1024 * 1024) }),
  /** Served twice, answered once: what a browser makes of a connection that closed after the request took effect. */
  v.object({ kind: v.literal('twice') }),
  /** The true answer with every value of another type. */
  v.object({ kind: v.literal('wrong-types') }),
  /** The true answer with a member more in every object. */
  v.object({ kind: v.literal('unknown-fields') }),
]);
export type Act = v.InferOutput<typeof Act>;

export const FaultSchema = v.object({
  /** Any method where absent. */
  method: v.optional(v.pipe(v.string(), v.toUpperCase())),
  /** The whole path; `*` stands for any characters, so `/api/v1/*` is all of the API. */
  path: v.optional(v.string(), '*'),
  /** How many requests it spoils. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  after: v.optional(v.boolean(), false),
  act: Act,
});
export type Fault = v.InferOutput<typeof FaultSchema>;

export interface Faults {
  add(fault: Fault): void;
  list(): readonly Fault[];
  clear(): void;
  /** The oldest waiting fault for this request, counted down; undefined where none matches. */
  take(method: string, path: string): Fault | undefined;
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`).test(path);

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    add: (fault) => waiting.push({ ...fault }),
    list: () => waiting,
    clear: () => {
      waiting = [];
    },
    take(method, path) {
      const fault = waiting.find(
        (one) => (one.method === undefined || one.method === method) && matches(one.path, path),
      );
      if (fault === undefined) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((one) => one.times > 0);
      return fault;
    },
  };
}

export interface Spoiling {
  /** Lets the request do its work. */
  proceed(): Promise<Response>;
  /** The error in the API's own words, for a `status` fault without a body. */
  errorBody(status: number): Response;
  env: HttpBindings;
}

type Spoil = {
  [K in Act['kind']]: (act: Extract<Act, { kind: K }>, after: boolean, on: Spoiling) => Promise<Response>;
};

const first = async (after: boolean, on: Spoiling): Promise<void> => {
  if (after) await on.proceed();
};

const GATEWAY_PAGE =
  '<!doctype html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>';

const spoil: Spoil = {
  async status(act, after, on) {
    await first(after, on);
    const answer =
      act.body === undefined ? on.errorBody(act.status) : Response.json(act.body, { status: act.status });
    for (const [name, value] of Object.entries(act.headers ?? {})) answer.headers.set(name, value);
    return answer;
  },
  async latency(act, after, on) {
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, act.ms));
    if (!after) await wait();
    const answer = await on.proceed();
    if (after) await wait();
    return answer;
  },
  async hang(_act, after, on) {
    await first(after, on);
    await new Promise((resolve) => on.env.outgoing.once('close', resolve));
    return RESPONSE_ALREADY_SENT;
  },
  async drop(_act, after, on) {
    await first(after, on);
    on.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  },
  async twice(_act, _after, on) {
    await on.proceed();
    return on.proceed();
  },
  async html(act, after, on) {
    await first(after, on);
    return new Response(GATEWAY_PAGE, { status: act.status, headers: { 'content-type': 'text/html' } });
  },
  async malformed(_act, after, on) {
    await first(after, on);
    return new Response('{"data":[{"id":', { headers: { 'content-type': 'application/json' } });
  },
  async truncated(_act, _after, on) {
    const whole = Buffer.from(await (await on.proceed()).arrayBuffer());
    const { outgoing } = on.env;
    outgoing.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(whole.length + 1),
    });
    outgoing.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  },
  async huge(act, after, on) {
    await first(after, on);
    const headers = { 'content-type': 'application/json' };
    return new Response(`{"data":"${'x'.repeat(act.bytes)}"}`, { headers });
  },
  'wrong-types': async (_act, _after, on) => rewritten(await on.proceed(), swapped),
  'unknown-fields': async (_act, _after, on) => rewritten(await on.proceed(), widened),
};

/** The true answer's JSON, changed. */
async function rewritten(answer: Response, change: (value: unknown) => unknown): Promise<Response> {
  const text = await answer.text();
  if (text === '') return new Response(null, answer);
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(change(JSON.parse(text))), { status: answer.status, headers });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const mapped = (value: object, each: (one: unknown) => unknown): object =>
  Array.isArray(value)
    ? value.map(each)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)]));

const swapped = (value: unknown): unknown =>
  isObject(value) ? mapped(value, swapped) : typeof value === 'string' ? 42 : `not ${String(value)}`;

function widened(value: unknown): unknown {
  if (!isObject(value)) return value;
  const inner = mapped(value, widened);
  return Array.isArray(inner) ? inner : { ...inner, x_added_later: [{ deep: null }] };
}

/** The spoiled answer. The cast ties a kind to its own row: TypeScript does not follow that through an index. */
export function spoilAnswer(fault: Fault, on: Spoiling): Promise<Response> {
  const run = spoil[fault.act.kind] as (act: Act, after: boolean, on: Spoiling) => Promise<Response>;
  return run(fault.act, fault.after, on);
}
