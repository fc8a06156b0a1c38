// Between a record and its sealed row: JSON, padded, in a box bound to table, id and key version. Leans on lib/crypto.
// Opening never throws for damage: a bad record is null here, and named by those who list.
import { open, openParts, seal, sealMany } from '../crypto/box.ts';
import { type Bytes, frame, frameEach, fromUtf8, utf8 } from '../crypto/bytes.ts';
import { AppError } from '../error.ts';
import type { SealedRow, SealedTable } from '../store/rows.ts';
import { type Header, versionsOf } from './header.ts';
import { type Look, lookOf } from './look.ts';
import { type RecordTable, type RecordTypes, SHAPES } from './shapes.ts';
import { cryptoKeyOf, hasKey, keysOf, type Unlocked } from './unlocked.ts';

/** Boxes come in multiples of this many bytes of text, so that the disk does not show how long a label or a draft is. */
const STEP = 128;
const SPACE = 0x20;
const COMMA = 0x2c;
const BRACKETS = [0x5b, 0x5d] as const;
const NOTHING: Bytes = new Uint8Array();
const CONTEXT = 'moniker box';

/** @returns what a box is bound to. A row moved to another table, id or key version does not open. */
export function contextOf(
  table: SealedTable,
  { id, keyVersion }: Pick<SealedRow, 'id' | 'keyVersion'>,
): Bytes {
  return frame(CONTEXT, table, id, String(keyVersion));
}

/** Thrown for a key version that this `Unlocked` has not heard of: a re-encryption began after it was handed out. */
export class UnknownKey extends Error {}

/**
 * @returns the key version to seal under, by the header as read in the same transaction: what is written under a key that
 * the header does not list is lost at the next unlock. An older key that is still listed will do; the re-encryption under
 * way takes such records along before it drops that key.
 * @throws AppError `no-vault`, `locked` (keys of an erased vault); UnknownKey.
 */
export function sealingVersion(u: Unlocked, header: Header | null): number {
  if (header === null) throw new AppError('no-vault');
  if (header.vaultId !== keysOf(u).vaultId) throw new AppError('locked');
  const known = versionsOf(header).filter((version) => hasKey(u, version));
  if (known.length === 0) throw new UnknownKey();
  return Math.max(...known);
}

/** Seals at once; for use inside a transaction. */
export function sealRow<T extends RecordTable>(
  u: Unlocked,
  keyVersion: number,
  table: T,
  record: RecordTypes[T],
): SealedRow {
  const key = keysOf(u).byVersion.get(keyVersion);
  if (key === undefined) throw new UnknownKey();
  const place = { id: record.id, keyVersion };
  return { ...place, box: seal(key, contextOf(table, place), encode(record)) };
}

/** Seals many with WebCrypto; never inside a transaction. */
export async function sealRows<T extends RecordTable>(
  u: Unlocked,
  keyVersion: number,
  table: T,
  records: readonly RecordTypes[T][],
): Promise<SealedRow[]> {
  const key = await cryptoKeyOf(u, keyVersion);
  if (key === null) throw new UnknownKey();
  const items = records.map((record) => {
    const place = { id: record.id, keyVersion };
    return { place, context: contextOf(table, place), plain: encode(record) };
  });
  const sealed = await sealMany(key, items);
  return sealed.map(({ item, box }) => ({ ...item.place, box }));
}

/** Opens at once; for use inside a transaction. @returns null if the row is damaged, or under a key that `u` has not. */
export function openRow<T extends RecordTable>(u: Unlocked, table: T, row: SealedRow): RecordTypes[T] | null {
  const plain = openPlain(u, table, row);
  return plain === null ? null : decode(table, plain);
}

/** The same without looking inside: for re-encryption, which must carry over what a later version may have written. */
export function openPlain(u: Unlocked, table: SealedTable, row: SealedRow): Bytes | null {
  const key = keysOf(u).byVersion.get(row.keyVersion);
  if (key === undefined || !isBytes(row.box)) return null;
  return open(key, contextOf(table, row), row.box);
}

/** Opens many with WebCrypto; never inside a transaction. Rows under keys that `u` has not are counted as damaged. */
export async function openRows<T extends RecordTable>(
  u: Unlocked,
  table: T,
  rows: readonly SealedRow[],
): Promise<{ records: RecordTypes[T][]; damaged: string[] }> {
  const records: RecordTypes[T][] = [];
  const damaged: string[] = [];
  for await (const { ids, plains } of openInParts(u, table, rows)) {
    for (const [at, record] of decodeMany(table, plains).entries()) {
      if (record === null) damaged.push(ids[at] ?? '');
      else records.push(record);
    }
  }
  return { records, damaged };
}

/** The same without looking inside; null for each that does not open. */
export async function openBoxes(
  u: Unlocked,
  table: SealedTable,
  rows: readonly SealedRow[],
): Promise<{ id: string; plain: Bytes | null }[]> {
  const boxes: { id: string; plain: Bytes | null }[] = [];
  for await (const { ids, plains } of openInParts(u, table, rows)) {
    for (const [at, id] of ids.entries()) boxes.push({ id, plain: plains[at] ?? null });
  }
  return boxes;
}

/** A part at a time, while the next one is being opened. */
async function* openInParts(
  u: Unlocked,
  table: SealedTable,
  rows: readonly SealedRow[],
): AsyncGenerator<{ ids: readonly string[]; plains: readonly (Bytes | null)[] }, void, undefined> {
  for (const version of new Set(rows.map((row) => row.keyVersion))) {
    const same = rows.filter((row) => row.keyVersion === version);
    const ids = same.map(({ id }) => id);
    const key = await cryptoKeyOf(u, version);
    if (key === null) {
      yield { ids, plains: ids.map(() => null) };
      continue;
    }
    const contexts = frameEach([CONTEXT, table], ids, [String(version)]);
    // Whatever lies there instead of bytes opens as little as no bytes at all.
    const boxes = same.map(({ box }) => (isBytes(box) ? box : NOTHING));
    let at = 0;
    for await (const plains of openParts(key, contexts, boxes)) {
      yield { ids: ids.slice(at, at + plains.length), plains };
      at += plains.length;
    }
  }
}

/** The type promises bytes; the disk promises nothing. */
function isBytes(box: unknown): boolean {
  return box instanceof Uint8Array;
}

function encode(record: { id: string }): Bytes {
  return padded(JSON.stringify(record), STEP);
}

/** @returns JSON in UTF-8, filled up with spaces, which mean nothing there, to a multiple of `step` bytes. */
export function padded(json: string, step: number): Bytes {
  const bytes = utf8(json);
  const whole = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(SPACE);
  whole.set(bytes);
  return whole;
}

/**
 * Many texts as one list: one decoding and one parsing for hundreds of records, a third of the cost. Where anything in it is not
 * what it should be, each is read by itself, so that only the bad ones are named.
 */
function decodeMany<T extends RecordTable>(
  table: T,
  plains: readonly (Bytes | null)[],
): (RecordTypes[T] | null)[] {
  const whole = plains.every((plain) => plain !== null) ? parse(listOf(plains)) : undefined;
  if (!Array.isArray(whole) || whole.length !== plains.length) {
    return plains.map((plain) => (plain === null ? null : decode(table, plain)));
  }
  return whole.map((record: unknown) => (isRecord(table, record) ? record : null));
}

/** @returns the JSON texts with commas between them and brackets around. */
function listOf(plains: readonly Bytes[]): Bytes {
  const list = new Uint8Array(plains.reduce((sum, plain) => sum + plain.length + 1, 1));
  let at = 0;
  for (const plain of plains) {
    list[at] = at === 0 ? BRACKETS[0] : COMMA;
    list.set(plain, at + 1);
    at += plain.length + 1;
  }
  list[at] = BRACKETS[1];
  return list;
}

function decode<T extends RecordTable>(table: T, plain: Bytes): RecordTypes[T] | null {
  const record = parse(plain);
  return isRecord(table, record) ? record : null;
}

/** @returns undefined, which JSON does not know, for what is no JSON: written by a fault of ours; the rest still opens. */
function parse(plain: Bytes): unknown {
  try {
    // Trailing spaces of the padding are white space to JSON.
    return JSON.parse(fromUtf8(plain));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Looks only: members that a later version may have added stay where they are. */
function isRecord<T extends RecordTable>(table: T, value: unknown): value is RecordTypes[T] {
  let look = looks.get(table);
  if (look === undefined) {
    look = lookOf(SHAPES[table]);
    looks.set(table, look);
  }
  return look(value);
}

/** Made at the first record of a table: most lives of the worker see few of them. */
const looks = new Map<RecordTable, Look>();
