// The one error of Moniker: a closed set of codes that survive message passing, worded once in
// `components/words/errors.ts`. Leans on nothing; holds no prose for people, no secrets, no stack of others.

/** Every way something can fail. A total map over this type words each one; adding a code does not compile without words. */
export type ErrorCode =
  | 'locked'
  | 'no-vault'
  | 'vault-exists'
  | 'wrong-passphrase'
  | 'weak-passphrase'
  | 'corrupt'
  | 'disk-full'
  | 'unreachable'
  | 'timeout'
  | 'insecure-url'
  | 'unauthorized'
  | 'missing-scope'
  | 'plan'
  | 'set-up'
  | 'rate-limited'
  | 'budget'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'malformed'
  | 'server'
  | 'doubtful'
  | 'unsupported'
  | 'bad-otpauth'
  | 'no-qr'
  | 'no-account'
  | 'no-access'
  | 'no-field'
  | 'not-visible'
  | 'forbidden'
  | CardErrorCode
  | SyncErrorCode
  | 'bug';

/** What is refused of a card, or does not open: the first four by the service, before anything was revealed. */
export type CardErrorCode =
  | 'over-budget'
  | 'card-frozen'
  | 'card-cancelled'
  /** Too many reveals today, of all cards. */
  | 'reveal-cap'
  /** What was typed as a card key cannot be one. */
  | 'bad-card-key'
  | 'no-card-key'
  /** Sealed with another card key. */
  | 'other-card-key'
  | 'card-unreadable'
  /** What was opened is not the card that was asked for. */
  | 'card-mismatch';

/** Between what is kept here and what a service holds. */
export type SyncErrorCode =
  /** Would take more than a tenth of the requests left: only after asking. */
  | 'costly'
  /** The service's own vault has another key or password by now. */
  | 'vault-changed'
  /** A creation whose answer was lost may be any of several new addresses. */
  | 'several'
  /** The service holds a text that we cannot open: replacing it needs a word. */
  | 'closed-text';

/** Facts for the words: only numbers, field names, hosts and enum-like strings. Never a value the user typed, never a key. */
export interface ErrorDetail {
  /** Which input or response member is meant: `email_username`, `$.data[0].id`. */
  field?: string;
  /** Milliseconds until trying again makes sense; up to a month. */
  retryAfter?: number;
  /** When that is, in milliseconds since the epoch: for whoever keeps it, or shows a date. */
  retryAt?: number;
  /** How many requests it would take, and how many are left. */
  cost?: number;
  remaining?: number;
  /** HTTP status, where one came. */
  status?: number;
  /** Which scope is missing, or which plan limit was hit, in the provider's own term. */
  limit?: string;
  /** The plan that would lift the limit, in the provider's own term. */
  plan?: string;
  /** What kind of thing is meant: `address`, `message`, `account`, … */
  what?: string;
  /** Host spoken to. */
  host?: string;
  /** The provider's own code of its refusal: `UNKNOWN_CLAIM_KEY`. Matched by tables, never shown bare. */
  reason?: string;
  /** The server's own sentence, cut to 300 characters; hostile text. */
  said?: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** An error as it crosses a message border: a custom class does not survive structured cloning. */
export interface WireError {
  code: ErrorCode;
  detail: ErrorDetail;
}

/** @returns the wire form; anything that is not an `AppError` becomes `bug`, without its message (it may hold secrets). */
export function toWire(error: unknown): WireError {
  return error instanceof AppError ? { code: error.code, detail: error.detail } : { code: 'bug', detail: {} };
}

export function fromWire(wire: WireError): AppError {
  return new AppError(wire.code, wire.detail);
}
