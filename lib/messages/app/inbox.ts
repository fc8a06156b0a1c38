// What our own pages may ask about the messages of identities.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { WireError } from '../../error.ts';
import type { InboxCount, MessagePage, MessageQuery } from '../../message-query.ts';
import type { Channel, FoundCode, Message, MessageSummary, UnclearMessage } from '../../model.ts';
import type { Call } from '../call.ts';

/** How a question to the services of several identities ended: `asked` of `of` answered. */
interface Asked {
  asked: number;
  of: number;
  trouble: WireError | null;
}

export interface InboxCalls {
  /** A page of what is kept and matches, newest first; while the list is still being opened it says how far that is. */
  'inbox.list': Call<MessageQuery & { offset: number; limit: number }, MessagePage>;
  /** What is known of each identity's messages, by its id. */
  'inbox.counts': Call<Record<string, never>, { inboxes: Record<string, InboxCount> }>;
  /** Fetches the newest messages of some identities (or of one), or, `older`, those behind what was fetched of one. */
  'inbox.pull': Call<{ addressId?: string; older?: boolean }, Asked & { fetched: number }>;
  /** While the inbox is shown: hears what comes to one identity, or to all; null where there is no live line. */
  'inbox.beat': Call<{ addressId?: string }, { next: number | null }>;
  /** A message whole, with its code; or, without one and without a link to confirm with, why there is neither. */
  'inbox.get': Call<
    { id: string },
    { message: Message; codes: FoundCode[]; unclear: UnclearMessage['why'] | null }
  >;
  'inbox.mark': Call<{ id: string; read: boolean }, { message: MessageSummary }>;
  /** Deletes it at the provider, then here, for good. */
  'inbox.remove': Call<{ id: string }, Record<string, never>>;
  /** Searches mail at the provider, also what was never fetched, and keeps what is found. Errors: `rejected`. */
  'inbox.search': Call<
    { addressId?: string; query?: string; from?: string; after?: number; before?: number },
    Asked & { found: number }
  >;
  /**
   * Sends from an identity, once; then the draft of that place is forgotten, whether or not its screen is still there. Null where it went
   * out without being shown. Errors: `doubtful` when nobody can tell.
   */
  'inbox.send': Call<
    { addressId: string; channel: Channel; to: string; subject: string; text: string; draft?: string },
    { message: MessageSummary | null }
  >;
}
