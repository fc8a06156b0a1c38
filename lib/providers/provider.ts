// What an account kind can do: a provider is a set of slots, and having a slot is the capability. Leans on the
// model; knows no transport and no storage. A provider never retries a creation and never keeps state between calls.
import type { Channel, Persona } from '../model.ts';

/** `(account, transport) => Provider`: every account kind exports one plain function of this shape. */
export type Provider = Partial<Slots>;

export interface Slots {
  aliases: AliasSlot;
  identities: IdentitySlot;
  inbox: InboxSlot;
  /** Checks that the account works; resolves with what is known of its rights. Throws `unauthorized`, `unreachable`, … */
  probe: (signal?: AbortSignal) => Promise<ProbeResult>;
}

export interface ProbeResult {
  /** Scopes known to work or to be missing; absent ones are unknown until used. */
  scopes: Readonly<Record<string, boolean>>;
  /** How many addresses the account holds, where one cheap call tells. */
  count: number | null;
}

/** An address as the provider knows it. */
export interface RemoteAddress {
  /** Provider's id; null where addresses are computed (local). */
  remoteId: string | null;
  email: string;
  kind: 'alias' | 'identity';
  active: boolean;
  /** Null fields of a summary are unknown, not empty: merge must keep what is already known. */
  persona: Partial<Persona> | null;
  createdAt: number;
  updatedAt: number | null;
}

export interface Page<T> {
  items: T[];
  /** Pass to the next call; null at the end. */
  next: number | null;
}

export interface AliasWish {
  /** Registrable domain, or null for an address of no site (local: random, cannot be recomputed). Never sent anywhere. */
  site: string | null;
  /** 0, 1, 2 …: another address for the same site. */
  variant?: number;
}

export interface AliasSlot {
  /**
   * Makes (or, locally, computes) an address for a site. Not idempotent where a server is asked: on `doubtful`,
   * list the newest page and look before making another.
   */
  create(wish: AliasWish, signal?: AbortSignal): Promise<RemoteAddress>;
  /** Whether this account computed this address for this site; absent where addresses are not computed. */
  verify?(email: string, site: string): boolean;
}

export interface IdentityWish {
  name?: string;
  emailUsername?: string;
  emailDomain?: string;
  provisionPhone?: boolean;
  phoneCountry?: string;
  metadata?: Record<string, unknown>;
}

export interface IdentityChange {
  name?: string;
  /** Members to set. The others are read first and sent along: right for servers that replace and for those that merge. */
  metadata?: Record<string, unknown>;
  status?: 'active' | 'suspended';
}

export interface IdentitySlot {
  create(wish: IdentityWish, signal?: AbortSignal): Promise<RemoteAddress>;
  /** One page, newest first. `offset` counts items; stop when `next` is null. */
  list(offset: number, signal?: AbortSignal): Promise<Page<RemoteAddress>>;
  get(remoteId: string, signal?: AbortSignal): Promise<RemoteAddress>;
  update(remoteId: string, change: IdentityChange, signal?: AbortSignal): Promise<RemoteAddress>;
  /** `not-found` counts as done: the address is gone either way. */
  remove(remoteId: string, signal?: AbortSignal): Promise<void>;
}

/** A message as the provider knows it; `body` null in lists where the provider sends summaries. */
export interface RemoteMessage {
  remoteId: string;
  channel: Channel;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  subject: string;
  snippet: string;
  body: { text: string | null; html: string | null } | null;
  read: boolean;
  receivedAt: number;
}

export interface InboxSlot {
  list(
    of: { remoteId: string; channel: Channel },
    query: { offset?: number; limit?: number; unread?: boolean },
    signal?: AbortSignal,
  ): Promise<Page<RemoteMessage>>;
  get(
    of: { remoteId: string; channel: Channel },
    messageId: string,
    signal?: AbortSignal,
  ): Promise<RemoteMessage>;
  markRead(
    of: { remoteId: string; channel: Channel },
    messageId: string,
    read: boolean,
    signal?: AbortSignal,
  ): Promise<void>;
}
