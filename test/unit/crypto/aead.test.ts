// Bare AES-256-GCM over the Wycheproof vectors, and against WebCrypto in both directions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../lib/crypto/aead.ts';
import { concat, fromHex, toHex } from '../../../lib/crypto/bytes.ts';
import vectors from '../../vectors/crypto/aes-gcm.wycheproof.json';

it.each(vectors.tests)('Wycheproof AES-GCM $tcId ($result) $comment', (vector) => {
  const sealed = concat(fromHex(vector.ct), fromHex(vector.tag));
  const plain = decrypt(fromHex(vector.key), fromHex(vector.aad), fromHex(vector.iv), sealed);
  expect(plain === null ? 'invalid' : toHex(plain)).toBe(vector.result === 'valid' ? vector.msg : 'invalid');
});

describe('beside WebCrypto', () => {
  const bytes = (minLength: number, maxLength: number) =>
    fc.uint8Array({ minLength, maxLength }).map((value) => new Uint8Array(value));

  it('each opens what the other sealed', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32, 32), bytes(0, 60), bytes(0, 200), async (key, context, plain) => {
        const theirs = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
        const { iv, sealed } = encrypt(key, context, plain);
        const algorithm = { name: 'AES-GCM', iv, additionalData: context };
        expect(new Uint8Array(await crypto.subtle.decrypt(algorithm, theirs, sealed))).toEqual(plain);
        const other = new Uint8Array(await crypto.subtle.encrypt(algorithm, theirs, plain));
        expect(decrypt(key, context, iv, other)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('never uses an IV twice', () => {
    const key = new Uint8Array(32);
    const ivs = Array.from({ length: 500 }, () => toHex(encrypt(key, key, key).iv));
    expect(new Set(ivs).size).toBe(500);
  });
});

describe('impossible lengths', () => {
  const key = new Uint8Array(32);
  it.each([
    ['no IV', 0, 16],
    ['a short IV', 11, 16],
    ['a long IV', 13, 16],
    ['no whole tag', 12, 15],
  ])('%s opens nothing', (_what, iv, sealed) => {
    expect(decrypt(key, key, new Uint8Array(iv), new Uint8Array(sealed))).toBeNull();
  });

  it.each([0, 16, 31, 33])('a key of %i bytes is a fault of ours', (length) => {
    const wrong = new Uint8Array(length);
    expect(() => encrypt(wrong, key, key)).toThrow(RangeError);
    expect(() => decrypt(wrong, key, new Uint8Array(12), new Uint8Array(16))).toThrow(RangeError);
  });
});
