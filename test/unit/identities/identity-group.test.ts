// Groups by a label in the metadata: what is read as a name, and that setting one says nothing of other members.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { groupChange, groupName, groupOf } from '../../../lib/identity-group.ts';

test.each<[Record<string, unknown>, string | null]>([
  [{}, null],
  [{ group: 'Shops' }, 'Shops'],
  [{ group: ' Shops \n 2026 ' }, 'Shops 2026'],
  [{ group: 'a\u202Eb\u0000' }, 'a b'],
  [{ group: '' }, null],
  [{ group: ' ' }, null],
  [{ group: 7 }, null],
  [{ group: ['Shops'] }, null],
  [{ Group: 'Shops' }, null],
])('%j belongs to %j', (metadata, name) => expect(groupOf(metadata)).toBe(name));

it('is not inherited', () => expect(groupOf(Object.create({ group: 'x' }))).toBeNull());

it('reads what it set, and none after none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const name = groupName(text);
      expect(groupOf(groupChange(name))).toBe(name);
      expect((name ?? '').length).toBeLessThanOrEqual(1000);
      expect(Object.keys(groupChange(name))).toEqual(['group']);
    }),
  );
  expect(groupOf(groupChange(null))).toBeNull();
});
