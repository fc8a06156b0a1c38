// What our own pages may ask about the messages of identities.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { WireError } from '../../error.ts';
import type { FoundCode, Message } from '../../model.ts';
import type { Call } from '../call.ts';

export interface InboxCalls {
  'inbox.list': Call<{ addressId?: string }, { messages: Message[]; damaged: number }>;
  /** Fetches the newest messages of the identities (or of one); answers per-identity troubles beside what came. */
  'inbox.pull': Call<{ addressId?: string }, { messages: Message[]; trouble: WireError | null }>;
  'inbox.get': Call<{ id: string }, { message: Message; codes: FoundCode[] }>;
  'inbox.mark': Call<{ id: string; read: boolean }, { message: Message }>;
}
