// Keyed hashes against Node's HMAC; both hands alike; keys that stay where they are.
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frame, toHex } from '../../../lib/crypto/bytes.ts';
import { checksum, generateMacKey, mac, macWith } from '../../../lib/crypto/mac.ts';

const keys = fc.uint8Array({ minLength: 1, maxLength: 100 }).map((value) => new Uint8Array(value));

it('is HMAC-SHA-256 over the framed parts, cut to 128 bits, by either hand', async () => {
  await fc.assert(
    fc.asyncProperty(keys, fc.array(fc.string()), async (key, parts) => {
      const expected = createHmac('sha256', key)
        .update(frame(...parts))
        .digest('hex')
        .slice(0, 32);
      expect(toHex(mac(key, ...parts))).toBe(expected);
      const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
        'sign',
      ]);
      expect(toHex(await macWith(imported, ...parts))).toBe(expected);
    }),
  );
});

it('makes keys that cannot be read out', async () => {
  const key = await generateMacKey();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  expect(await macWith(key, 'a')).not.toEqual(await macWith(await generateMacKey(), 'a'));
});

it('sums as SHA-256 does', () => {
  const bytes = new TextEncoder().encode('abc');
  expect(toHex(checksum(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
});
