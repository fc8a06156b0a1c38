// The addresses that match a query, a screenful at a time. Leans on paged.ts and addresses.search; holds nothing itself.
import type { AddressQuery } from '../../lib/address-query.ts';
import type { Address } from '../../lib/model.ts';
import { ask } from './ask.ts';
import { type Paged, type Source, usePaged } from './paged.ts';

const ADDRESSES: Source<AddressQuery, Address> = {
  name: 'addresses.search',
  fetch: (query, offset, limit) => ask('addresses.search', { ...query, offset, limit }),
  areas: ['addresses', 'accounts', 'vault'],
};

export const useAddressPages = (query: AddressQuery): Paged<Address> => usePaged(ADDRESSES, query);
