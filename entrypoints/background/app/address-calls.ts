// The addresses' and messages' part of what our own pages may ask, one line a call. Leans on lib/actions.
import { createAddress } from '../../../lib/actions/create-address.ts';
import { codeOf } from '../../../lib/actions/find-codes.ts';
import { listMessages, markMessage, pullInbox, readMessage } from '../../../lib/actions/read-inbox.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { toWire } from '../../../lib/error.ts';
import type { AppCalls } from '../../../lib/messages/contract.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

type AddressCalls = Pick<
  Handlers<AppCalls, AppSender>,
  | 'addresses.list'
  | 'addresses.sources'
  | 'addresses.create'
  | 'addresses.update'
  | 'addresses.remove'
  | 'inbox.list'
  | 'inbox.pull'
  | 'inbox.get'
  | 'inbox.mark'
>;

export const addressCalls: AddressCalls = {
  'addresses.list': async () => {
    const { records, damaged } = await listRecords(await requireUnlocked(), 'address');
    return { addresses: records, damaged: damaged.length };
  },
  'addresses.sources': async ({ site }) => ({ sources: await sourcesFor(await requireUnlocked(), site) }),
  'addresses.create': async (wish) => {
    const address = await createAddress(await requireUnlocked(), wish, Date.now());
    announce('addresses');
    return { address };
  },
  'addresses.update': async (edit) => {
    const address = await updateAddress(await requireUnlocked(), edit, Date.now());
    announce('addresses');
    return { address };
  },
  'addresses.remove': async ({ id }) => {
    await removeAddress(await requireUnlocked(), id);
    announce('addresses', 'inbox');
    return {};
  },
  'inbox.list': async ({ addressId }) => {
    const { messages, damaged } = await listMessages(await requireUnlocked(), addressId ?? null);
    return { messages, damaged: damaged.length };
  },
  'inbox.pull': async ({ addressId }) => {
    const u = await requireUnlocked();
    const { fetched, trouble } = await pullInbox(u, addressId ?? null);
    if (fetched > 0) announce('inbox');
    const { messages } = await listMessages(u, addressId ?? null);
    return { messages, trouble: trouble && toWire(trouble) };
  },
  'inbox.get': async ({ id }) => {
    const message = await readMessage(await requireUnlocked(), id);
    return { message, codes: codeOf(message) };
  },
  'inbox.mark': async ({ id, read }) => {
    const message = await markMessage(await requireUnlocked(), id, read);
    announce('inbox');
    return { message };
  },
};
