// Names of records, which lie in clear on the disk: random, or a keyed hash of what the record is about, so that the same
// remote thing gets the same id again and nobody without the vault can test a guess. Leans on lib/crypto.
import { randomBytes, toBase64Url } from '../crypto/bytes.ts';
import { mac } from '../crypto/mac.ts';
import { AppError } from '../error.ts';
import { keysOf, type Unlocked } from './unlocked.ts';

/**
 * @returns base64url of 128 bits of HMAC-SHA-256 over the parts (`['ab','c']` and `['a','bc']` differ). The key is a record
 * of its own, so that ids survive a new vault key.
 * @throws AppError `corrupt` (what: `id-key`) if that record is damaged; everything that needs no new id still works.
 */
export function recordId(u: Unlocked, ...parts: string[]): string {
  const { idKey } = keysOf(u);
  if (idKey === null) throw new AppError('corrupt', { what: 'id-key' });
  return toBase64Url(mac(idKey, ...parts));
}

/** @returns 128 random bits, base64url. */
export function newId(): string {
  return toBase64Url(randomBytes(16));
}
