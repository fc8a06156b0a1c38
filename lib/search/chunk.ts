// Some hundreds of entries as columns, all their texts in one string: read from the disk at once and searched in one run over
// the memory, which is many times faster than visiting as many objects. Pure; what reads a chunk trusts no member of it.
import type { SearchEntry, SearchLayout } from './entry.ts';

export interface SearchChunk {
  readonly ids: readonly string[];
  readonly flags: readonly number[];
  /** A column for each key of the layout. */
  readonly keys: Readonly<Record<string, readonly (string | null)[]>>;
  /** A column for each number of the layout. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** As many lines an entry as the layout has fields. */
  readonly texts: string;
}

/** A chunk with the places of its line feeds, which is all that is reckoned beforehand. */
export interface Held {
  readonly chunk: SearchChunk;
  readonly ends: Uint32Array;
}

export function chunkOf(entries: readonly SearchEntry[], layout: SearchLayout): SearchChunk {
  return {
    ids: entries.map(({ id }) => id),
    flags: entries.map(({ flags }) => flags),
    keys: columns(layout.keys, (name) => entries.map(({ keys }) => keys[name] ?? null)),
    numbers: columns(layout.numbers, (name) => entries.map(({ numbers }) => numbers[name] ?? 0)),
    texts: entries.map(({ texts }) => texts).join(''),
  };
}

export function entriesOf(chunk: SearchChunk, layout: SearchLayout): SearchEntry[] {
  const lines = chunk.texts.split('\n');
  const each = layout.fields.length;
  return chunk.ids.map((id, at) => ({
    id,
    flags: chunk.flags[at] ?? 0,
    keys: columns(layout.keys, (name) => chunk.keys[name]?.[at] ?? null),
    numbers: columns(layout.numbers, (name) => chunk.numbers[name]?.[at] ?? 0),
    texts: lines
      .slice(at * each, (at + 1) * each)
      .map((line) => `${line}\n`)
      .join(''),
  }));
}

export function writeChunk(chunk: SearchChunk, { format }: SearchLayout): string {
  return JSON.stringify({ format, ...chunk });
}

/** @returns null for what is no chunk of this layout. Checked by hand: a hundred thousand entries pass through here at once. */
export function readChunk(json: string, layout: SearchLayout): SearchChunk | null {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== layout.format)
    return null;
  const { ids, flags, keys, numbers, texts } = read as Partial<SearchChunk>;
  if (!isColumn(ids, isText)) return null;
  const { length } = ids;
  if (!isColumn(flags, isNumber, length)) return null;
  if (!areColumns(keys, layout.keys, isMaybeText, length)) return null;
  if (!areColumns(numbers, layout.numbers, isNumber, length)) return null;
  if (!isText(texts) || lineEnds(texts).length !== length * layout.fields.length) return null;
  return { ids, flags, keys, numbers, texts };
}

/** @returns the place of each line feed. */
export function lineEnds(texts: string): Uint32Array {
  const ends: number[] = [];
  for (let at = texts.indexOf('\n'); at >= 0; at = texts.indexOf('\n', at + 1)) ends.push(at);
  return Uint32Array.from(ends);
}

/** @param line counted over the whole chunk. @returns its text, without the line feed. */
export function lineOf({ chunk, ends }: Held, line: number): string {
  return chunk.texts.slice((ends[line - 1] ?? -1) + 1, ends[line]);
}

const columns = <Value>(names: readonly string[], of: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, of(name)]));

const isText = (value: unknown): value is string => typeof value === 'string';
const isMaybeText = (value: unknown): value is string | null => value === null || isText(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';

function areColumns<Value>(
  all: unknown,
  names: readonly string[],
  is: (value: unknown) => value is Value,
  length: number,
): all is Record<string, readonly Value[]> {
  if (typeof all !== 'object' || all === null) return false;
  const named = new Map<string, unknown>(Object.entries(all));
  return named.size === names.length && names.every((name) => isColumn(named.get(name), is, length));
}

function isColumn<Value>(
  column: unknown,
  is: (value: unknown) => value is Value,
  length?: number,
): column is readonly Value[] {
  return (
    Array.isArray(column) &&
    (length === undefined || column.length === length) &&
    column.every((value) => is(value))
  );
}
