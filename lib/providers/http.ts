// The only place that speaks to a network. One request, one answer, no retry: whether to ask again is the caller's to
// decide. Leans on Fetch and shape.ts; never logs, sends no cookie, follows no redirect, and puts the key in one header only.
//
// Invariant: whoever made something must be told honestly. A creation whose request may have reached the server ends in
// `doubtful` unless the server answered with a 4xx (refused, nothing made) or with what it made.
import type * as v from 'valibot';
import { AppError, type ErrorDetail } from '../error.ts';
import type { RateReading } from '../rate-reading.ts';
import { type Body, readBody } from './body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { decode } from './shape.ts';

/** `read` and `change` may be repeated without harm; `create` may not. */
export type Effect = 'read' | 'change' | 'create';

export interface Ask<S extends v.GenericSchema = v.GenericSchema> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base URL, beginning with a slash; segments already percent-encoded. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  effect: Effect;
  /** The right the key needs, in the provider's own term; named when the server says it is missing. */
  scope: string;
  /** Decoder of a 2xx answer; an empty body is decoded as `undefined`. */
  reply: S;
  /** Does not count against the account's quota of requests (only against short windows). Absent: it may. */
  free?: true;
  /** Ceiling on the answer's size; 8 MiB unless told. */
  maxBytes?: number;
}

export interface Answer {
  status: number;
  body: Body;
  /** Milliseconds, from `Retry-After`; null if absent or unreadable. Up to a month: keep it as a time, not as a timer. */
  retryAfter: number | null;
  /** What it says of the account's quota; null where it says nothing, or speaks of a short window only. */
  rate: RateReading | null;
}

/** Reads an answer's rate headers; each provider knows which of them mean the account's quota. */
export type ReadRate = (headers: Headers, answer: Omit<Answer, 'rate'>, now: number) => RateReading | null;

/** Turns an answer outside 2xx into its error; each provider has its own table. */
export type Explain = (answer: Answer, ask: Ask) => AppError;

/**
 * Counts requests of one key (lib/sync/budget.ts holds the arithmetic). `take` throws `budget` instead of waiting; `metered`
 * tells whether the request may count against the quota that `rate` reports. A 429 whose `rate` has nothing remaining is the
 * quota's end and concerns metered requests alone; any other 429 is a short window's.
 */
export interface Meter {
  take(request: { metered: boolean }): Promise<void>;
  learn(answer: Pick<Answer, 'status' | 'retryAfter' | 'rate'>): Promise<void>;
}

export interface TransportOptions {
  /** As `checkBaseUrl` returns it; checked again here. */
  baseUrl: string;
  /** Null sends no key: for what anybody may read. */
  apiKey: string | null;
  explain: Explain;
  /** Absent: the service tells of no quota. */
  readRate?: ReadRate;
  meter?: Meter;
  /** Told with every answer that has a `Date`: by how many milliseconds the server's clock goes ahead of ours. */
  onClock?: (ahead: number) => Promise<void>;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Milliseconds. */
  timeouts?: Readonly<Record<Effect, number>>;
}

/** What a provider needs of its surroundings: the worker adds meter and clock. */
export type MakeTransport = (
  options: Pick<TransportOptions, 'baseUrl' | 'apiKey' | 'explain' | 'readRate'>,
) => Transport;

/**
 * Sends one request.
 * @throws AppError `unreachable`, `timeout`, `malformed`, `server`, `budget`, what `explain` says of a refusal, or, for a
 * creation that may have taken effect, `doubtful`; the caller's abort reason if a read or change was aborted
 */
export type Transport = <S extends v.GenericSchema>(
  ask: Ask<S>,
  signal?: AbortSignal,
) => Promise<v.InferOutput<S>>;

const TIMEOUTS: Readonly<Record<Effect, number>> = { read: 15_000, change: 15_000, create: 30_000 };
const MAX_BYTES = 8 * 1024 * 1024;

export function createTransport(options: TransportOptions): Transport {
  const base = checkBaseUrl(options.baseUrl);
  const { host } = new URL(base);
  const { apiKey, explain, meter, now = Date.now, timeouts = TIMEOUTS } = options;
  const readRate: ReadRate = options.readRate ?? (() => null);
  // Called through a closure: a bare reference to the global loses its receiver and is refused by browsers.
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  // Headers would refuse such a key too, but some engines quote the value in their message.
  if (apiKey !== null && !/^[\x21-\x7e]+$/.test(apiKey)) throw new AppError('rejected', { field: 'apiKey' });

  return async (ask, signal) => {
    signal?.throwIfAborted();
    const { init, url } = prepare(base, apiKey, ask);
    await meter?.take({ metered: ask.free !== true });
    const timeout = AbortSignal.timeout(timeouts[ask.effect]);
    init.signal = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);

    const detail: ErrorDetail = { host };
    try {
      const sentAt = now();
      const { date, ...answer } = await exchange(send, url, init, ask, { now, readRate });
      // Stamped somewhere between our question and its answer.
      if (date !== null) await options.onClock?.(date - (sentAt + now()) / 2);
      detail.status = answer.status;
      await meter?.learn(answer);
      return settle(answer, ask, explain);
    } catch (error) {
      const told = tell(error, detail, signal, timeout, now());
      throw ask.effect === 'create' ? doubt(told, detail) : told;
    }
  };
}

function prepare(base: string, apiKey: string | null, ask: Ask): { url: string; init: RequestInit } {
  const url = new URL(base + ask.path);
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (apiKey !== null) headers.Authorization = `Bearer ${apiKey}`;
  if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
  return {
    url: url.href,
    init: {
      method: ask.method,
      headers,
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      mode: 'cors',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    },
  };
}

async function exchange(
  send: NonNullable<TransportOptions['fetch']>,
  url: string,
  init: RequestInit,
  ask: Ask,
  { now, readRate }: { now: () => number; readRate: ReadRate },
): Promise<Answer & { date: number | null }> {
  const response = await send(url, init);
  const { headers, status } = response;
  const retryAfter = parseRetryAfter(headers.get('Retry-After'), now());
  // A refusal is a refusal even if the connection breaks while it explains itself.
  const refused = status >= 400 && status < 500;
  const reading = readBody(response, ask.maxBytes ?? MAX_BYTES);
  const body = refused ? await reading.catch((): Body => ({ kind: 'other', why: 'syntax' })) : await reading;
  const answer = { status, body, retryAfter };
  const date = Date.parse(headers.get('Date') ?? '');
  return { ...answer, rate: readRate(headers, answer, now()), date: Number.isNaN(date) ? null : date };
}

function settle<S extends v.GenericSchema>(answer: Answer, ask: Ask<S>, explain: Explain): v.InferOutput<S> {
  const { status, body } = answer;
  if (status < 200 || status > 299) throw explain(answer, ask);
  if (body.kind === 'other') throw new AppError('malformed', { field: '$', what: body.why });
  return decode(ask.reply, body.kind === 'json' ? body.value : undefined);
}

/** Every way out of one exchange as an `AppError`, except the caller's own abort, which stays what the caller made it. */
function tell(
  error: unknown,
  detail: ErrorDetail,
  signal: AbortSignal | undefined,
  timeout: AbortSignal,
  now: number,
): unknown {
  if (error instanceof AppError) {
    const { retryAfter } = error.detail;
    const again = retryAfter === undefined ? {} : { retryAt: now + retryAfter };
    return new AppError(error.code, { ...detail, ...again, ...error.detail });
  }
  if (signal?.aborted) return signal.reason;
  if (timeout.aborted) return new AppError('timeout', detail);
  // Fetch tells no more than TypeError of a closed port, a broken connection, a bad certificate or a redirect.
  if (error instanceof TypeError) return new AppError('unreachable', detail, { cause: error });
  return error;
}

/** Codes that a server's 4xx cannot have caused, and a 2xx that we could not read: something may exist now. */
function doubt(told: unknown, { status, ...detail }: ErrorDetail): unknown {
  const refused = status !== undefined && status >= 400 && status < 500 && status !== 408;
  if (refused) return told;
  const known = told instanceof AppError ? told.detail : {};
  return new AppError(
    'doubtful',
    { ...detail, ...(status === undefined ? {} : { status }), ...known },
    { cause: told },
  );
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[^.]+\.)*localhost)$/;

/**
 * @param text what the user typed: https anywhere, plain http for loopback hosts only
 * @returns the URL without trailing slash, in normal form
 * @throws AppError `insecure-url` (with the host) if the key would travel in clear; `rejected` with field `baseUrl` if it is
 * no absolute URL, or holds a user name, password, query or fragment
 */
export function checkBaseUrl(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || url.hostname === '') throw new AppError('rejected', { field: 'baseUrl' });
  checkLoopbackOrHttps(url);
  // `href` is searched because `search` and `hash` are empty for a bare `?` or `#`.
  if (url.username !== '' || url.password !== '' || /[?#]/.test(url.href)) {
    throw new AppError('rejected', { field: 'baseUrl' });
  }
  return url.href.replace(/\/+$/, '');
}

/** @throws AppError `insecure-url` (with the host) for plain http that leaves this machine, and for every other scheme */
export function checkLoopbackOrHttps({ protocol, hostname, host }: URL): void {
  const loopback = protocol === 'http:' && LOOPBACK.test(hostname);
  if (protocol !== 'https:' && !loopback) throw new AppError('insecure-url', { host });
}
