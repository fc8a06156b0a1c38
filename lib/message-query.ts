// What can be asked of the kept messages, and a page of the answer: plain JSON between a screen and whoever searches. Types
// alone; how it is found is lib/search's, over what lib/vault keeps for searching. What was never fetched only the service knows.
import type { Channel, MessageSummary } from './model.ts';
import type { PageOf } from './page-of.ts';

/** Every member narrows; an absent one does not. */
export interface MessageFilter {
  /** The identity whose messages they are. */
  addressId?: string;
  channel?: Channel;
  direction?: MessageSummary['direction'];
  /** Received and not read; or, false, the others. */
  unread?: boolean;
  /** Part of the sender, without case and accents. */
  from?: string;
  /** Milliseconds since the epoch; from this moment on. */
  after?: number;
  /** Milliseconds since the epoch; up to, but without, this moment. */
  before?: number;
}

/** Mail is looked for by when it came; nobody asks an inbox for the best match. */
export type MessageSort = 'newest';

export interface MessageQuery {
  /** Words divided by spaces, each of which must occur in sender, recipient, subject or snippet; empty: all. */
  text: string;
  filter: MessageFilter;
}

/** What is known of one identity's messages. */
export interface InboxCount {
  unread: number;
  /** Whether the service may have more than was fetched: no route counts them. */
  more: boolean;
}

export type MessagePage = PageOf<MessageSummary>;
