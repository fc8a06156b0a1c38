// Some hundreds of entries as columns, all their texts in one string: read from the disk at once and searched in one run over
// the memory, which is many times faster than visiting as many objects. Pure; what reads a chunk trusts no member of it.
import { FIELDS, type SearchEntry } from './entry.ts';

export interface SearchChunk {
  readonly ids: readonly string[];
  readonly accountIds: readonly string[];
  readonly sites: readonly (string | null)[];
  readonly domains: readonly string[];
  readonly flags: readonly number[];
  readonly createdAt: readonly number[];
  readonly recent: readonly number[];
  /** `FIELDS.length` lines an entry. */
  readonly texts: string;
}

/** Another number for another meaning of what is written: chunks of any other are made anew from the records. */
const FORMAT = 1;

export function chunkOf(entries: readonly SearchEntry[]): SearchChunk {
  return {
    ids: entries.map(({ id }) => id),
    accountIds: entries.map(({ accountId }) => accountId),
    sites: entries.map(({ site }) => site),
    domains: entries.map(({ domain }) => domain),
    flags: entries.map(({ flags }) => flags),
    createdAt: entries.map(({ createdAt }) => createdAt),
    recent: entries.map(({ recent }) => recent),
    texts: entries.map(({ texts }) => texts).join(''),
  };
}

export function entriesOf(chunk: SearchChunk): SearchEntry[] {
  const lines = chunk.texts.split('\n');
  const each = FIELDS.length;
  return chunk.ids.map((id, at) => ({
    id,
    accountId: chunk.accountIds[at] ?? '',
    site: chunk.sites[at] ?? null,
    domain: chunk.domains[at] ?? '',
    flags: chunk.flags[at] ?? 0,
    createdAt: chunk.createdAt[at] ?? 0,
    recent: chunk.recent[at] ?? 0,
    texts: lines
      .slice(at * each, (at + 1) * each)
      .map((line) => `${line}\n`)
      .join(''),
  }));
}

export function writeChunk(chunk: SearchChunk): string {
  return JSON.stringify({ format: FORMAT, ...chunk });
}

/** @returns null for what is no chunk of this format. Checked by hand: a hundred thousand entries pass through here at once. */
export function readChunk(json: string): SearchChunk | null {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== FORMAT) return null;
  const { ids, accountIds, sites, domains, flags, createdAt, recent, texts } = read as Partial<SearchChunk>;
  if (!isColumn(ids, isText)) return null;
  const { length } = ids;
  if (!isColumn(accountIds, isText, length) || !isColumn(sites, isMaybeText, length)) return null;
  if (!isColumn(domains, isText, length) || !isColumn(flags, isNumber, length)) return null;
  if (!isColumn(createdAt, isNumber, length) || !isColumn(recent, isNumber, length)) return null;
  if (!isText(texts) || lineEnds(texts).length !== length * FIELDS.length) return null;
  return { ids, accountIds, sites, domains, flags, createdAt, recent, texts };
}

/** @returns the place of each line feed. */
export function lineEnds(texts: string): Uint32Array {
  const ends: number[] = [];
  for (let at = texts.indexOf('\n'); at >= 0; at = texts.indexOf('\n', at + 1)) ends.push(at);
  return Uint32Array.from(ends);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isMaybeText = (value: unknown): value is string | null => value === null || isText(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';

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
