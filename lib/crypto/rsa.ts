// RSA key pairs for receiving sealed texts: RSA-OAEP with SHA-256 (RFC 8017 §7.1), by WebCrypto. The private half leaves as
// PKCS #8 to be sealed with the rest of the vault; the public half as a JWK with nothing in it but what encrypts.
import type { Bytes } from './bytes.ts';

const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;

/** 3072 bits are worth 128 of a symmetric key (NIST SP 800-57 part 1, table 2). */
export const MODULUS_LENGTH = 3072;

/** RFC 7518 §6.3.1; members in base64url. */
export interface RsaPublicJwk {
  kty: 'RSA';
  n: string;
  e: string;
  alg: 'RSA-OAEP-256';
  key_ops: ['encrypt'];
}

/** @param bits of the modulus, 2048 at least; some seconds on a slow machine */
export async function generateRsaPair(
  bits: number = MODULUS_LENGTH,
): Promise<{ privateKey: Bytes; publicJwk: RsaPublicJwk }> {
  if (bits < 2048) throw new RangeError('RSA modulus must be 2048 bits or more');
  const publicExponent = Uint8Array.of(1, 0, 1);
  const pair = await crypto.subtle.generateKey({ ...ALGORITHM, modulusLength: bits, publicExponent }, true, [
    'encrypt',
    'decrypt',
  ]);
  const { n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  if (n === undefined || e === undefined) throw new TypeError('no RSA public key');
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { privateKey, publicJwk: { kty: 'RSA', n, e, alg: 'RSA-OAEP-256', key_ops: ['encrypt'] } };
}

/**
 * @param privateKey PKCS #8
 * @returns a key that unwraps and cannot be read out again
 * @throws DOMException `DataError` if it is no such key
 */
export function importRsaPrivateKey(privateKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', privateKey, ALGORITHM, false, ['decrypt']);
}

/** @returns the plaintext; null if it was sealed to another key, or is damaged. */
export async function rsaDecrypt(key: CryptoKey, sealed: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, sealed));
  } catch (error) {
    // WebCrypto: what does not unpad is an OperationError; anything else is a fault of ours.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
