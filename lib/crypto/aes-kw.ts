// AES key wrap (RFC 3394): one key sealed under another, with an integrity check of 64 bits and no nonce to get wrong.
// Leans on @noble/ciphers, synchronous, so that it also runs inside a database transaction. Knows no passphrase.
import { aeskw } from '@noble/ciphers/aes.js';
import type { Bytes } from './bytes.ts';

/**
 * @param kek 16, 24 or 32 bytes. @param key at least 16 bytes, a multiple of 8.
 * @returns the wrapped key, 8 bytes longer.
 */
export function wrapKey(kek: Uint8Array, key: Uint8Array): Bytes {
  return new Uint8Array(aeskw(kek).encrypt(key));
}

/**
 * @returns the key, or null if the integrity check failed: another wrapping key, or damaged bytes (RFC 3394 §2.2.3
 * cannot tell these apart).
 * @throws Error when the lengths could never be right.
 */
export function unwrapKey(kek: Uint8Array, wrapped: Uint8Array): Bytes | null {
  if (![16, 24, 32].includes(kek.length)) throw new Error('aes-kw: wrapping key of a wrong length');
  if (wrapped.length < 24 || wrapped.length % 8 !== 0)
    throw new Error('aes-kw: wrapped key of a wrong length');
  try {
    return new Uint8Array(aeskw(kek).decrypt(wrapped));
  } catch (error) {
    // With lengths already judged, the only complaint left to the cipher is a failed integrity check.
    if (error instanceof Error) return null;
    throw error;
  }
}
