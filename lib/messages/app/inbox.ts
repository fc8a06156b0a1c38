// What our own pages may ask about the messages of identities.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { WireError } from '../../error.ts';
import type { Channel, FoundCode, Message } from '../../model.ts';
import type { Call } from '../call.ts';

export interface InboxCalls {
  'inbox.list': Call<{ addressId?: string }, { messages: Message[]; damaged: number }>;
  /** Fetches the newest messages of the identities (or of one); answers per-identity troubles beside what came. */
  'inbox.pull': Call<{ addressId?: string }, { messages: Message[]; trouble: WireError | null }>;
  'inbox.get': Call<{ id: string }, { message: Message; codes: FoundCode[] }>;
  'inbox.mark': Call<{ id: string; read: boolean }, { message: Message }>;
  /** Deletes it at the provider, then here, for good. */
  'inbox.remove': Call<{ id: string }, Record<string, never>>;
  /** Searches mail at the provider, also what was never fetched; `asked` identities of `of`. Errors: `rejected`. */
  'inbox.search': Call<
    { addressId?: string; query?: string; from?: string; after?: number; before?: number },
    { messages: Message[]; asked: number; of: number; trouble: WireError | null }
  >;
  /** Sends from an identity, once. Null where it went out without being shown. Errors: `doubtful` when nobody can tell. */
  'inbox.send': Call<
    { addressId: string; channel: Channel; to: string; subject: string; text: string },
    { message: Message | null }
  >;
}
