// How the arguments of the calls in app/inbox.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { InboxCalls } from '../app/inbox.ts';
import type { Shapes } from '../server.ts';
import { id } from './parts.ts';

export const inboxShapes: Shapes<InboxCalls> = {
  'inbox.list': v.object({ addressId: v.exactOptional(id) }),
  'inbox.pull': v.object({ addressId: v.exactOptional(id) }),
  'inbox.get': v.object({ id }),
  'inbox.mark': v.object({ id, read: v.boolean() }),
};
