// The messages' part of what our own pages may ask, one line a call. Leans on lib/actions.
import { writeDraft } from '../../../lib/actions/drafts.ts';
import { countInboxes, listMessages } from '../../../lib/actions/kept-messages.ts';
import type { FanOut } from '../../../lib/actions/over-identities.ts';
import { pullOlder } from '../../../lib/actions/pull-inbox.ts';
import { markMessage, readMessage } from '../../../lib/actions/read-inbox.ts';
import { readLetter } from '../../../lib/actions/read-letter.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import { searchInbox } from '../../../lib/actions/search-inbox.ts';
import { sendMessage } from '../../../lib/actions/send-message.ts';
import { toWire } from '../../../lib/error.ts';
import type { InboxCalls } from '../../../lib/messages/app/inbox.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { beatInbox, pullForInbox } from '../site-beat.ts';

export const inboxCalls: Handlers<InboxCalls, AppSender> = {
  'inbox.list': async ({ offset, limit, ...query }) =>
    listMessages(await requireUnlocked(), query, offset, limit),
  'inbox.counts': async () => ({ inboxes: await countInboxes(await requireUnlocked()) }),
  'inbox.pull': async ({ addressId, older }) => {
    const pulled = await (older && addressId !== undefined
      ? pullOlder(await requireUnlocked(), addressId)
      : pullForInbox(addressId ?? null));
    announce('inbox');
    return { ...pulled, ...asked(pulled) };
  },
  'inbox.beat': async ({ addressId }) => ({ next: await beatInbox(addressId ?? null) }),
  'inbox.get': async ({ id }) => {
    const message = await readMessage(await requireUnlocked(), id);
    const reading = readLetter(message, null);
    return { message, codes: reading?.code ? [reading.code] : [], unclear: reading?.unclear?.why ?? null };
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
    if (found.found > 0) announce('inbox');
    return { ...found, ...asked(found) };
  },
  'inbox.send': async ({ addressId, channel, to, subject, text, draft: place }) => {
    const u = await requireUnlocked();
    const draft = channel === 'sms' ? { channel, to, text } : { channel, to, subject, text };
    const message = await sendMessage(u, addressId, draft, Date.now());
    // The popup may have closed meanwhile: found again as it was typed, it would be sent again.
    if (place !== undefined) await writeDraft(u, place, null);
    announce('inbox');
    return { message };
  },
};

const asked = ({ trouble }: FanOut) => ({ trouble: trouble && toWire(trouble) });
