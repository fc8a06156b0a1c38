// Argon2id: the published vector of RFC 9106 validates the oracle (@noble/hashes; hash-wasm takes no associated data), the
// oracle and the reference implementation's own vectors validate what we use.
import { argon2id as oracle } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../../lib/crypto/bytes.ts';
import { checkKdfParameters, DEFAULT_COST, deriveKey, freshKdfParameters } from '../../../lib/crypto/kdf.ts';

it('RFC 9106 §5.3, by the oracle', () => {
  const tag = oracle(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
    t: 3,
    m: 32,
    p: 4,
    key: new Uint8Array(8).fill(3),
    personalization: new Uint8Array(12).fill(4),
    dkLen: 32,
  });
  expect(toHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

// From the reference implementation's own test suite (P-H-C/phc-winner-argon2, src/test.c, version 19; CC0 or Apache-2.0).
it.each([
  [2, 16, 'password', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
  [1, 16, 'password', 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
  [2, 16, 'differentpassword', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
])("gives the reference implementation's tag for t=%i, m=2^%i, %s", async (t, exponent, password, tag) => {
  const reference = await argon2id({
    password,
    salt: 'somesalt',
    iterations: t,
    memorySize: 2 ** exponent,
    parallelism: 1,
    hashLength: 32,
  });
  expect(reference).toBe(tag);
});

it('is what the oracle computes, for any parameters it accepts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      fc.uint8Array({ minLength: 16, maxLength: 32 }),
      fc.integer({ min: 8192, max: 9000 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
      async (passphrase, salt, m, t, p) => {
        const ours = await deriveKey(passphrase, { m, t, p, salt: new Uint8Array(salt) });
        expect(toHex(ours)).toBe(
          toHex(oracle(utf8(passphrase.normalize('NFC')), salt, { m, t, p, dkLen: 32 })),
        );
      },
    ),
    { numRuns: 6 },
  );
});

it('takes the same passphrase from keyboards that compose letters differently', async () => {
  const parameters = { m: 8192, t: 1, p: 1, salt: fromHex('00112233445566778899aabbccddeeff') };
  expect(await deriveKey('cafe\u0301', parameters)).toEqual(await deriveKey('caf\u00e9', parameters));
});

it('refuses no passphrase at all', async () => {
  await expect(deriveKey('', freshKdfParameters())).rejects.toThrow(RangeError);
});

describe('parameters', () => {
  const salt = new Uint8Array(16);
  it('by default are those of RFC 9106 §4 (64 MiB, three passes), each time under another salt', () => {
    expect(freshKdfParameters()).toMatchObject({ m: 65536, t: 3, p: 1 });
    expect(freshKdfParameters().salt).not.toEqual(freshKdfParameters().salt);
    expect(() => checkKdfParameters(freshKdfParameters())).not.toThrow();
  });

  it.each([
    ['too little memory', { ...DEFAULT_COST, m: 8191, salt }],
    ['too much memory', { ...DEFAULT_COST, m: 1024 * 1024 + 1, salt }],
    ['no passes', { ...DEFAULT_COST, t: 0, salt }],
    ['too many passes', { ...DEFAULT_COST, t: 17, salt }],
    ['no lanes', { ...DEFAULT_COST, p: 0, salt }],
    ['too many lanes', { ...DEFAULT_COST, p: 5, salt }],
    ['half a pass', { ...DEFAULT_COST, t: 1.5, salt }],
    ['not a number', { ...DEFAULT_COST, m: Number.NaN, salt }],
    ['a short salt', { ...DEFAULT_COST, salt: salt.slice(1) }],
    ['a huge salt', { ...DEFAULT_COST, salt: new Uint8Array(65) }],
  ])('refuses %s before taking memory', async (_what, parameters) => {
    expect(() => checkKdfParameters(parameters)).toThrow(RangeError);
    await expect(deriveKey('whatever', parameters)).rejects.toThrow(RangeError);
  });
});
