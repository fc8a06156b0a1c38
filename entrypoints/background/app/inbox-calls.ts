// The messages' part of what our own pages may ask, one line a call. Leans on lib/actions.
import { codeOf } from '../../../lib/actions/find-codes.ts';
import { listMessages, markMessage, pullInbox, readMessage } from '../../../lib/actions/read-inbox.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import { searchInbox } from '../../../lib/actions/search-inbox.ts';
import { sendMessage } from '../../../lib/actions/send-message.ts';
import { toWire } from '../../../lib/error.ts';
import type { InboxCalls } from '../../../lib/messages/app/inbox.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

export const inboxCalls: Handlers<InboxCalls, AppSender> = {
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
  'inbox.remove': async ({ id }) => {
    await removeMessage(await requireUnlocked(), id);
    announce('inbox');
    return {};
  },
  'inbox.search': async ({ addressId, ...search }) => {
    const found = await searchInbox(await requireUnlocked(), addressId ?? null, search);
    if (found.messages.length > 0) announce('inbox');
    return { ...found, trouble: found.trouble && toWire(found.trouble) };
  },
  'inbox.send': async ({ addressId, channel, to, subject, text }) => {
    const draft = channel === 'sms' ? { channel, to, text } : { channel, to, subject, text };
    const message = await sendMessage(await requireUnlocked(), addressId, draft, Date.now());
    announce('inbox');
    return { message };
  },
};
