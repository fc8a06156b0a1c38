// Reading, searching and writing messages, as a provider offers it. Types alone; leans on the model and on pages. A provider
// marks nothing as read by itself, and never repeats a send: on `doubtful`, the sent messages tell.
import type { Attachment, MessageBody } from '../message-parts.ts';
import type { Channel } from '../model.ts';
import type { Page } from './pages.ts';

/** A message as the provider knows it; `body` null in lists where the provider sends summaries. All of it is hostile text. */
export interface RemoteMessage {
  remoteId: string;
  channel: Channel;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  subject: string;
  snippet: string;
  body: MessageBody | null;
  read: boolean;
  receivedAt: number;
  /** What is attached, by name: no route gives the bytes. Absent where the provider does not tell. */
  attachments?: readonly Attachment[];
  /** Which conversation it belongs to, in the provider's own term; absent where it does not tell. */
  threadId?: string;
  /** Where its sender wants the answer, where that is told and is not `from`. */
  replyTo?: string;
}

/** The messages of one identity on one channel. */
export interface Folder {
  /** The identity's. */
  remoteId: string;
  channel: Channel;
}

/** What to look for in mail; at least one of the four. What counts as a match is the provider's to say. */
export interface MailSearch {
  /** Words in subject and body. */
  query?: string;
  /** Part of the sender. */
  from?: string;
  /** Milliseconds since the epoch; from this moment on. */
  after?: number;
  /** Milliseconds since the epoch; up to, but without, this moment. */
  before?: number;
  limit?: number;
  offset?: number;
}

/** A message to send: mail with a text, an HTML body, or both; a text message to a number in E.164 form. */
export type MessageDraft =
  | { channel: 'email'; to: string; subject: string; text: string; html?: string }
  | { channel: 'sms'; to: string; text: string };

export interface InboxSlot {
  /** Mail of one direction, received unless told; texts of both. */
  list(
    of: Folder,
    query: { offset?: number; limit?: number; unread?: boolean; direction?: RemoteMessage['direction'] },
    signal?: AbortSignal,
  ): Promise<Page<RemoteMessage>>;
  /** @throws AppError `rejected`, field `query`, when nothing is looked for */
  search(remoteId: string, search: MailSearch, signal?: AbortSignal): Promise<Page<RemoteMessage>>;
  get(of: Folder, messageId: string, signal?: AbortSignal): Promise<RemoteMessage>;
  markRead(of: Folder, messageId: string, read: boolean, signal?: AbortSignal): Promise<void>;
  /** For good; `not-found` counts as done. */
  remove(of: Folder, messageId: string, signal?: AbortSignal): Promise<void>;
  /**
   * Sends as the identity, from its address or number; `lib/reply.ts` makes the draft of an answer.
   * @returns the message as it was sent; null where the provider does not show it, though it took it
   */
  send(remoteId: string, draft: MessageDraft, signal?: AbortSignal): Promise<RemoteMessage | null>;
}
