// What is kept of an address that a service forwards: the texts it holds for us, what it was not told yet, and how far its
// list was read. Nouns alone, plain JSON; leans on nothing. Times are milliseconds since the epoch.
import type { ErrorDetail } from './error.ts';
import type { RateReading } from './rate-reading.ts';

/** The texts of an address that a service keeps sealed. */
export const SEALED_FIELDS = ['label', 'note'] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];

/** A change that waits to be told to the service. All of them can be repeated. */
export type PendingEdit = SealedField | 'active' | 'recipients';

export interface Forwarding {
  /** Label and note as the service holds them, under its own vault's key; kept even where we cannot open them. */
  sealed: { label: string | null; note: string | null };
  /** Texts of the service that could not be opened (other key, damage): shown as such, never overwritten unasked. */
  closed: readonly SealedField[];
  /** Edits made here that the service has not confirmed. */
  pending: readonly PendingEdit[];
  /** Another client's text that met a pending one of ours: both stay until the person picks. */
  conflict: { label?: string; note?: string } | null;
  /** As set from here, the first one foremost; empty for the account's default, or where it was never set from here. */
  recipientIds: readonly string[];
  /** What stands behind the `@`. */
  domain: string;
  /** When it was made from here, by our own clock; null for one that was found. */
  madeAt: number | null;
  /** The service has it no more: it can be looked at and removed, nothing else. */
  gone: boolean;
  /** What waited when it was found gone, and waits again should it turn up after all. */
  lapsed?: readonly PendingEdit[];
}

/** Milliseconds from its making in which an address can be deleted as if it had not been made. */
export const DISCARD_TIME = 60_000;

/** One change on its way to a service: a sealed record, written in the transaction of the change itself. */
export type QueuedEdit = {
  id: string;
  accountId: string;
  addressId: string;
  /** Older values of the same edit that may have been sent: what comes back of them is our own doing, no other client's. */
  earlier: readonly string[];
  /** Not to be sent before; 0 for at once. */
  notBefore: number;
  /** How often the service failed at it, and what it said last. */
  tries: number;
  failure?: Trouble;
  /** When it was first asked for: the order of an account's edits. */
  at: number;
  /** Another one with each change of the value: an answer to an older one settles nothing. */
  turn: number;
} & (
  | { edit: SealedField; value: string }
  /** `was`: what to go back to where the service refuses. */
  | { edit: 'active'; value: boolean; was: boolean }
  | { edit: 'recipients'; value: readonly string[]; was: readonly string[] }
);

/** What an account's last failure was, as it is kept and shown. */
export interface Trouble {
  code: string;
  detail: ErrorDetail;
  at: number;
}

/** How far an account's list was read, and how the service stands to us: one sealed record an account. */
export interface Progress {
  id: string;
  accountId: string;
  /** When the newest page was last read; null for never. */
  lookedAt: number | null;
  /** When the whole list was last read. */
  wholeAt: number | null;
  /** How many addresses the service had then, and how many requests reading them took; null while not known. */
  total: number | null;
  pages: number | null;
  /** A reading of the whole list that did not end: it goes on where it stopped. */
  walk: Walk | null;
  trouble: Trouble | null;
  /** Nothing is to be sent before; 0 if nobody forbade anything. */
  notBefore: number;
  /** The newest word on the account's quota of requests, for after the browser's end. */
  rate: RateReading | null;
  /** The salt of the vault under whose key all texts were tried: another one, and they are tried again. */
  triedSalt?: string;
}

export interface Walk {
  startedAt: number;
  offset: number;
  /** Pages and addresses read so far. */
  pages: number;
  done: number;
  /** How many the service said there are, with the last page. */
  total?: number;
  /** By the person, or because it would take too much: it does not go on by itself. */
  stopped: boolean;
}

/** The addresses one page of an unfinished reading brought, by our ids: what is on none of them may be gone. */
export interface ListedPage {
  id: string;
  accountId: string;
  startedAt: number;
  ids: readonly string[];
}
