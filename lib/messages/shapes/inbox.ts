// How the arguments of the calls in app/inbox.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { MessageFilter } from '../../message-query.ts';
import { PAGE_ROWS } from '../../page-of.ts';
import type { InboxCalls } from '../app/inbox.ts';
import type { Shapes } from '../server.ts';
import { id, none, text } from './parts.ts';

const time = v.pipe(v.number(), v.finite());

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const filter: v.GenericSchema<unknown, MessageFilter> = v.object({
  addressId: v.exactOptional(id),
  channel: v.exactOptional(v.picklist(['email', 'sms'])),
  direction: v.exactOptional(v.picklist(['inbound', 'outbound'])),
  unread: v.exactOptional(v.boolean()),
  from: v.exactOptional(text(320)),
  after: v.exactOptional(time),
  before: v.exactOptional(time),
});

export const inboxShapes: Shapes<InboxCalls> = {
  'inbox.list': v.object({
    text: text(500),
    filter,
    offset: count,
    limit: v.pipe(count, v.minValue(1), v.maxValue(PAGE_ROWS)),
  }),
  'inbox.counts': none,
  'inbox.pull': v.object({ addressId: v.exactOptional(id), older: v.exactOptional(v.boolean()) }),
  'inbox.beat': v.object({ addressId: v.exactOptional(id) }),
  'inbox.get': v.object({ id }),
  'inbox.mark': v.object({ id, read: v.boolean() }),
  'inbox.remove': v.object({ id }),
  'inbox.search': v.object({
    addressId: v.exactOptional(id),
    query: v.exactOptional(text(500)),
    from: v.exactOptional(text(320)),
    after: v.exactOptional(time),
    before: v.exactOptional(time),
  }),
  'inbox.send': v.object({
    addressId: id,
    channel: v.picklist(['email', 'sms']),
    to: text(320),
    subject: text(998),
    text: text(200_000),
    draft: v.exactOptional(text(200)),
  }),
};
