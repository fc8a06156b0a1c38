// What may stand before the `@` of a chosen alias, as it is said while typing; and how long a sealed text may be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_LOCAL_PART, localPartTrouble, nearestLocalPart } from '../../lib/local-part.ts';
import { MOST_TEXT_BYTES } from '../../lib/providers/anonli/envelope.ts';
import { MOST_SEALED_TEXT_BYTES, sealedTextBytes } from '../../lib/sealed-text.ts';

test.each([
  ['shop', null],
  ['a', null],
  ['my.shop.2', null],
  ['a'.repeat(64), null],
  ['', 'empty'],
  ['a'.repeat(65), 'long'],
  ['Shop', 'upper-case'],
  ['my-shop', 'characters'],
  ['my_shop', 'characters'],
  ['my+shop', 'characters'],
  ['grüße', 'characters'],
  ['my shop', 'characters'],
  ['.a', 'dots'],
  ['a.', 'dots'],
  ['a..b', 'dots'],
  ['admin', 'reserved'],
  ['postmaster', 'reserved'],
])('%j: %s', (text, trouble) => {
  expect(localPartTrouble(text)).toBe(trouble);
});

/** The server's own pattern (contract §1.6). */
const SERVER = /^[a-z0-9]+(\.[a-z0-9]+)*$/;

test('what passes is what the server takes, and nothing else', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', '7', '.', '-', 'A', 'é', 'shop'), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const taken = SERVER.test(text) && text.length <= LONGEST_LOCAL_PART;
      expect(localPartTrouble(text) === null).toBe(taken);
    }),
  );
});

describe('the nearest one', () => {
  test.each([
    ['My Shop', 'my.shop'],
    ['Grüße & Co.', 'grusse.co'],
    ['a--b__c', 'a.b.c'],
    ['日本', ''],
    [`${'a'.repeat(63)}.b`, 'a'.repeat(63)],
  ])('of %j is %j', (text, nearest) => {
    expect(nearestLocalPart(text)).toBe(nearest);
  });

  test('is taken, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const nearest = nearestLocalPart(text);
        expect(nearest === '' || SERVER.test(nearest)).toBe(true);
        expect(nearest.length).toBeLessThanOrEqual(LONGEST_LOCAL_PART);
      }),
    );
  });
});

test('a sealed text is counted in the bytes that are sealed', () => {
  expect(MOST_SEALED_TEXT_BYTES).toBe(MOST_TEXT_BYTES);
  expect(sealedTextBytes('日🔐a')).toBe(8);
});
