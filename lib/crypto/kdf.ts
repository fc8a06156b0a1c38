// From a passphrase to a key: Argon2id (RFC 9106) by hash-wasm, because pure JavaScript takes four times as long for the
// same protection. Parameters travel with what they protect; absurd ones are refused before any memory is taken.
import { argon2id } from 'hash-wasm';
import { type Bytes, randomBytes, utf8 } from './bytes.ts';

/** What one derivation costs. */
export interface KdfCost {
  /** Memory in KiB. */
  m: number;
  /** Passes over the memory. */
  t: number;
  /** Lanes. */
  p: number;
}

export interface KdfParameters extends KdfCost {
  /** 16 random bytes when made by us. */
  salt: Bytes;
}

/** RFC 9106 §4, second recommended option (64 MiB, t = 3), with one lane since WebAssembly runs one. */
export const DEFAULT_COST: KdfCost = { m: 64 * 1024, t: 3, p: 1 };

/** Below: no protection. Above: a tampered header could freeze or exhaust the browser. */
const BOUNDS: Record<keyof KdfCost, readonly [least: number, most: number]> = {
  m: [8 * 1024, 1024 * 1024],
  t: [1, 16],
  p: [1, 4],
};
const SALT_LENGTHS = [16, 64] as const;

/** @throws RangeError naming the parameter that is out of bounds. */
export function checkKdfParameters(parameters: KdfParameters): void {
  for (const name of ['m', 't', 'p'] as const) {
    const value = parameters[name];
    const [least, most] = BOUNDS[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new RangeError(`argon2id parameter ${name} out of bounds`);
    }
  }
  const { length } = parameters.salt;
  if (length < SALT_LENGTHS[0] || length > SALT_LENGTHS[1]) {
    throw new RangeError('argon2id salt length out of bounds');
  }
}

/** @returns parameters of this cost with a fresh salt. */
export function freshKdfParameters(cost: KdfCost = DEFAULT_COST): KdfParameters {
  return { m: cost.m, t: cost.t, p: cost.p, salt: randomBytes(16) };
}

/**
 * @param passphrase is normalised to NFC first (RFC 8265 §4.2.1), since keyboards differ in how they compose letters.
 * @returns 32 bytes.
 * @throws RangeError on parameters out of bounds, or no passphrase at all (which hash-wasm would not take).
 */
export async function deriveKey(passphrase: string, parameters: KdfParameters): Promise<Bytes> {
  return deriveKeyExactly(passphrase.normalize('NFC'), parameters);
}

/**
 * The same without any normalisation, for vaults of others who do none: here the two spellings of `é` are two passwords.
 * @param passphrase its UTF-8 bytes are taken as they are.
 * @returns 32 bytes.
 * @throws RangeError as `deriveKey`.
 */
export async function deriveKeyExactly(passphrase: string, parameters: KdfParameters): Promise<Bytes> {
  checkKdfParameters(parameters);
  if (passphrase === '') throw new RangeError('argon2id without a passphrase');
  const hash = await argon2id({
    password: utf8(passphrase),
    salt: parameters.salt,
    memorySize: parameters.m,
    iterations: parameters.t,
    parallelism: parameters.p,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}
