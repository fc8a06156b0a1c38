// Both hands of the box over the same vectors and against each other: Wycheproof AES-GCM, round trips, every kind of damage.
import { gcm } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBoxKey, open, openParts, seal, sealMany } from '../../../lib/crypto/box.ts';
import { type Bytes, concat, fromHex, toHex, utf8 } from '../../../lib/crypto/bytes.ts';
import vectors from '../../vectors/crypto/aes-gcm.wycheproof.json';

interface Hand {
  seal(key: Bytes, context: Bytes, plain: Bytes): Promise<Bytes>;
  open(key: Bytes, context: Bytes, box: Bytes): Promise<Bytes | null>;
}

async function partsOf(
  key: CryptoKey,
  contexts: readonly Bytes[],
  boxes: readonly Bytes[],
): Promise<(Bytes | null)[][]> {
  const parts: (Bytes | null)[][] = [];
  for await (const part of openParts(key, contexts, boxes)) parts.push(part);
  return parts;
}

const openAll = async (...args: Parameters<typeof partsOf>): Promise<(Bytes | null)[]> =>
  (await partsOf(...args)).flat();

const hands: Record<'noble' | 'WebCrypto', Hand> = {
  noble: {
    seal: async (key, context, plain) => seal(key, context, plain),
    open: async (key, context, box) => open(key, context, box),
  },
  WebCrypto: {
    seal: async (key, context, plain) => {
      const [sealed] = await sealMany(await importBoxKey(key), [{ context, plain }]);
      return sealed?.box ?? new Uint8Array();
    },
    open: async (key, context, box) => {
      const [opened] = await openAll(await importBoxKey(key), [context], [box]);
      return opened ?? null;
    },
  },
};

const bytes = (length: { minLength?: number; maxLength?: number } = {}) =>
  fc.uint8Array(length).map((value) => new Uint8Array(value));
const key = bytes({ minLength: 32, maxLength: 32 });

describe.each(Object.entries(hands))('%s', (_name, hand) => {
  it.each(vectors.tests)('Wycheproof AES-GCM $tcId ($result) $comment', async (vector) => {
    const box = concat(Uint8Array.of(1), fromHex(vector.iv), fromHex(vector.ct), fromHex(vector.tag));
    const plain = await hand.open(fromHex(vector.key), fromHex(vector.aad), box);
    expect(plain === null ? 'invalid' : toHex(plain)).toBe(
      vector.result === 'valid' ? vector.msg : 'invalid',
    );
  });

  it('opens nothing after any single change', async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        bytes({ maxLength: 40 }),
        bytes(),
        fc.nat(),
        fc.nat(7),
        async (k, context, plain, at, bit) => {
          const box = await hand.seal(k, context, plain);
          const place = at % box.length;
          box[place] = (box[place] ?? 0) ^ (1 << bit);
          expect(await hand.open(k, context, box)).toBeNull();
        },
      ),
    );
  });

  it('opens nothing that was cut short or made longer', async () => {
    const k = new Uint8Array(32).fill(7);
    const context = utf8('here');
    const box = await hand.seal(k, context, utf8('text'));
    for (let length = 0; length < box.length; length++) {
      expect(await hand.open(k, context, box.slice(0, length))).toBeNull();
    }
    expect(await hand.open(k, context, concat(box, Uint8Array.of(0)))).toBeNull();
  });

  it('refuses keys that are not 32 bytes', async () => {
    for (const length of [0, 16, 24, 31, 33]) {
      await expect(hand.seal(new Uint8Array(length), utf8('here'), utf8('text'))).rejects.toThrow(RangeError);
    }
  });
});

it('gives the published ciphertexts of Wycheproof by the cipher that seals', () => {
  for (const vector of vectors.tests.filter(({ result }) => result === 'valid')) {
    const sealed = gcm(fromHex(vector.key), fromHex(vector.iv), fromHex(vector.aad)).encrypt(
      fromHex(vector.msg),
    );
    expect(toHex(sealed)).toBe(vector.ct + vector.tag);
  }
});

describe.each([
  ['noble', 'WebCrypto'],
  ['WebCrypto', 'noble'],
] as const)('sealed by %s', (sealer, opener) => {
  it(`opens with ${opener}, in its own context and under its own key only`, async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        key,
        bytes(),
        bytes(),
        bytes({ maxLength: 3000 }),
        async (k, otherKey, context, other, plain) => {
          const box = await hands[sealer].seal(k, context, plain);
          expect(box.length).toBe(1 + 12 + plain.length + 16);
          expect(await hands[opener].open(k, context, box)).toEqual(plain);
          if (toHex(other) !== toHex(context)) expect(await hands[opener].open(k, other, box)).toBeNull();
          if (toHex(otherKey) !== toHex(k))
            expect(await hands[opener].open(otherKey, context, box)).toBeNull();
        },
      ),
    );
  });
});

it('keeps the order of many, and marks the damaged ones alone', async () => {
  const k = await importBoxKey(new Uint8Array(32).fill(9));
  const items = Array.from({ length: 300 }, (_, at) => ({
    at,
    context: utf8(`row ${at}`),
    plain: utf8(`text ${at}`),
  }));
  const sealed = await sealMany(k, items);
  expect(new Set(sealed.map(({ box }) => toHex(box.subarray(1, 13)))).size).toBe(300);
  const boxes = sealed.map(({ item, box }) => (item.at % 7 === 0 ? box.slice(1) : box));
  const contexts = sealed.map(({ item }) => item.context);
  const opened = await openAll(k, contexts, boxes);
  expect(opened).toEqual(items.map(({ at }) => (at % 7 === 0 ? null : utf8(`text ${at}`))));
});

it('opens thousands in parts, in order, with those that do not open in their places', async () => {
  const k = await importBoxKey(new Uint8Array(32).fill(7));
  const items = Array.from({ length: 2500 }, (_, at) => ({
    context: utf8(`place ${at}`),
    plain: utf8(`text ${at}`),
  }));
  const boxes = (await sealMany(k, items)).map(({ box }) => box);
  const spoilt = [0, 1023, 1024, 2047, 2499];
  for (const at of spoilt) boxes[at]?.fill(9, 13);
  const contexts = items.map(({ context }) => context);
  const parts = await partsOf(k, contexts, boxes);
  expect(parts.length).toBe(3);
  expect(parts.flat()).toEqual(items.map(({ plain }, at) => (spoilt.includes(at) ? null : plain)));
  expect(await openAll(k, [], [])).toEqual([]);
});

it('imports keys that cannot be read out again', async () => {
  const imported = await importBoxKey(new Uint8Array(32));
  await expect(crypto.subtle.exportKey('raw', imported)).rejects.toThrow();
});
