// What our own pages may ask about addresses: list, make, change, delete.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { Address } from '../../model.ts';
import type { AddressEdit, NewAddress, NewAddressSource } from '../../requests.ts';
import type { Call } from '../call.ts';

export interface AddressCalls {
  'addresses.list': Call<Record<string, never>, { addresses: Address[]; damaged: number }>;
  /** What a new address for a site would be, per account. */
  'addresses.sources': Call<{ site: string | null }, { sources: NewAddressSource[] }>;
  'addresses.create': Call<NewAddress, { address: Address }>;
  'addresses.update': Call<AddressEdit, { address: Address }>;
  'addresses.remove': Call<{ id: string }, Record<string, never>>;
}
