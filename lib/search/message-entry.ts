// What of a message is searched, filtered and sorted by: who, about what, when; never its body. Pure; leans on the nouns of
// lib/model. The message's own record stays the truth.
import type { MessageSummary } from '../model.ts';
import { DAMAGED, type EntryOf, flagsOf, type SearchLayout, textsOf } from './entry.ts';

export const MESSAGE_LAYOUT = {
  format: 1,
  fields: ['from', 'subject', 'to', 'snippet'],
  keys: ['accountId', 'addressId'],
  // `body`: characters of the body that is kept beside it.
  numbers: ['receivedAt', 'body'],
} as const satisfies SearchLayout;

export type MessageField = (typeof MESSAGE_LAYOUT.fields)[number];

export const MESSAGE_FLAG = { unread: DAMAGED << 1, sent: DAMAGED << 2, sms: DAMAGED << 3 };

/** Characters of a text that are searched: more than services send in lists; hostile ones must not fill the memory. */
const SEARCHED = 400;

export function messageEntry(message: MessageSummary): EntryOf<typeof MESSAGE_LAYOUT> {
  const { id, accountId, addressId, channel, direction, read, receivedAt, bodySize = 0 } = message;
  const sent = direction === 'outbound';
  return {
    id,
    texts: textsOf(MESSAGE_LAYOUT.fields.map((field) => message[field].slice(0, SEARCHED))),
    flags: flagsOf(MESSAGE_FLAG, { unread: !sent && !read, sent, sms: channel === 'sms' }),
    keys: { accountId, addressId },
    numbers: { receivedAt, body: bodySize },
  };
}
