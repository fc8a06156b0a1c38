// Files of recorded exchanges, decoded: as they were recorded (`request` and `response`), or reduced to one level as this
// project keeps them. Leans on valibot; what is not an exchange is named with its place, so that a file is never half read.
import * as v from 'valibot';

export interface Exchange {
  id: string;
  method: string;
  /** With its query; placeholders in double braces as recorded. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Undefined for no body. */
  body: string | undefined;
  status: number;
  /** Names in lower case. */
  answerHeaders: Readonly<Record<string, string>>;
  answer: unknown;
}

const one = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((values) => values.join(', ')),
  ),
]);
const headers = v.pipe(
  v.optional(v.record(v.string(), one), {}),
  v.transform((all) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value])),
  ),
);
const sent = { json: v.optional(v.unknown()), text: v.optional(v.string()), body: v.optional(v.unknown()) };
const status = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599));

const bodyOf = (wire: { json?: unknown; text?: string | undefined; body?: unknown }): string | undefined => {
  if (wire.text !== undefined) return wire.text;
  if (wire.json !== undefined) return JSON.stringify(wire.json);
  return wire.body === undefined || typeof wire.body === 'string' ? wire.body : JSON.stringify(wire.body);
};

const Recorded = v.pipe(
  v.object({
    id: v.string(),
    request: v.object({ method: v.string(), path: v.string(), headers, ...sent }),
    response: v.object({ status, headers, body: v.optional(v.unknown()) }),
  }),
  v.transform(
    ({ id, request, response }): Exchange => ({
      id,
      method: request.method,
      path: request.path,
      headers: request.headers,
      body: bodyOf(request),
      status: response.status,
      answerHeaders: response.headers,
      answer: response.body ?? '',
    }),
  ),
);

const Reduced = v.pipe(
  v.object({
    id: v.string(),
    method: v.string(),
    path: v.string(),
    headers,
    json: v.optional(v.unknown()),
    text: v.optional(v.string()),
    status,
    answer_headers: headers,
    body: v.optional(v.unknown()),
  }),
  v.transform(
    ({ id, method, path, json, text, answer_headers, body, ...wire }): Exchange => ({
      id,
      method,
      path,
      headers: wire.headers,
      body: bodyOf({ json, text }),
      status: wire.status,
      answerHeaders: answer_headers,
      answer: body ?? '',
    }),
  ),
);

const GoldenFile = v.object({ exchanges: v.array(v.unknown()) });

/** @throws Error naming the first thing that is no exchange */
export function readGolden(value: unknown): Exchange[] {
  const file = v.safeParse(GoldenFile, value);
  if (!file.success) throw new Error('not a golden file: it has no list of exchanges');
  return file.output.exchanges.map((item, at) => {
    const isRecorded = typeof item === 'object' && item !== null && 'request' in item;
    const parsed = v.safeParse(isRecorded ? Recorded : Reduced, item);
    if (parsed.success) return parsed.output;
    const issue = parsed.issues[0];
    throw new Error(`exchanges[${at}] is no exchange: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  });
}

/** A member of an object of unknown shape; undefined where there is none. */
export const memberOf = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );

/** The text under a path; `''` where there is none. */
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = memberOf(value, ...path);
  return typeof found === 'string' ? found : '';
};

/** The request's body as JSON; undefined where it is none. */
export function jsonBody({ body }: Pick<Exchange, 'body'>): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    // Recordings hold broken bodies on purpose.
    return undefined;
  }
}
