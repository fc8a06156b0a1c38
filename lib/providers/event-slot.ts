// What happens at the provider, told as it happens. Types alone. A help and no promise: events may be missing, doubled or late,
// so that whoever listens lists once after every `listening`, tells messages apart by id, and asks by turns where it is `off`.
import type { ErrorCode } from '../error.ts';
import type { Channel } from '../model.ts';
import type { RemoteMessage } from './inbox-slot.ts';

/** What is used of a WebSocket. */
export interface Socket {
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: unknown) => void) | null;
  onerror: ((event: unknown) => void) | null;
  send(text: string): void;
  close(): void;
}

/** Hostile like every answer; decoded. `identityId` is one of those listened to. */
export type RemoteEvent =
  /** `message` null: it came, but this event does not hold it whole; fetch it by its id. */
  | {
      kind: 'message';
      identityId: string;
      channel: Channel;
      messageId: string;
      change: 'new' | 'changed';
      message: RemoteMessage | null;
    }
  | { kind: 'message-gone'; identityId: string; channel: Channel; messageId: string }
  | { kind: 'card'; identityId: string; cardId: string | null; change: 'revealed' | 'declined' | 'updated' }
  | { kind: 'identity-gone'; identityId: string };

export type EventState =
  | { kind: 'connecting' }
  /** From here on events come. What came before has to be listed: said anew after every gap. */
  | { kind: 'listening' }
  /** Lost; tried again after so many milliseconds. Ask by turns until `listening`. */
  | { kind: 'waiting'; retryIn: number }
  /** Over, and not tried again: the provider names no place to listen (null), refuses, or the signal aborted. Ask by turns. */
  | { kind: 'off'; why: ErrorCode | null };

export interface Hearing {
  onEvent(event: RemoteEvent): void;
  onState(state: EventState): void;
  /** A page waits for a code: a dead line is noticed within three seconds, at the price of more heartbeats. */
  urgent?: boolean;
  /** The platform's own unless told. */
  WebSocket?: new (
    url: string,
  ) => Socket;
}

export interface EventSlot {
  /**
   * Listens to identities (the first fifty, on one line) until the signal aborts. Returns at once and never throws: how it goes is told by `onState`, at first
   * `connecting`, at last `off`.
   */
  listen(identityIds: readonly string[], hearing: Hearing, signal: AbortSignal): void;
}
