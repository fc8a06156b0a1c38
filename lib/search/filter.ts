// Filters as one look at an entry of a chunk. Pure; the meaning of each member is lib/address-query.ts's.
import type { AddressFilter } from '../address-query.ts';
import type { SearchChunk } from './chunk.ts';
import { FLAG } from './entry.ts';

/** The members that are a bit of the entry, and which. */
const BITS = { active: FLAG.active, hasNote: FLAG.note, pending: FLAG.pending } as const;

/** @returns whether the entry at a place of a chunk is let through; damaged ones never are. */
export function filterOf(filter: AddressFilter): (chunk: SearchChunk, at: number) => boolean {
  const { accountId, site, kind } = filter;
  const domain = filter.domain?.toLowerCase();
  let mask: number = FLAG.damaged;
  let wanted = 0;
  const want = (bit: number, on: boolean): void => {
    mask |= bit;
    if (on) wanted |= bit;
  };
  for (const name of Object.keys(BITS) as (keyof typeof BITS)[]) {
    const on = filter[name];
    if (on !== undefined) want(BITS[name], on);
  }
  if (kind !== undefined) want(FLAG.identity, kind === 'identity');
  return (chunk, at) =>
    ((chunk.flags[at] ?? FLAG.damaged) & mask) === wanted &&
    (accountId === undefined || chunk.accountIds[at] === accountId) &&
    (domain === undefined || chunk.domains[at] === domain) &&
    (site === undefined || chunk.sites[at] === site);
}
