// Search: every word must be there, accents and case do not matter, the best match comes first.
import { expect, test } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import { fold, searchAddresses } from '../../../lib/search.ts';

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
const noted = address({ site: 'other.example', note: 'see the paris trip' });
const mailed = address({ email: 'paris-7f3k@mail.example' });
const labelled = address({ label: 'Paris hotel', site: 'booking.example' });
const persona = address({
  persona: { name: 'Zoë Strauß', phone: null, birthDate: null, metadata: {} },
  kind: 'identity',
});
const all = [noted, mailed, labelled, cafe, persona];

test('site before label before address before note', () => {
  const sited = address({ site: 'paris.example' });
  expect(searchAddresses('paris', [...all, sited])).toEqual([sited, labelled, cafe, mailed, noted]);
});

test('all words must occur, in any field and order', () => {
  expect(searchAddresses('hotel paris', all)).toEqual([labelled]);
  expect(searchAddresses('paris booking', all)).toEqual([labelled]);
  expect(searchAddresses('paris nowhere', all)).toEqual([]);
});

test('accents and case are folded both ways', () => {
  expect(searchAddresses('CAFE muller', all)).toEqual([cafe]);
  expect(searchAddresses('zoe STRAUSS', all)).toEqual([persona]);
  expect(fold('ÇAĞRI ﬁne')).toBe('cagri fine');
});

test('nothing typed keeps everything in its order', () => expect(searchAddresses('  ', all)).toEqual(all));

test('ties go to the one used last', () => {
  const old = address({ label: 'zug', usedAt: 1 });
  const recent = address({ label: 'zug', usedAt: 5 });
  expect(searchAddresses('zug', [old, recent])).toEqual([recent, old]);
});

test('what looks like a pattern is plain text', () => expect(searchAddresses('.*', all)).toEqual([]));
