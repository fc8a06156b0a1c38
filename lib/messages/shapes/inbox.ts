// How the arguments of the calls in app/inbox.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { InboxCalls } from '../app/inbox.ts';
import type { Shapes } from '../server.ts';
import { id, text } from './parts.ts';

export const inboxShapes: Shapes<InboxCalls> = {
  'inbox.list': v.object({ addressId: v.exactOptional(id) }),
  'inbox.pull': v.object({ addressId: v.exactOptional(id) }),
  'inbox.get': v.object({ id }),
  'inbox.mark': v.object({ id, read: v.boolean() }),
  'inbox.remove': v.object({ id }),
  'inbox.search': v.object({
    addressId: v.exactOptional(id),
    query: v.exactOptional(text(500)),
    from: v.exactOptional(text(320)),
    after: v.exactOptional(v.number()),
    before: v.exactOptional(v.number()),
  }),
  'inbox.send': v.object({
    addressId: id,
    channel: v.picklist(['email', 'sms']),
    to: text(320),
    subject: text(998),
    text: text(200_000),
  }),
};
