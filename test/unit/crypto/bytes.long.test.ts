// Spellings of bytes against Node's own, and what must be refused.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as b from '../../../lib/crypto/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 70 }).map((value) => new Uint8Array(value));

it('spells bytes as Node does, and reads them back', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      const node = Buffer.from(value);
      expect(b.toHex(value)).toBe(node.toString('hex'));
      expect(b.toBase64(value)).toBe(node.toString('base64'));
      expect(b.toBase64Url(value)).toBe(node.toString('base64url'));
      expect(b.fromHex(b.toHex(value))).toEqual(value);
      expect(b.fromBase64(b.toBase64(value))).toEqual(value);
      expect(b.fromBase64Url(b.toBase64Url(value))).toEqual(value);
    }),
  );
});

it('spells more bytes than a call takes arguments', () => {
  const large = b.randomBytes(60_000);
  expect(b.toBase64(b.concat(large, large, large))).toBe(
    Buffer.concat([large, large, large]).toString('base64'),
  );
});

it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', 'AA ==', ' AAAA', 'AA-_', 'AAAA\n'])(
  'refuses %j as base64',
  (text) => {
    expect(() => b.fromBase64(text)).toThrow(TypeError);
  },
);

it.each(['A', 'AB', 'AAB', 'AA==', 'AA+/', 'A A'])('refuses %j as base64url', (text) => {
  expect(() => b.fromBase64Url(text)).toThrow(TypeError);
});

it.each(['0', '0g', '0x00', ' 00', '00 '])('refuses %j as hexadecimal', (text) => {
  expect(() => b.fromHex(text)).toThrow(TypeError);
});

it('keeps every well-formed text, a leading byte order mark included, and refuses ill-formed bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(b.fromUtf8(b.utf8(`\uFEFF${text}`))).toBe(`\uFEFF${text}`);
    }),
  );
  expect(() => b.fromUtf8(Uint8Array.of(0xc3, 0x28))).toThrow(TypeError);
});

it('frames different lists of texts differently', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(b.equal(b.frame(...one), b.frame(...other))).toBe(same);
    }),
    { numRuns: 2000 },
  );
  expect(b.frame('ab', 'c')).not.toEqual(b.frame('a', 'bc'));
});

it('frames many at once as it frames each', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  const texts = fc.array(text, { maxLength: 5 });
  fc.assert(
    fc.property(texts, texts, texts, (before, each, after) => {
      const expected = each.map((one) => b.toHex(b.frame(...before, one, ...after)));
      expect(b.frameEach(before, each, after).map(b.toHex)).toEqual(expected);
    }),
  );
});

it('compares bytes', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(b.equal(one, one.slice())).toBe(true);
      expect(b.equal(one, other)).toBe(b.toHex(one) === b.toHex(other));
    }),
  );
});
