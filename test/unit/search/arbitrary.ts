// Random addresses and queries that have something to do with each other: few words, many accents, equal times. Leans on
// fast-check.
import fc from 'fast-check';
import type { AddressFilter } from '../../../lib/address-query.ts';
import type { Address } from '../../../lib/model.ts';
import type { NaiveQuery } from './naive.ts';

const WORDS = ['Café', 'cafe', 'shop', 'ΟΔΌΣ', 'Straße', 'ist', 'a', 'Über-shop', 'x\ny', '東京', '½', 'i̇'];
const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const site = fc.option(fc.constantFrom('shop.example', 'cafe.example', 'xn--caf-dma.example'));
const group = fc.constantFrom('Rome', 'Île');
const domain = fc.constantFrom('own.example', 'Anon.example');
const account = fc.constantFrom('one', 'two');
const time = fc.integer({ min: 0, max: 5 });

export const ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ['one', 'My Café'],
  ['two', 'work'],
]);

export const address = (id: fc.Arbitrary<string>): fc.Arbitrary<Address> =>
  fc.record({
    id,
    accountId: account,
    kind: fc.constantFrom('alias' as const, 'identity' as const),
    email: fc.tuple(fc.constantFrom('cafe', 'shop.7f3', 'x'), domain).map((parts) => parts.join('@')),
    remoteId: fc.constant(null),
    site,
    label: text,
    note: text,
    persona: fc.option(
      fc.tuple(text, fc.option(group)).map(([name, its]) => ({
        name,
        phone: null,
        birthDate: null,
        metadata: its === null ? {} : { group: its },
      })),
      { freq: 3 },
    ),
    active: fc.boolean(),
    createdAt: time,
    updatedAt: time,
    usedAt: fc.option(time),
  });

const filter: fc.Arbitrary<AddressFilter> = fc
  .record(
    {
      active: fc.boolean(),
      accountId: account,
      kind: fc.constantFrom('alias' as const, 'identity' as const),
      domain: domain.map((name) => name.toLowerCase()),
      group,
      site: site.map((name) => name ?? 'shop.example'),
      hasNote: fc.boolean(),
      pending: fc.constant(false),
    },
    { requiredKeys: [] },
  )
  // Most people filter by one thing or none.
  .map((all) => Object.fromEntries(Object.entries(all).slice(0, 2)));

export const query: fc.Arbitrary<NaiveQuery> = fc.record({
  text: fc.oneof(text, fc.constantFrom('', 'a', 'ca', 'CAFÉ sho', 'οδος', 'strass', 'my', 'example')),
  filter: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: filter }),
  sort: fc.constantFrom('best', 'used', 'created', 'email', 'site'),
});
