// The passphrase: judged, turned into the key that wraps the vault keys, and changed. Leans on lib/crypto and the header.
// Changing it wraps the same vault keys anew: an older copy of the disk still opens with the old passphrase, and whoever
// wants that to end needs a new vault key too (rekey.ts), which protects what is written from then on.
import { unwrapKey, wrapKey } from '../crypto/aes-kw.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { DEFAULT_COST, deriveKey, freshKdfParameters, type KdfCost } from '../crypto/kdf.ts';
import { AppError } from '../error.ts';
import { database } from '../store/database.ts';
import { strengthOf } from '../strength.ts';
import { type Header, readHeader, replaceHeaderIn } from './header.ts';
import { stored } from './translate.ts';

/** @throws AppError `weak-passphrase`; `limit` says whether it is `too-short` or `too-easy`. */
export function checkStrength(passphrase: string): void {
  const { verdict } = strengthOf(passphrase);
  if (verdict === 'too-short' || verdict === 'too-easy') {
    throw new AppError('weak-passphrase', { limit: verdict });
  }
}

/** @returns the wrapping key and every vault key it opens, by version. @throws AppError `wrong-passphrase`. */
export async function openHeader(
  header: Header,
  passphrase: string,
): Promise<{ kek: Bytes; byVersion: Map<number, Bytes> }> {
  // None is the wrong one: no vault is made without (checkStrength), and the key derivation would not take it.
  if (passphrase === '') throw new AppError('wrong-passphrase');
  const { kdf, wrapped } = header.passphrase;
  const kek = await deriveKey(passphrase, kdf);
  const byVersion = new Map<number, Bytes>();
  for (const { version, key } of wrapped) {
    const vaultKey = unwrapKey(kek, key);
    // The header's checksum held, so these are the bytes that were written: it is the passphrase that differs.
    if (vaultKey === null) throw new AppError('wrong-passphrase');
    byVersion.set(version, vaultKey);
  }
  return { kek, byVersion };
}

/** @returns the passphrase's part of a header: every vault key wrapped under a fresh salt. */
export async function wrapUnder(
  passphrase: string,
  byVersion: ReadonlyMap<number, Bytes>,
  cost: KdfCost,
): Promise<Header['passphrase']> {
  const kdf = freshKdfParameters(cost);
  const kek = await deriveKey(passphrase, kdf);
  return { kdf, wrapped: Array.from(byVersion, ([version, key]) => ({ version, key: wrapKey(kek, key) })) };
}

/**
 * One write: before it only the old passphrase opens the vault, after it only the new one. Works locked and unlocked, and
 * during a re-encryption.
 * @throws AppError `wrong-passphrase`, `weak-passphrase`, `no-vault`, `corrupt`, `disk-full`; `conflict` if the header was
 * changed meanwhile.
 */
export async function changePassphrase(
  current: string,
  next: string,
  cost: KdfCost = DEFAULT_COST,
): Promise<void> {
  checkStrength(next);
  const header = await readHeader();
  if (header === null) throw new AppError('no-vault');
  const { byVersion } = await openHeader(header, current);
  const changed: Header = { ...header, passphrase: await wrapUnder(next, byVersion, cost) };
  await stored(() =>
    database.transaction('rw', database.header, (tx) => replaceHeaderIn(tx, header, changed)),
  );
}
