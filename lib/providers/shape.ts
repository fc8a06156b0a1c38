// Decoding at the border: what a server sent either becomes our own values or the error `malformed` with its path. Leans
// on valibot; trusts no field, ignores unknown ones (v.object drops them), and quotes no received value in an error.
import * as v from 'valibot';
import { AppError } from '../error.ts';

/**
 * @returns the decoded value
 * @throws AppError `malformed`, with `field` the JSON path of the first surprise: `$.data[0].id`
 */
export function decode<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new AppError('malformed', { field: jsonPath(result.issues[0].path ?? []) });
}

function jsonPath(path: readonly v.IssuePathItem[]): string {
  return path.reduce(
    (text, { key }) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '$',
  );
}

/**
 * A provider's id: opaque, but it becomes a path segment of a request that carries the key, so `.` and `..` (which no
 * percent-encoding keeps URLs from resolving), emptiness and lone surrogates (which cannot be encoded) are refused.
 */
export const remoteId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(256),
  v.check((id) => id.isWellFormed() && !/^\.{1,2}$/.test(id)),
);

const INSTANT =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+-]\d\d):?(\d\d)?)?$/;

/**
 * ISO 8601 date and time → milliseconds since the epoch. Fractions of any length are cut to milliseconds (engines differ
 * beyond three digits), a missing zone means UTC, `+00` (PostgreSQL) is read like `+00:00`.
 */
export const instant = v.pipe(
  v.string(),
  v.transform(parseInstant),
  v.check((time) => !Number.isNaN(time)),
);

function parseInstant(text: string): number {
  const match = INSTANT.exec(text.trim());
  if (match === null) return Number.NaN;
  const [, day, minute, second = '00', fraction = '', , hours, minutes = '00'] = match;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return Date.parse(`${day}T${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
}

/** A bare address that may be typed into a page: one `@`, printable, no blanks, brackets or quotes, RFC 5321 length. */
export const emailAddress = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[^\s@<>"(),:;\\\p{C}]+@[^\s@<>"(),:;\\\p{C}]+$/u),
);

/** A text that may be missing or null: empty then. */
export const looseText = v.nullish(v.string(), '');

/** `{data, has_more}`; a missing `has_more` is false. */
export function listOf<S extends v.GenericSchema>(item: S) {
  return v.object({ data: v.array(item), has_more: v.nullish(v.boolean(), false) });
}
