// What our own pages may ask about addresses: list, make, change, delete.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { Address } from '../../model.ts';
import type { AddressEdit, NewAddress, NewAddressSource } from '../../requests.ts';
import type { Call } from '../call.ts';

export interface AddressCalls {
  /** All addresses of a kind, or all: for what is few. Long lists are for `addresses.search`. */
  'addresses.list': Call<{ kind?: Address['kind'] }, { addresses: Address[]; damaged: number }>;
  /** What a new address for a site would be, per account. */
  'addresses.sources': Call<{ site: string | null }, { sources: NewAddressSource[] }>;
  /** An alias of a service comes with its label waiting to be sent. Errors: `doubtful`, `several`, `plan`, those of the service. */
  'addresses.create': Call<NewAddress, { address: Address }>;
  /**
   * Works without a network where the address is an alias: what its service must know is queued. Errors: `rejected`, `closed-text`;
   * `conflict` with what `text` where a text became another than the one `seen`: nothing is changed then.
   */
  'addresses.update': Call<AddressEdit, { address: Address }>;
  'addresses.remove': Call<{ id: string }, Record<string, never>>;
}
