// What can be asked of the list of addresses, and a page of the answer: plain JSON between a screen and whoever searches.
// Types and bounds alone; how it is found is lib/search's, over what lib/vault keeps for searching.
import type { Address } from './model.ts';

/** Rows of one answer at the most: a screenful and what is scrolled next, never the whole list in one message. */
export const PAGE_ROWS = 50;

/** Every member narrows; an absent one does not. */
export interface AddressFilter {
  active?: boolean;
  accountId?: string;
  kind?: Address['kind'];
  /** What stands behind the `@`. */
  domain?: string;
  /** Registrable domain it is used on. */
  site?: string;
  hasNote?: boolean;
  /** Whether an edit made here waits to be told to the service. */
  pending?: boolean;
}

/**
 * `best`: the closest match (site, label, then the rest), and as `used` while nothing is typed. `used`: the last used first,
 * then the newest. `created`: the newest first. `email` and `site`: by letters; what has no site comes last.
 */
export type AddressSort = 'best' | 'used' | 'created' | 'email' | 'site';

export interface AddressQuery {
  /** Words divided by spaces, each of which must occur in address, label, note, site, persona or account; empty: all. */
  text: string;
  filter: AddressFilter;
  sort: AddressSort;
}

export interface AddressPage {
  /** At most `PAGE_ROWS`, from `offset` on. */
  rows: Address[];
  /** How many match. */
  total: number;
  /** How many there are. */
  of: number;
  /** Addresses that do not open; they are in no answer. */
  damaged: number;
  /** How much of the list is open already, in addresses; what is answered meanwhile is of these only. Null: all of it. */
  building: { done: number; total: number } | null;
  /** Changes with every change of any address: pages of one list have the same. */
  generation: number;
}

/** How many addresses stand under each domain, the most first: what a filter can offer. */
export interface DomainCount {
  domain: string;
  count: number;
}
