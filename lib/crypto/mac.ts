// Keyed hashes of texts: HMAC-SHA-256 (RFC 2104) over unambiguously framed parts, cut to 128 bits. Leans on @noble/hashes
// where the key is bytes (synchronous, usable inside a transaction) and on WebCrypto where the key must never be readable.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, frame } from './bytes.ts';

/** 128 bits: no collisions by chance, and short enough for an index. */
const LENGTH = 16;

/** @returns the first 16 bytes of HMAC-SHA-256 over the parts, each preceded by its length. */
export function mac(key: Uint8Array, ...parts: readonly string[]): Bytes {
  return hmac(sha256, key, frame(...parts)).slice(0, LENGTH);
}

/** @returns plain HMAC-SHA-256, 32 bytes, of one message as it is: for formats of others, which frame nothing. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Bytes {
  return new Uint8Array(hmac(sha256, key, message));
}

/** `mac` by a key that WebCrypto keeps; never inside a transaction. */
export async function macWith(key: CryptoKey, ...parts: readonly string[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, frame(...parts))).slice(0, LENGTH);
}

/** @returns a new HMAC key that cannot be read out, only used; it can be stored in IndexedDB as it is. */
export async function generateMacKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** @returns SHA-256, 32 bytes: a checksum against accidents, not against people. */
export function checksum(bytes: Uint8Array): Bytes {
  return new Uint8Array(sha256(bytes));
}
