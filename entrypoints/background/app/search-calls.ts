// The part of what our own pages may ask that finds addresses, one line a call. Leans on lib/actions/search-addresses.
import { domainsInUse, groupsInUse, searchAddresses } from '../../../lib/actions/search-addresses.ts';
import { AppError } from '../../../lib/error.ts';
import type { SearchCalls } from '../../../lib/messages/app/search.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';

export const searchCalls: Handlers<SearchCalls, AppSender> = {
  'addresses.search': async ({ offset, limit, ...query }) =>
    searchAddresses(await requireUnlocked(), query, offset, limit),
  'addresses.get': async ({ id }) => {
    const address = await getRecord(await requireUnlocked(), 'address', id);
    if (address === null) throw new AppError('not-found', { what: 'address' });
    return { address };
  },
  'addresses.domains': async () => ({ domains: await domainsInUse(await requireUnlocked()) }),
  'addresses.groups': async () => ({ groups: await groupsInUse(await requireUnlocked()) }),
};
