// Sealed texts against a second implementation (jose), both ways the format can go wrong: damage and other algorithms.
import { CompactEncrypt, compactDecrypt, importJWK, importPKCS8 } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, fromUtf8, toBase64, toBase64Url, utf8 } from '../../../lib/crypto/bytes.ts';
import { type Jwe, openJwe, parseJwe } from '../../../lib/crypto/jwe.ts';
import { generateRsaPair, importRsaPrivateKey, type RsaPublicJwk } from '../../../lib/crypto/rsa.ts';

interface Pair {
  publicJwk: RsaPublicJwk;
  pkcs8: Bytes;
  key: CryptoKey;
}
let ours: Pair;
let other: Pair;
const makePair = async (): Promise<Pair> => {
  const { privateKey, publicJwk } = await generateRsaPair(2048);
  return { publicJwk, pkcs8: privateKey, key: await importRsaPrivateKey(privateKey) };
};
beforeAll(async () => {
  [ours, other] = await Promise.all([makePair(), makePair()]);
});

const HEADER = { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'k1' };
const TEXT = '{"claims":{"given_names":"ÉLODIE","age_over_18":true}}';
/** Without what it may be used for: jose asks for wrapping, which WebCrypto tells from encrypting. */
const encrypting = ({ n, e }: RsaPublicJwk) => ({ kty: 'RSA', n, e });
const sealWith = async (pair: Pair, header: object = HEADER, text = TEXT): Promise<string> =>
  new CompactEncrypt(utf8(text))
    .setProtectedHeader(header as typeof HEADER)
    .encrypt(await importJWK(encrypting(pair.publicJwk), 'RSA-OAEP-256'));

const parsed = (text: string): Jwe => {
  const jwe = parseJwe(text);
  if (typeof jwe === 'string') throw new Error(jwe);
  return jwe;
};

test('what jose seals, we open', async () => {
  const jwe = parsed(await sealWith(ours));
  expect(jwe.keyId).toBe('k1');
  const plain = await openJwe(jwe, ours.key);
  expect(typeof plain === 'string' ? plain : fromUtf8(plain)).toBe(TEXT);
});

test('our private key is one jose opens with too', async () => {
  const pem = `-----BEGIN PRIVATE KEY-----\n${toBase64(ours.pkcs8)}\n-----END PRIVATE KEY-----`;
  const key = await importPKCS8(pem, 'RSA-OAEP-256');
  const { plaintext } = await compactDecrypt(await sealWith(ours), key);
  expect(fromUtf8(plaintext)).toBe(TEXT);
});

test('an empty text is a text', async () => {
  expect(await openJwe(parsed(await sealWith(ours, HEADER, '')), ours.key)).toEqual(new Uint8Array());
});

test('a private key cannot be read out again, and a short one is not made', async () => {
  await expect(crypto.subtle.exportKey('pkcs8', ours.key)).rejects.toThrow();
  await expect(generateRsaPair(1024)).rejects.toThrow(RangeError);
  expect(Object.keys(ours.publicJwk).sort()).toEqual(['alg', 'e', 'key_ops', 'kty', 'n']);
});

describe('what is not as it was sealed stays closed', () => {
  test('another key', async () => {
    expect(await openJwe(parsed(await sealWith(other)), ours.key)).toBe('wrong-key');
  });

  const flip = (segment: string): string => (segment.startsWith('A') ? 'B' : 'A') + segment.slice(1);
  test.each([
    ['header', 0, 'damaged'],
    ['wrapped key', 1, 'wrong-key'],
    ['IV', 2, 'damaged'],
    ['text', 3, 'damaged'],
    ['tag', 4, 'damaged'],
  ] as const)('a changed %s', async (_, at, trouble) => {
    const segments = (await sealWith(ours)).split('.');
    segments[at] =
      at === 0 ? toBase64Url(utf8(JSON.stringify({ ...HEADER, kid: 'k2' }))) : flip(segments[at] ?? '');
    expect(await openJwe(parsed(segments.join('.')), ours.key)).toBe(trouble);
  });

  test('an inner key of another length', async () => {
    const jwe = parsed(await sealWith(ours));
    const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' };
    const lock = await crypto.subtle.importKey('jwk', ours.publicJwk, rsa, false, ['encrypt']);
    const wrappedKey = new Uint8Array(await crypto.subtle.encrypt(rsa, lock, new Uint8Array(16)));
    expect(await openJwe({ ...jwe, wrappedKey }, ours.key)).toBe('wrong-key');
  });
});

describe('what is not such a text is told apart', () => {
  test('every truncation is malformed', async () => {
    const text = await sealWith(ours);
    for (let end = 0; end < text.length; end += 7) {
      const jwe = parseJwe(text.slice(0, end));
      if (typeof jwe !== 'string') throw new Error(`took ${end} of ${text.length} characters`);
      expect(jwe).toBe('malformed');
    }
  });

  test.each([
    ['nothing', ''],
    ['four segments', 'a.b.c.d'],
    ['six segments', 'a.b.c.d.e.f'],
    ['no base64url', `${toBase64Url(utf8(JSON.stringify(HEADER)))}.+.+.+.+`],
    ['a header that is no JSON', `${toBase64Url(utf8('{"alg"'))}.AA.AA.AA.AA`],
    ['a header that is a list', `${toBase64Url(utf8('[]'))}.AA.AA.AA.AA`],
    ['a header that is no UTF-8', `${toBase64Url(Uint8Array.of(0xff))}.AA.AA.AA.AA`],
    ['a short IV', `${toBase64Url(utf8(JSON.stringify(HEADER)))}.AA.AA.AA.AA`],
  ])('%s', (_, text) => {
    expect(parseJwe(text)).toBe('malformed');
  });

  test.each([
    { alg: 'RSA-OAEP', enc: 'A256GCM' },
    { alg: 'RSA1_5', enc: 'A256GCM' },
    { alg: 'dir', enc: 'A256GCM' },
    { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' },
    { ...HEADER, zip: 'DEF' },
    { ...HEADER, crit: ['exp'], exp: 1 },
  ])('%j', (header) => {
    expect(parseJwe(`${toBase64Url(utf8(JSON.stringify(header)))}.AA.AA.AA.AA`)).toBe('unsupported');
  });
});
