// What can be asked of the list of addresses, and a page of the answer: plain JSON between a screen and whoever searches.
// Types alone; how it is found is lib/search's, over what lib/vault keeps for searching.
import type { Address } from './model.ts';
import type { PageOf } from './page-of.ts';

/** Every member narrows; an absent one does not. */
export interface AddressFilter {
  active?: boolean;
  accountId?: string;
  kind?: Address['kind'];
  /** What stands behind the `@`. */
  domain?: string;
  /** The group of its identity, by name. */
  group?: string;
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

export type AddressPage = PageOf<Address>;

/** How many addresses stand under each domain, the most first: what a filter can offer. */
export interface DomainCount {
  domain: string;
  count: number;
}

/** How many identities each group has, by name. */
export interface GroupCount {
  group: string;
  count: number;
}
