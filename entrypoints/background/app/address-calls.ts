// The addresses' part of what our own pages may ask, one line a call. Leans on lib/actions.
import { createAddress } from '../../../lib/actions/create-address.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { listAddresses } from '../../../lib/actions/search-addresses.ts';
import { sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { rememberChoice } from '../../../lib/actions/site-choices.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import type { AppCalls } from '../../../lib/messages/contract.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { sendSoon } from '../syncing.ts';
import { lookForTwins } from '../twins.ts';

type AddressCalls = Pick<
  Handlers<AppCalls, AppSender>,
  'addresses.list' | 'addresses.sources' | 'addresses.create' | 'addresses.update' | 'addresses.remove'
>;

export const addressCalls: AddressCalls = {
  'addresses.list': async ({ kind }) => listAddresses(await requireUnlocked(), kind),
  'addresses.sources': async ({ site }) => ({ sources: await sourcesFor(await requireUnlocked(), site) }),
  'addresses.create': async (wish) => {
    const u = await requireUnlocked();
    const address = await createAddress(u, wish, Date.now());
    lookForTwins(u, address);
    if (address.forwarding) sendSoon(u, address.accountId, address.id);
    if (wish.site !== null) await rememberChoice(u, wish.site, { accountId: wish.accountId, wish });
    announce('addresses');
    return { address };
  },
  'addresses.update': async (edit) => {
    const u = await requireUnlocked();
    const address = await updateAddress(u, edit, Date.now());
    if (address.forwarding) sendSoon(u, address.accountId);
    announce('addresses');
    return { address };
  },
  'addresses.remove': async ({ id }) => {
    await removeAddress(await requireUnlocked(), id);
    announce('addresses', 'inbox');
    return {};
  },
};
