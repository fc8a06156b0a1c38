// What a replay comes to, and how two answers are compared: status, the headers that matter, the whole of an error, and of a
// success the shape of its body, since ids, times and counts differ from one server to the next. Pure.

export interface Difference {
  id: string;
  /** What was recorded and what came, side by side. */
  recorded: unknown;
  came: unknown;
}

export interface Outcome {
  replayed: number;
  equal: number;
  different: Difference[];
  skipped: { id: string; why: string }[];
}

/** Replays the exchanges of a golden file, in order, against a sandbox of its own. @throws Error if the file is none */
export type Replayer = (golden: unknown) => Promise<Outcome>;

export interface Seen {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** JSON where it was JSON, else text. */
  body: unknown;
}

/** Types all the way down; of a list its first item stands for all: `{data: [{id: 'string', …}]}`. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}

/** An error is taken at its word, but for what differs from call to call; a page is only known to be one. */
function comparable(body: unknown, changing: ReadonlySet<string>): unknown {
  if (typeof body === 'string') return /^\s*<(?:!doctype|html)/i.test(body) ? 'a page' : body;
  const isError = typeof body === 'object' && body !== null && 'error' in body && body.error !== null;
  if (!isError) return shapeOf(body);
  return JSON.parse(
    JSON.stringify(body, (name, value: unknown) => (changing.has(name) ? typeof value : value)),
  );
}

export interface Comparing {
  /** Headers whose values count, besides the status and the kind of content. */
  same: readonly string[];
  /** Headers that must be there or not, whatever they say. */
  present: readonly string[];
  /** Members of an error whose values differ from call to call. */
  changing: ReadonlySet<string>;
}

/** Both sides in the form in which they must be equal. */
export function comparableOf(
  { status, headers, body }: Seen,
  { same, present, changing }: Comparing,
): unknown {
  return {
    status,
    type: headers['content-type']?.split(';')[0] ?? null,
    headers: Object.fromEntries([
      ...same.map((name) => [name, headers[name] ?? null]),
      ...present.map((name) => [name, name in headers]),
    ]),
    body: comparable(body, changing),
  };
}

/** Members in another order are no difference. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  );
}
