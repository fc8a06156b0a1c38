// Cards sealed and opened: the contract's vector, Node's own AES-GCM as a second hand in both directions, other clients'
// layouts, and everything that must stay closed. The keys are made up and open nothing.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BILLING_FIELDS, type CardSecret } from '../../../lib/cards/secret.ts';
import { openCard, sealCard } from '../../../lib/providers/aliaskit/card-blob.ts';
import {
  cardKeyBytes,
  cardKeyId,
  checkCardKey,
  createCardKey,
} from '../../../lib/providers/aliaskit/card-key.ts';
import { failure } from './errors.ts';

/** Contract §6.9, checked there with two implementations. */
const VECTOR = {
  key: 'ak_ck_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  keyId: '1af4189b',
  identity: 'ident_8f3a1b2c',
  blob: 'QUtDMRr0GJsKCwwNDg8QERITFBUUn0zqUez7V9hxtW+73sdy3yrtG41ezIDZbfmiY2nu1xtDfJPA8qF1onPHzhk6Mf1TwtfaNDwpA/XjOQc5UaCIGefGYabFc4jkad/g5M4vH39KNrMm/+tRUD1o/NpqJ34fcvWagmJiznIoE7pV',
};
const RAW = Buffer.from(VECTOR.key.slice(6), 'hex');
const PLAIN = {
  v: 1,
  number: '4242424242424242',
  cvc: '123',
  exp_month: 12,
  exp_year: 2028,
  brand: 'visa',
};
const SECRET: CardSecret = {
  number: '4242424242424242',
  cvc: '123',
  expMonth: 12,
  expYear: 2028,
  brand: 'visa',
  billing: {},
};
const open = (blob: string, last4 = '4242', identity = VECTOR.identity, key = VECTOR.key): CardSecret =>
  openCard(key, identity, blob, last4);
const refusal = async (work: () => unknown): Promise<string> =>
  (await failure(Promise.resolve().then(work))).code;

/** AES-256-GCM by Node. */
function gcm(plain: string, iv: Buffer, aad: Buffer = Buffer.alloc(0)) {
  const cipher = createCipheriv('aes-256-gcm', RAW, iv);
  cipher.setAAD(aad);
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

describe('AKC1', () => {
  test("the contract's vector", () => {
    expect(Buffer.from(cardKeyId(cardKeyBytes(VECTOR.key))).toString('hex')).toBe(VECTOR.keyId);
    expect(open(VECTOR.blob)).toEqual(SECRET);
  });

  test("the contract's vector by Node alone", () => {
    const head = Buffer.concat([Buffer.from('AKC1'), Buffer.from(VECTOR.keyId, 'hex')]);
    const iv = Buffer.from('0a0b0c0d0e0f101112131415', 'hex');
    const sealed = gcm(JSON.stringify(PLAIN), iv, Buffer.concat([head, Buffer.from(VECTOR.identity)]));
    const box = Buffer.concat([head, iv, sealed.ciphertext, sealed.tag]);
    expect(box.length).toBe(129);
    expect(box.toString('base64')).toBe(VECTOR.blob);
  });

  const line = fc.stringMatching(/^[^\p{C}\p{Z}]{1,30}$/u);
  const secrets = fc.record({
    number: fc.constantFrom('4242424242424242', '378282246310005', '6205500000000000004'),
    cvc: fc.option(fc.stringMatching(/^\d{3,4}$/)),
    expMonth: fc.option(fc.integer({ min: 1, max: 12 })),
    expYear: fc.option(fc.integer({ min: 2026, max: 2056 })),
    brand: fc.option(fc.constantFrom('visa', 'amex', 'unionpay')),
    billing: fc.record(Object.fromEntries(BILLING_FIELDS.map((field) => [field, line])), {
      requiredKeys: [],
    }),
  });

  test('whatever is sealed is opened, by us and by Node', () => {
    fc.assert(
      fc.property(secrets, fc.stringMatching(/^[\w-]{1,40}$/), (secret, identity) => {
        const key = createCardKey();
        const blob = sealCard(key, identity, secret);
        expect(openCard(key, identity, blob, secret.number.slice(-4))).toEqual(secret);

        const box = Buffer.from(blob, 'base64');
        const raw = Buffer.from(key.slice(6), 'hex');
        const decipher = createDecipheriv('aes-256-gcm', raw, box.subarray(8, 20));
        const id = createHash('sha256').update('aliaskit-card-key-id:v1').update(raw).digest();
        expect(box.subarray(0, 8)).toEqual(Buffer.concat([Buffer.from('AKC1'), id.subarray(0, 4)]));
        decipher.setAAD(Buffer.concat([box.subarray(0, 8), Buffer.from(identity)]));
        decipher.setAuthTag(box.subarray(-16));
        const text = Buffer.concat([decipher.update(box.subarray(20, -16)), decipher.final()]).toString();
        expect(JSON.parse(text)).toMatchObject({ v: 1, number: secret.number });
      }),
      { numRuns: 40 },
    );
  });

  test('no two blobs are alike', () => {
    const blobs = Array.from({ length: 200 }, () => sealCard(VECTOR.key, 'i', SECRET));
    expect(new Set(blobs.map((blob) => blob.slice(11, 27))).size).toBe(200);
  });

  test('a blob holds no digit of the number in clear', () => {
    const box = Buffer.from(sealCard(VECTOR.key, 'i', SECRET), 'base64').toString('latin1');
    expect(box).not.toContain('4242');
  });

  test('any flipped bit keeps it closed', () => {
    fc.assert(
      fc.property(fc.nat(128), fc.nat(7), (at, bit) => {
        const box = Buffer.from(VECTOR.blob, 'base64');
        box.writeUInt8(box.readUInt8(at) ^ (1 << bit), at);
        expect(() => open(box.toString('base64'))).toThrow();
      }),
    );
  });

  test.each([
    ['another identity', () => open(VECTOR.blob, '4242', 'ident_other'), 'card-unreadable'],
    ['another key', () => open(VECTOR.blob, '4242', VECTOR.identity, createCardKey()), 'other-card-key'],
    ['another card', () => open(VECTOR.blob, '4241'), 'card-mismatch'],
    ['no last digits', () => open(VECTOR.blob, ''), 'card-mismatch'],
    ['cut', () => open(VECTOR.blob.slice(0, 40)), 'card-unreadable'],
    ['cut in its head', () => open('QUtDMRr0'), 'card-unreadable'],
    ['nothing', () => open(''), 'card-unreadable'],
    ['no base64', () => open('card card card'), 'card-unreadable'],
    ['a bad key', () => open(VECTOR.blob, '4242', VECTOR.identity, 'ak_ck_'), 'bad-card-key'],
  ])('%s: %s', async (_what, work, code) => expect(await refusal(work)).toBe(code));

  test('an address that does not fit is refused before it is sent', async () => {
    const long = { ...SECRET, billing: { address_line1: 'x'.repeat(17_000) } };
    expect(await refusal(() => sealCard(VECTOR.key, 'i', long))).toBe('rejected');
  });
});

describe("other clients' blobs", () => {
  const join = (...parts: Buffer[]): string => Buffer.concat(parts).toString('base64');
  const text = JSON.stringify(PLAIN);

  it.each([12, 16])('with an IV of %i bytes, the tag behind or before', (length) => {
    const { iv, ciphertext, tag } = gcm(text, randomBytes(length));
    expect(open(join(iv, ciphertext, tag))).toEqual(SECRET);
    expect(open(join(iv, tag, ciphertext))).toEqual(SECRET);
  });

  it.each(['hex', 'base64', 'base64url'] as const)('in a JSON envelope of %s', (encoding) => {
    const { iv, ciphertext, tag } = gcm(text, randomBytes(12));
    const parts = {
      iv: iv.toString(encoding),
      ciphertext: ciphertext.toString(encoding),
      tag: tag.toString(encoding),
    };
    expect(open(JSON.stringify(parts))).toEqual(SECRET);
    expect(open(Buffer.from(JSON.stringify(parts)).toString('base64'))).toEqual(SECRET);
    const joined = {
      iv: parts.iv,
      data: Buffer.concat([ciphertext, tag]).toString(encoding),
    };
    expect(open(JSON.stringify(joined))).toEqual(SECRET);
  });

  it('in base64url without padding', () => {
    expect(open(VECTOR.blob.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))).toEqual(SECRET);
  });

  it('with other names for its members', () => {
    const { iv, ciphertext, tag } = gcm(
      JSON.stringify({
        cardNumber: '4242 4242 4242 4242',
        cvv: 123,
        expMonth: '12',
        expYear: 28,
        brand: 'VISA',
        billingFirstName: 'Ana',
        billing_address_line1: 'Rua 1',
        billingAddressPostalCode: 1000,
      }),
      randomBytes(12),
    );
    expect(open(join(iv, ciphertext, tag))).toEqual({
      ...SECRET,
      billing: { first_name: 'Ana', address_line1: 'Rua 1', address_postal_code: '1000' },
    });
  });

  it.each([
    ['no JSON', 'card'],
    ['a list', '[]'],
    ['no number', '{"cvc":"123"}'],
    ['a number that is none', '{"number":"4242424242424241"}'],
  ])('with %s inside are unreadable, and nothing of them is quoted', async (_what, inside) => {
    const { iv, ciphertext, tag } = gcm(inside, randomBytes(12));
    const error = await failure(Promise.resolve().then(() => open(join(iv, ciphertext, tag))));
    expect(error).toEqual({ code: 'card-unreadable', detail: {} });
  });

  it("the reference's own sample is closed", async () => {
    const sample = Buffer.from('encrypted-card-data-here..').toString('base64');
    expect(await refusal(() => open(sample))).toBe('card-unreadable');
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 400 }), fc.json()), (blob) => {
        expect(() => open(blob)).toThrow(/^(card-unreadable|other-card-key)$/);
      }),
    );
  });
});

describe('card keys', () => {
  test('are made of 32 random bytes', () => {
    const keys = Array.from({ length: 50 }, createCardKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(checkCardKey(key)).toMatch(/^ak_ck_[0-9a-f]{64}$/);
  });

  test.each([
    ['hex', RAW.toString('hex')],
    ['HEX', RAW.toString('hex').toUpperCase()],
    ['base64', RAW.toString('base64')],
    ['base64 without padding', RAW.toString('base64').replace('=', '')],
    ['base64url', RAW.toString('base64url')],
    ['base64url with padding', `${RAW.toString('base64url')}=`],
  ])('in %s are the same key', (_what, spelling) => {
    expect(Buffer.from(cardKeyBytes(`ak_ck_${spelling}`))).toEqual(RAW);
    expect(openCard(`ak_ck_${spelling}`, VECTOR.identity, VECTOR.blob, '4242')).toEqual(SECRET);
  });

  test('may be broken over the lines of a sheet', () => {
    const broken = ` ${VECTOR.key.slice(0, 38)}\n ${VECTOR.key.slice(38)}\t`;
    expect(checkCardKey(broken)).toBe(VECTOR.key);
  });

  test.each([
    '',
    'ak_ck_',
    'ak_ck_00',
    RAW.toString('hex'),
    `ak_live_${RAW.toString('hex')}`,
    `${VECTOR.key}0`,
  ])('%j is none', async (text) => expect(await refusal(() => checkCardKey(text))).toBe('bad-card-key'));
});
