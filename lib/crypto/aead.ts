// Bare AES-256-GCM (NIST SP 800-38D) in the layout WebCrypto has: 12-byte IV apart, 128-bit tag behind the ciphertext. For
// formats of others, where IV and ciphertext travel in their own envelope; our own rows use box.ts. Leans on @noble/ciphers,
// at once, so that it also runs inside a database transaction. IVs are random and made here only: no caller can repeat one.
import { gcm } from '@noble/ciphers/aes.js';
import { type Bytes, randomBytes } from './bytes.ts';

export const IV_LENGTH = 12;
export const TAG_LENGTH = 16;

/** What others write: the usual 96 bits, or a whole block. Ours are always the former. */
const OPENABLE_IVS: readonly number[] = [IV_LENGTH, 16];

/** @param key 32 bytes. @returns a fresh IV of 12 bytes, and the ciphertext with its tag behind it. */
export function encrypt(key: Uint8Array, context: Bytes, plain: Uint8Array): { iv: Bytes; sealed: Bytes } {
  const iv = randomBytes(IV_LENGTH);
  return { iv, sealed: new Uint8Array(gcm(checkKey(key), iv, context).encrypt(plain)) };
}

/**
 * @param key 32 bytes.
 * @returns the plaintext; null if it is damaged, of another context, under another key, or of impossible lengths.
 */
export function decrypt(key: Uint8Array, context: Bytes, iv: Uint8Array, sealed: Uint8Array): Bytes | null {
  const cipherKey = checkKey(key);
  if (!OPENABLE_IVS.includes(iv.length) || sealed.length < TAG_LENGTH) return null;
  try {
    return new Uint8Array(gcm(cipherKey, iv, context).decrypt(sealed));
  } catch (error) {
    // Lengths are right by now: what is left is a tag that does not match.
    if (error instanceof Error) return null;
    throw error;
  }
}

function checkKey(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new RangeError('AES-256 key must be 32 bytes');
  return key;
}
