// Key wrap against RFC 3394 §4, Wycheproof and WebCrypto as a second implementation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapKey, wrapKey } from '../../../lib/crypto/aes-kw.ts';
import { type Bytes, fromHex, toHex } from '../../../lib/crypto/bytes.ts';
import rfc from '../../vectors/crypto/aes-wrap.rfc3394.json';
import wycheproof from '../../vectors/crypto/aes-wrap.wycheproof.json';

it.each(rfc.vectors)('RFC 3394: $wrapped', ({ kek, key, wrapped }) => {
  expect(toHex(wrapKey(fromHex(kek), fromHex(key))).toUpperCase()).toBe(wrapped.toUpperCase());
  expect(unwrapKey(fromHex(kek), fromHex(wrapped))).toEqual(fromHex(key));
});

/** A wrapping that cannot be right has no key: refused by length or by the check, never opened. */
function opened(kek: Bytes, wrapped: Bytes): string | null {
  try {
    const key = unwrapKey(kek, wrapped);
    return key === null ? null : toHex(key);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return null;
  }
}

describe('Wycheproof AES-WRAP, 256-bit wrapping keys', () => {
  // `acceptable`: an 8-byte key, which RFC 3394 §2 leaves out and we refuse.
  it.each(wycheproof.tests)('$tcId ($result) $comment', ({ key, msg, ct, result }) => {
    expect(opened(fromHex(key), fromHex(ct))).toBe(result === 'valid' ? msg : null);
    if (result === 'valid') expect(toHex(wrapKey(fromHex(key), fromHex(msg)))).toBe(ct);
  });
});

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => new Uint8Array(value));

it('wraps as WebCrypto does, and opens under no other key', async () => {
  await fc.assert(
    fc.asyncProperty(bytes32, bytes32, bytes32, async (kek, key, other) => {
      const wrapping = await crypto.subtle.importKey('raw', kek, 'AES-KW', false, ['wrapKey']);
      const inner = await crypto.subtle.importKey('raw', key, 'AES-GCM', true, ['encrypt']);
      const theirs = new Uint8Array(await crypto.subtle.wrapKey('raw', inner, wrapping, 'AES-KW'));
      expect(wrapKey(kek, key)).toEqual(theirs);
      if (toHex(other) !== toHex(kek)) expect(unwrapKey(other, theirs)).toBeNull();
    }),
  );
});
