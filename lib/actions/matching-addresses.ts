// The ids of all addresses that a query matches, for changing them at once: read through in batches, so that any number fits.
// Leans on the vault and lib/search; order does not matter here.
import type { AddressFilter, AddressQuery } from '../address-query.ts';
import type { Address } from '../model.ts';
import { searchAddresses } from '../search.ts';
import { walkRecords } from '../vault/bulk.ts';
import type { Unlocked } from '../vault/vault.ts';

/** What each member of a filter asks of an address. */
const ASKS: {
  [Name in keyof Required<AddressFilter>]: (address: Address) => Required<AddressFilter>[Name] | null;
} = {
  active: ({ active }) => active,
  accountId: ({ accountId }) => accountId,
  kind: ({ kind }) => kind,
  domain: ({ email }) => email.slice(email.lastIndexOf('@') + 1).toLowerCase(),
  site: ({ site }) => site,
  hasNote: ({ note, forwarding }) => note !== '' || (forwarding?.closed.includes('note') ?? false),
  pending: ({ forwarding }) => (forwarding?.pending.length ?? 0) > 0,
};
const NAMES = Object.keys(ASKS) as (keyof AddressFilter)[];

export async function matchingIds(
  u: Unlocked,
  { text, filter }: Pick<AddressQuery, 'text' | 'filter'>,
): Promise<string[]> {
  const ids: string[] = [];
  const asked = NAMES.filter((name) => filter[name] !== undefined);
  for await (const batch of walkRecords(u, 'address')) {
    const fitting = batch.filter((address) => asked.every((name) => ASKS[name](address) === filter[name]));
    ids.push(...searchAddresses(text, fitting).map(({ id }) => id));
  }
  return ids;
}
