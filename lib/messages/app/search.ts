// What our own pages may ask to find addresses: a page of what matches, one of them, and what they can be narrowed by.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { AddressPage, AddressQuery, DomainCount, GroupCount } from '../../address-query.ts';
import type { Address } from '../../model.ts';
import type { Call } from '../call.ts';

export interface SearchCalls {
  /** A page of what matches; while the list is still being opened it has no rows and says how far that is. */
  'addresses.search': Call<AddressQuery & { offset: number; limit: number }, AddressPage>;
  /** One address. Errors: `not-found`. */
  'addresses.get': Call<{ id: string }, { address: Address }>;
  /** The domains that addresses stand under, the most used first. */
  'addresses.domains': Call<Record<string, never>, { domains: DomainCount[] }>;
  /** The groups that identities belong to, by name. */
  'addresses.groups': Call<Record<string, never>, { groups: GroupCount[] }>;
}
