// The open index against searching without one: the same addresses in the same order, whatever is asked, however it is asked
// on, and wherever a page begins.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AddressFilter, AddressSort } from '../../../lib/address-query.ts';
import type { Address } from '../../../lib/model.ts';
import { ADDRESS_LAYOUT, addressEntry } from '../../../lib/search/address-entry.ts';
import { ADDRESS_PLAN, domainsOf } from '../../../lib/search/address-plan.ts';
import { chunkOf, entriesOf, readChunk, type SearchChunk, writeChunk } from '../../../lib/search/chunk.ts';
import { damagedEntry, type SearchEntry } from '../../../lib/search/entry.ts';
import { fold } from '../../../lib/search/fold.ts';
import { createSearchIndex, type SearchIndex } from '../../../lib/search/search.ts';
import { ACCOUNTS, address, query } from './arbitrary.ts';
import { type NaiveQuery, naiveSearch } from './naive.ts';

type AddressIndex = SearchIndex<AddressFilter, AddressSort>;
const chunk = (entries: readonly SearchEntry[]): SearchChunk => chunkOf(entries, ADDRESS_LAYOUT);
const damaged = (id: string) => damagedEntry(id, ADDRESS_LAYOUT);
const addresses = fc.uniqueArray(address(fc.uuid()), { selector: ({ id }) => id, maxLength: 30 });

/** In chunks of three, so that most queries cross them. */
function indexOf(all: readonly Address[]): AddressIndex {
  const index = createSearchIndex(ADDRESS_PLAN);
  const entries = all.map(addressEntry);
  const chunks = Array.from({ length: Math.ceil(entries.length / 3) }, (_, at) =>
    chunk(entries.slice(at * 3, at * 3 + 3)),
  );
  index.setChunks(new Map(chunks.entries()));
  return index;
}

const find = (index: AddressIndex, asked: NaiveQuery, offset = 0, count = 100) =>
  index.find({ ...asked, names: ACCOUNTS }, offset, count);

describe('the index finds what plain searching finds', () => {
  test('in the same order', () => {
    fc.assert(
      fc.property(addresses, query, (all, asked) => {
        const expected = naiveSearch(asked, all, ACCOUNTS);
        expect(find(indexOf(all), asked)).toEqual({ ids: expected, total: expected.length });
      }),
      { numRuns: 300 },
    );
  });

  test('letter by letter, forth and back, as when asked anew', () => {
    fc.assert(
      fc.property(addresses, query, (all, asked) => {
        const index = indexOf(all);
        const letters = [...asked.text];
        const steps = [...letters.keys(), ...[...letters.keys()].reverse()];
        for (const length of steps) {
          const typed = { ...asked, text: letters.slice(0, length + 1).join('') };
          expect(find(index, typed).ids).toEqual(naiveSearch(typed, all, ACCOUNTS));
        }
      }),
    );
  });

  test('page by page, in any order of pages', () => {
    fc.assert(
      fc.property(addresses, query, fc.array(fc.nat(35), { maxLength: 8 }), (all, asked, offsets) => {
        const index = indexOf(all);
        const expected = naiveSearch(asked, all, ACCOUNTS);
        for (const offset of offsets) {
          expect(find(index, asked, offset, 4)).toEqual({
            ids: expected.slice(offset, offset + 4),
            total: expected.length,
          });
        }
      }),
    );
  });

  test('after chunks were replaced and dropped', () => {
    fc.assert(
      fc.property(addresses, addresses, query, (before, after, asked) => {
        const index = indexOf(before);
        find(index, asked);
        const gone = new Map(Array.from({ length: 10 }, (_, at) => [at, null] as const));
        index.setChunks(gone);
        expect(index.size()).toBe(0);
        index.setChunks(new Map([[7, chunk(after.map(addressEntry))]]));
        expect(find(index, asked).ids).toEqual(naiveSearch(asked, after, ACCOUNTS));
      }),
    );
  });
});

test('damaged ones are counted and never found', () => {
  fc.assert(
    fc.property(addresses, query, (all, asked) => {
      const index = indexOf(all);
      index.setChunks(new Map([[99, chunk([damaged('x'), damaged('y')])]]));
      expect([index.size(), index.damaged()]).toEqual([all.length + 2, 2]);
      expect(find(index, asked).ids).toEqual(naiveSearch(asked, all, ACCOUNTS));
      expect(domainsOf(index.chunks()).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }),
  );
});

describe('a chunk', () => {
  test('comes back from JSON with the same entries', () => {
    fc.assert(
      fc.property(addresses, (all) => {
        const entries = all.map(addressEntry);
        const read = readChunk(writeChunk(chunk(entries), ADDRESS_LAYOUT), ADDRESS_LAYOUT);
        expect(read && entriesOf(read, ADDRESS_LAYOUT)).toEqual(entries);
      }),
    );
  });

  test('is refused if a member is missing, short, of another kind or of another format', () => {
    const sound = chunk([damaged('x')]);
    const written: Record<string, unknown> = JSON.parse(writeChunk(sound, ADDRESS_LAYOUT));
    const read = (value: unknown) => readChunk(JSON.stringify(value), ADDRESS_LAYOUT);
    const spoilt = [undefined, null, 0.5, [], [[]], 'text'];
    expect(read(written)).toEqual(sound);
    for (const value of spoilt) {
      for (const name of Object.keys(written))
        expect(read({ ...written, [name]: value }), `${name}: ${value}`).toBeNull();
      for (const name of ADDRESS_LAYOUT.keys)
        expect(read({ ...written, keys: { ...sound.keys, [name]: value } }), `${name}: ${value}`).toBeNull();
      for (const name of ADDRESS_LAYOUT.numbers)
        expect(read({ ...written, numbers: { ...sound.numbers, [name]: value } }), name).toBeNull();
    }
    expect(read({ ...written, keys: { ...sound.keys, more: [null] } })).toBeNull();
    for (const other of [null, [], 7, {}]) expect(read(other)).toBeNull();
  });
});

test('folding takes away case, accents and other spellings of a letter', () => {
  expect(fold('ÇAĞRI ﬁne')).toBe('cagri fine');
  expect(fold('STRASSE')).toBe(fold('Straße'));
  expect(fold('ΟΔΌΣ')).toBe(fold('οδος'));
  expect(fold('Ångström')).toBe('angstrom');
});
