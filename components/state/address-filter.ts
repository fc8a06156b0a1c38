// What narrows the list of addresses, as it is kept between two openings of the popup: a flat draft, and the query it stands for.
// Leans on lib/address-query.ts; asks nothing.
import type { AddressFilter, AddressQuery, AddressSort } from '../../lib/address-query.ts';
import { type Draft, useDraft } from './draft.ts';

export const STANDS = ['any', 'on', 'off', 'waiting'] as const;
export type Stand = (typeof STANDS)[number];
export const SORTS: readonly AddressSort[] = ['best', 'used', 'created', 'email', 'site'];

const OPEN = {
  query: '',
  stand: 'any',
  account: '',
  domain: '',
  group: '',
  note: false,
  here: false,
  sort: 'best',
};
export type Narrowing = typeof OPEN;

export const useNarrowing = (): Draft<Narrowing> => useDraft('addresses.search', OPEN);

export const standOf = ({ stand }: Narrowing): Stand => STANDS.find((known) => known === stand) ?? 'any';
export const sortOf = ({ sort }: Narrowing): AddressSort => SORTS.find((known) => known === sort) ?? 'best';

const BY_STAND: Record<Stand, AddressFilter> = {
  any: {},
  on: { active: true },
  off: { active: false },
  waiting: { pending: true },
};

/** @param site the one in front of the user, or null: then "this site" narrows nothing. */
export function queryOf(narrowing: Narrowing, site: string | null): AddressQuery {
  const { query, account, domain, group, note, here } = narrowing;
  return {
    text: query,
    sort: sortOf(narrowing),
    filter: {
      ...BY_STAND[standOf(narrowing)],
      ...(account && { accountId: account }),
      ...(domain && { domain }),
      ...(group && { group }),
      ...(note && { hasNote: true }),
      ...(here && site !== null && { site }),
    },
  };
}

/** How many filters are set; sorting and the words typed do not count. */
export function filterCount({ stand, account, domain, group, note, here }: Narrowing): number {
  return [stand !== 'any', account !== '', domain !== '', group !== '', note, here].filter(Boolean).length;
}

/** Takes every filter away and leaves the words and the order. */
export function widened(): Partial<Narrowing> {
  const { stand, account, domain, group, note, here } = OPEN;
  return { stand, account, domain, group, note, here };
}
