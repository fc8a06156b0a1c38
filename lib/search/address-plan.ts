// How addresses are searched: in the site more than in the label, and so on; their orders, their filters, the domains they
// stand under and the groups they belong to. Pure; the meaning of each member of a filter is lib/address-query.ts's.
import type { AddressFilter, AddressSort, DomainCount, GroupCount } from '../address-query.ts';
import { ADDRESS_FLAG, ADDRESS_LAYOUT, type AddressField } from './address-entry.ts';
import type { SearchChunk } from './chunk.ts';
import { DAMAGED } from './entry.ts';
import type { Lets, SearchPlan, Worth } from './plan.ts';

const WORTH: Record<AddressField, Worth> = {
  site: { start: 64, word: 40, anywhere: 24 },
  label: { start: 48, word: 32, anywhere: 16 },
  name: { start: 32, word: 24, anywhere: 8 },
  email: { start: 24, word: 12, anywhere: 6 },
  note: { start: 6, word: 4, anywhere: 2 },
};

export const ADDRESS_PLAN: SearchPlan<AddressFilter, AddressSort> = {
  layout: ADDRESS_LAYOUT,
  worth: ADDRESS_LAYOUT.fields.map((field) => WORTH[field]),
  named: { key: 'accountId', worth: { start: 3, word: 2, anywhere: 1 } },
  orders: {
    best: { time: 'recent', by: ['score', 'time'] },
    used: { time: 'recent', by: ['time'] },
    created: { time: 'createdAt', by: ['time'] },
    email: { time: 'recent', by: [{ field: 'email' }] },
    site: { time: 'recent', by: [{ key: 'site' }, { field: 'email' }] },
  },
  lets: addressLets,
};

/** The members that are a bit of the entry, and which. */
const BITS = {
  active: ADDRESS_FLAG.active,
  hasNote: ADDRESS_FLAG.note,
  pending: ADDRESS_FLAG.pending,
} as const;

function addressLets(filter: AddressFilter): Lets {
  const { accountId, site, kind, group } = filter;
  const domain = filter.domain?.toLowerCase();
  let mask: number = DAMAGED;
  let wanted = 0;
  const want = (bit: number, on: boolean): void => {
    mask |= bit;
    if (on) wanted |= bit;
  };
  for (const name of Object.keys(BITS) as (keyof typeof BITS)[]) {
    const on = filter[name];
    if (on !== undefined) want(BITS[name], on);
  }
  if (kind !== undefined) want(ADDRESS_FLAG.identity, kind === 'identity');
  return ({ chunk: { flags, keys } }, at) =>
    ((flags[at] ?? DAMAGED) & mask) === wanted &&
    (accountId === undefined || keys.accountId?.[at] === accountId) &&
    (domain === undefined || keys.domain?.[at] === domain) &&
    (group === undefined || keys.group?.[at] === group) &&
    (site === undefined || keys.site?.[at] === site);
}

/** How many addresses stand under each domain, the most first. */
export function domainsOf(chunks: Iterable<SearchChunk>): DomainCount[] {
  const list = Array.from(countsOf(chunks, 'domain'), ([domain, count]) => ({ domain, count }));
  return list.sort((a, b) => b.count - a.count || (a.domain < b.domain ? -1 : 1));
}

/** How many identities each group has, by name. */
export function groupsOf(chunks: Iterable<SearchChunk>): GroupCount[] {
  const list = Array.from(countsOf(chunks, 'group'), ([group, count]) => ({ group, count }));
  return list.sort((a, b) => a.group.localeCompare(b.group));
}

function countsOf(
  chunks: Iterable<SearchChunk>,
  key: (typeof ADDRESS_LAYOUT.keys)[number],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { keys, flags } of chunks) {
    for (const [at, value] of (keys[key] ?? []).entries()) {
      const damaged = ((flags[at] ?? DAMAGED) & DAMAGED) !== 0;
      if (value !== null && !damaged) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many of these addresses each account has, by its id. */
export function accountsOf(
  chunks: Iterable<SearchChunk>,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const chunk of chunks) {
    for (const [at, id] of chunk.ids.entries()) {
      const accountId = ids.has(id) ? chunk.keys.accountId?.[at] : null;
      if (accountId != null) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    }
  }
  return counts;
}
