// Reads members of a request body, refusing with 400 and the member's name (contract §1.4). Each reader returns undefined
// for an absent member; required ones say so themselves. Pure.
import type { JsonObject } from './call.ts';
import { invalid } from './errors.ts';

/** Bytes of JSON an identity's metadata may take (§3.1). */
const METADATA_LARGEST = 16 * 1024;

export function textField(body: JsonObject, param: string, longest: number): string | undefined {
  const value = body[param];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest)
    throw invalid(param, `${param} must be a non-empty string of at most ${longest} characters`);
  return value;
}

/** A string that may be empty, such as a subject. */
export function looseText(body: JsonObject, param: string): string | undefined {
  const value = body[param];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(param, `${param} must be a string`);
  return value;
}

export function flagField(body: JsonObject, param: string): boolean | undefined {
  const value = body[param];
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(param, `${param} must be a boolean`);
}

export function wholeField(body: JsonObject, param: string, least: number, most: number): number | undefined {
  const value = body[param];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw invalid(param, `${param} must be a whole number from ${least} to ${most}`);
  return value;
}

export function choiceField<T extends string>(
  body: JsonObject,
  param: string,
  choices: readonly T[],
): T | undefined {
  const value = body[param];
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw invalid(param, `${param} must be one of ${choices.join(', ')}`);
  return choice;
}

export function metadataField(body: JsonObject): JsonObject | undefined {
  const value = body.metadata;
  if (value === undefined) return undefined;
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw invalid('metadata', 'metadata must be an object');
  if (Buffer.byteLength(JSON.stringify(value)) > METADATA_LARGEST)
    throw invalid('metadata', 'metadata must take at most 16 KiB');
  return value as JsonObject;
}
