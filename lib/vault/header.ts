// The vault's header: all that lies in clear, namely how to get from the passphrase to the vault keys. Leans on lib/store and
// lib/crypto. A checksum tells a damaged header from a wrong passphrase; it is no defence, and needs none: whoever alters the
// header gets an unwrapping that fails.
import type { Transaction } from 'dexie';
import * as v from 'valibot';
import { type Bytes, equal, toBase64, utf8 } from '../crypto/bytes.ts';
import { checkKdfParameters, type KdfParameters } from '../crypto/kdf.ts';
import { checksum } from '../crypto/mac.ts';
import { AppError } from '../error.ts';
import { database } from '../store/database.ts';
import type { HeaderRow } from '../store/rows.ts';
import { stored } from './translate.ts';

export interface Header {
  format: 1;
  /** Random; an erased vault's keys do not fit its successor. */
  vaultId: string;
  /** Version of the key that new boxes are sealed under. */
  keyVersion: number;
  passphrase: {
    kdf: KdfParameters;
    /** Every vault key still in use, wrapped (RFC 3394). More than one: a re-encryption is under way. */
    wrapped: { version: number; key: Bytes }[];
  };
}

const bytes = v.custom<Bytes>((value) => value instanceof Uint8Array);
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const HeaderShape = v.object({
  format: v.literal(1),
  vaultId: v.string(),
  keyVersion: version,
  passphrase: v.object({
    kdf: v.object({ m: v.number(), t: v.number(), p: v.number(), salt: bytes }),
    wrapped: v.array(v.object({ version, key: v.pipe(bytes, v.length(40)) })),
  }),
  sum: bytes,
});

/** @returns null if there is no vault. @throws AppError `corrupt` (what: `header`). */
export async function readHeader(): Promise<Header | null> {
  return decode(await stored(() => database.header.get('vault')));
}

/** The same inside a transaction that has the table `header` in its scope. */
export async function readHeaderIn(tx: Transaction): Promise<Header | null> {
  return decode(await tx.table<HeaderRow, string>('header').get('vault'));
}

/** Adds the first header. @throws AppError `vault-exists`. */
export async function addHeaderIn(tx: Transaction, header: Header): Promise<void> {
  const table = tx.table<HeaderRow, string>('header');
  if ((await table.count()) > 0) throw new AppError('vault-exists');
  await table.add(encode(header));
}

/**
 * Replaces the header if it still is the one that `from` was read as; two changes at once must not undo each other.
 * @throws AppError `conflict`, `no-vault`.
 */
export async function replaceHeaderIn(tx: Transaction, from: Header, to: Header): Promise<void> {
  const now = await readHeaderIn(tx);
  if (now === null) throw new AppError('no-vault');
  if (!sameHeader(now, from)) throw new AppError('conflict', { what: 'header' });
  await tx.table<HeaderRow, string>('header').put(encode(to));
}

/** @returns the versions of the keys in use. More than one: a re-encryption is under way. */
export function versionsOf(header: Header): number[] {
  return header.passphrase.wrapped.map(({ version }) => version);
}

export function sameHeader(a: Header, b: Header): boolean {
  return equal(sumOf(a), sumOf(b));
}

function encode(header: Header): HeaderRow {
  return { id: 'vault', value: { ...header, sum: sumOf(header) } };
}

function decode(row: HeaderRow | undefined): Header | null {
  if (row === undefined) return null;
  const read = v.safeParse(HeaderShape, row.value);
  if (!read.success) throw new AppError('corrupt', { what: 'header' });
  const { sum, ...header } = read.output;
  if (!equal(sum, sumOf(header))) throw new AppError('corrupt', { what: 'header' });
  try {
    checkKdfParameters(header.passphrase.kdf);
  } catch (cause) {
    throw new AppError('corrupt', { what: 'header' }, { cause });
  }
  return header;
}

function sumOf({ format, vaultId, keyVersion, passphrase: { kdf, wrapped } }: Header): Bytes {
  const canonical = [
    format,
    vaultId,
    keyVersion,
    [kdf.m, kdf.t, kdf.p, toBase64(kdf.salt)],
    wrapped.map(({ version, key }) => [version, toBase64(key)]),
  ];
  return checksum(utf8(JSON.stringify(canonical)));
}
