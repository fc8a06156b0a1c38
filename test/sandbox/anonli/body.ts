// Reads request bodies as anon.li's strict schemas do: all complaints at once, in the schema's order, unknown members last,
// each worded as its validator words it (contract §1.3, examples). Pure.
import { ApiError, type Problem } from './errors.ts';

/** What is wrong with a value; null if nothing is. */
export type Check = (value: unknown) => string | null;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const expected = (what: string, value: unknown): string =>
  `Invalid input: expected ${what}, received ${typeOf(value)}`;

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

export const text =
  (most: number, then: Check = () => null): Check =>
  (value) => {
    if (typeof value !== 'string') return expected('string', value);
    if (value.length > most) return `Too big: expected string to have <=${most} characters`;
    return then(value);
  };

export const atLeast =
  (least: number, then: Check): Check =>
  (value) =>
    String(value).length < least ? `Too small: expected string to have >=${least} characters` : then(value);

export const matches =
  (pattern: RegExp, message: string): Check =>
  (value) =>
    pattern.test(String(value)) ? null : message;

export const email = (most: number): Check =>
  text(
    most,
    matches(/^[A-Za-z0-9_'+\-.]+@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/, 'Invalid email address'),
  );

export const flag: Check = (value) => (typeof value === 'boolean' ? null : expected('boolean', value));

export const choice =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value)
      ? null
      : `Invalid option: expected one of ${words.map((word) => `"${word}"`).join('|')}`;

export const texts =
  (most: number, each: Check, least = 0): Check =>
  (value) => {
    if (!Array.isArray(value)) return expected('array', value);
    if (value.length > most) return `Too big: expected array to have <=${most} items`;
    if (value.length < least) return `Too small: expected array to have >=${least} items`;
    return value.map(each).find((complaint) => complaint !== null) ?? null;
  };

export type JsonObject = Record<string, unknown>;

/** The JSON of a body; null for none and for what is no JSON, which its schema then refuses like any other null. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** @throws ApiError 400 with every complaint, one a field. */
export function readStrict(value: unknown, fields: Readonly<Record<string, Check>>): JsonObject {
  const invalid = (details: readonly Problem[]): ApiError =>
    new ApiError({ code: 'VALIDATION_ERROR', message: 'Validation failed', details, routed: true });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid([{ field: '', message: expected('object', value) }]);
  const body = value as JsonObject;
  const problems = Object.entries(fields).flatMap(([field, check]): Problem[] => {
    const message = check(body[field]);
    return message === null ? [] : [{ field, message }];
  });
  const unknown = Object.keys(body).filter((name) => !Object.hasOwn(fields, name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${name}"`).join(', ');
    problems.push({ field: '', message: `Unrecognized key${unknown.length > 1 ? 's' : ''}: ${names}` });
  }
  if (problems.length > 0) throw invalid(problems);
  return body;
}
