// The complaints of Kayle's schemas, each as its validator words it (recorded from the real server), and readers of queries and
// bodies that raise them. Pure but for what they throw. All complaints of one input come together, in the schema's order.
import { type Issue, zodError } from './errors.ts';

type Path = readonly (string | number)[];

export const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

export const wrongType = (expected: string, path: Path, value: unknown): Issue => ({
  expected,
  code: 'invalid_type',
  path,
  message: `Invalid input: expected ${expected}, received ${typeOf(value)}`,
});

const limits = (origin: string, unit: string) => ({
  big: (maximum: number, path: Path): Issue => ({
    origin,
    code: 'too_big',
    maximum,
    inclusive: true,
    path,
    message: `Too big: expected ${origin} to ${origin === 'number' ? 'be ' : 'have '}<=${maximum}${unit}`,
  }),
  small: (minimum: number, path: Path): Issue => ({
    origin,
    code: 'too_small',
    minimum,
    inclusive: true,
    path,
    message: `Too small: expected ${origin} to ${origin === 'number' ? 'be ' : 'have '}>=${minimum}${unit}`,
  }),
});
export const ofNumber = limits('number', '');
export const ofText = limits('string', ' characters');
export const ofList = limits('array', ' items');

export const notOneOf = (values: readonly string[], path: Path): Issue => ({
  code: 'invalid_value',
  values,
  path,
  message:
    values.length === 1
      ? `Invalid input: expected "${values[0]}"`
      : `Invalid option: expected one of ${values.map((value) => `"${value}"`).join('|')}`,
});

export const custom = (message: string, path: Path): Issue => ({ code: 'custom', path, message });
/** The same, from where the schema puts the path last. */
export const customLast = (message: string, path: Path): Issue => ({ code: 'custom', message, path });

const format = (name: string, pattern: string, path: Path, message: string): Issue => ({
  origin: 'string',
  code: 'invalid_format',
  format: name,
  pattern,
  path,
  message,
});

const SESSION_ID = /^vs_[A-Za-z0-9]{64}$/;
const WEBHOOK_ID = /^[A-Za-z0-9_-]+$/;
const DATETIME =
  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z))$/;

export function sessionId(value: string, path: Path = ['id']): string {
  if (SESSION_ID.test(value)) return value;
  throw zodError(format('regex', String(SESSION_ID), path, 'Invalid session ID format'));
}

export function webhookId(value: string, name: string): string {
  if (WEBHOOK_ID.test(value)) return value;
  const message = `Invalid string: must match pattern ${WEBHOOK_ID}`;
  throw zodError(format('regex', String(WEBHOOK_ID), [name], message));
}

/** @returns 10 where none is asked for */
export function limitOf(query: URLSearchParams): number {
  const text = query.get('limit');
  if (text === null) return 10;
  const value = Number(text);
  const path = ['limit'];
  if (Number.isNaN(value))
    throw zodError({
      expected: 'number',
      code: 'invalid_type',
      received: 'NaN',
      path,
      message: 'Invalid input: expected number, received NaN',
    });
  if (!Number.isInteger(value))
    throw zodError({
      expected: 'int',
      format: 'safeint',
      code: 'invalid_type',
      path,
      message: 'Invalid input: expected int, received number',
    });
  if (value < 1) throw zodError(ofNumber.small(1, path));
  if (value > 100) throw zodError(ofNumber.big(100, path));
  return value;
}

/** Milliseconds since the epoch. */
export function timeOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!DATETIME.test(text))
    throw zodError(format('datetime', String(DATETIME), [name], 'Invalid ISO datetime'));
  return Date.parse(text);
}

export function choiceOf<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | null {
  const text = query.get(name);
  if (text === null) return null;
  const word = words.find((one) => one === text);
  if (word === undefined) throw zodError(notOneOf(words, [name]));
  return word;
}

export function flagOf(query: URLSearchParams, name: string): boolean | null {
  const text = query.get(name);
  if (text === null) return null;
  if (text !== 'true' && text !== 'false') throw zodError(wrongType('boolean', [name], text));
  return text === 'true';
}
