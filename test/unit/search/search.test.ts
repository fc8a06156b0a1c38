// Search, as a person would tell it: every word must be there, accents and case do not matter, the best match comes first.
import { expect, test } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import { ADDRESS_LAYOUT, addressEntry } from '../../../lib/search/address-entry.ts';
import { ADDRESS_PLAN } from '../../../lib/search/address-plan.ts';
import { chunkOf } from '../../../lib/search/chunk.ts';
import { createSearchIndex } from '../../../lib/search/search.ts';

let count = 0;
const address = (part: Partial<Address>): Address => ({
  id: `a${++count}`,
  accountId: 'local',
  kind: 'alias',
  email: `x${count}@mail.example`,
  remoteId: null,
  site: null,
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: count,
  updatedAt: count,
  usedAt: null,
  ...part,
});

const cafe = address({ site: 'cafe-paris.example', label: 'Café Müller' });
const noted = address({ site: 'other.example', note: 'see the paris\ntrip' });
const mailed = address({ email: 'paris-7f3k@mail.example' });
const labelled = address({ label: 'Paris hotel', site: 'booking.example' });
const persona = address({
  persona: { name: 'Zoë Strauß', phone: null, birthDate: null, metadata: {} },
  kind: 'identity',
});
const all = [noted, mailed, labelled, cafe, persona];

function search(text: string, addresses = all): Address[] {
  const index = createSearchIndex(ADDRESS_PLAN);
  index.setChunks(new Map([[0, chunkOf(addresses.map(addressEntry), ADDRESS_LAYOUT)]]));
  const names = new Map([['local', 'My own domain']]);
  const { ids } = index.find({ text, filter: {}, sort: 'best', names }, 0, 50);
  return ids.flatMap((id) => addresses.filter((one) => one.id === id));
}

test('site before label before address before note', () => {
  const sited = address({ site: 'paris.example' });
  expect(search('paris', [...all, sited])).toEqual([sited, labelled, cafe, mailed, noted]);
});

test('all words must occur, in any field and order', () => {
  expect(search('hotel paris')).toEqual([labelled]);
  expect(search('paris booking')).toEqual([labelled]);
  expect(search('trip other')).toEqual([noted]);
  expect(search('paris nowhere')).toEqual([]);
});

test('accents and case are folded both ways', () => {
  expect(search('CAFE muller')).toEqual([cafe]);
  expect(search('zoe STRAUSS')).toEqual([persona]);
});

test('the name of the account finds what is in it', () => expect(search('domain müller')).toEqual([cafe]));

test('nothing typed finds everything, what was used or made last first', () => {
  const used = address({ usedAt: 1_000_000 });
  expect(search('  ', [...all, used])).toEqual([used, persona, cafe, labelled, mailed, noted].sort(byRecent));
});
const byRecent = (a: Address, b: Address): number =>
  Math.max(b.createdAt, b.usedAt ?? 0) - Math.max(a.createdAt, a.usedAt ?? 0);

test('ties go to the one used last', () => {
  const old = address({ label: 'zug', usedAt: 1_000_001 });
  const recent = address({ label: 'zug', usedAt: 1_000_005 });
  expect(search('zug', [old, recent])).toEqual([recent, old]);
});

test('what looks like a pattern is plain text', () => expect(search('.*')).toEqual([]));
