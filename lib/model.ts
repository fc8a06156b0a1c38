// The nouns of Moniker: plain JSON values that travel between vault, worker and screens. Leans on nothing;
// holds no behaviour and no secrets' handling. Times are milliseconds since the epoch unless a name says otherwise.
import type { AliaskitAccount } from './aliaskit-account.ts';
import type { AnonliAccount } from './anonli-account.ts';
import type { Forwarding } from './forwarding.ts';
import type { KayleAccount } from './kayle-account.ts';
import type { Attachment, MessageBody } from './message-parts.ts';
import type { SlotName } from './slot-name.ts';

/** A connected source of addresses. Keys and tokens live here and nowhere else: sealed at rest, never sent to a page. */
export type Account = LocalAccount | AliaskitAccount | AnonliAccount | KayleAccount;
export type AccountKind = Account['kind'];

/** How the tag of a local address looks: `shop-7f3k2q`, `7f3k2q`, or `shop.7f3k2q`. */
export type TagFormat = 'site-hash' | 'hash' | 'site.hash';

export interface LocalAccount {
  id: string;
  kind: 'local';
  name: string;
  createdAt: number;
  /** `subaddress`: `me+tag@mail.example` of an existing mailbox; `catch-all`: `tag@own.domain`. */
  scheme: { type: 'subaddress'; mailbox: string; separator: string } | { type: 'catch-all'; domain: string };
  format: TagFormat;
  /** 32 random bytes, base64: keys the tag's hash, so that the tag of a site can be recomputed and verified. */
  tagKey: string;
}

/** What a screen may know of an account: no key, only its last four characters. */
export interface AccountView {
  id: string;
  kind: AccountKind;
  name: string;
  createdAt: number;
  /** `me+…@mail.example`, `…@own.domain`, or the base URL's host. */
  summary: string;
  keyHint: string | null;
  hasCardKey: boolean;
  /** Whether the account's own vault of labels is open here; null where the service has none. */
  vaultOpen: boolean | null;
  slots: readonly SlotName[];
}

/** One address the user gave, or can give, to a site. */
export interface Address {
  id: string;
  accountId: string;
  kind: 'alias' | 'identity';
  email: string;
  /** The provider's own id; null where the provider is local. */
  remoteId: string | null;
  /** Registrable domain it is used on (`shop.example`), or null when not tied to one. */
  site: string | null;
  label: string;
  note: string;
  /** Persona of an identity; of a plain alias the one made up here, or null. */
  persona: Persona | null;
  active: boolean;
  createdAt: number;
  updatedAt: number;
  /** When it was last filled by us; null if never. */
  usedAt: number | null;
  /** What only a forwarding service knows, and what waits to be told to it; absent elsewhere. */
  forwarding?: Forwarding;
}

export interface Persona {
  name: string;
  phone: string | null;
  /** `YYYY-MM-DD`, null until fetched. */
  birthDate: string | null;
  metadata: Record<string, unknown>;
}

export type Channel = 'email' | 'sms';

export interface ReadMark {
  /** Epoch milliseconds of the last word: what was listed before that does not know of it. */
  at: number;
  /** `tell`: the service is to be told; `told`: it was; `keep`: it takes no marks of this key, and ours stands here alone. */
  to: 'tell' | 'told' | 'keep';
}

/** A received or sent message of an identity, without its body: what lists show. Its text is hostile: decoded, never trusted. */
export interface MessageSummary {
  id: string;
  accountId: string;
  addressId: string;
  remoteId: string;
  channel: Channel;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  subject: string;
  snippet: string;
  /** Characters of the body that is kept beside it; absent until the whole message was fetched. */
  bodySize?: number;
  read: boolean;
  /** That `read` was set here, and how far it got; absent once a later list of the service says the same. */
  mark?: ReadMark;
  receivedAt: number;
  /** When a code of it was filled by us; null if never. */
  usedAt: number | null;
  /** What is attached, by name; absent where the provider does not tell. */
  attachments?: readonly Attachment[];
  /** Its conversation, in the provider's own term. */
  threadId?: string;
  /** Where its sender wants the answer, where that is not `from`. */
  replyTo?: string;
}

export interface Message extends MessageSummary {
  /** Null until the whole message was fetched. */
  body: MessageBody | null;
}

export type TotpAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** An authenticator secret with all its parameters (Key URI format: algorithm, digits, period). */
export interface Totp {
  id: string;
  issuer: string;
  account: string;
  /** Base32, upper case, no padding. */
  secret: string;
  algorithm: TotpAlgorithm;
  digits: number;
  /** Seconds. */
  period: number;
  /** Registrable domain it belongs to, or null until the user says. */
  site: string | null;
  createdAt: number;
}

/** A TOTP as a screen sees it: the current code, never the secret. */
export interface TotpView {
  id: string;
  issuer: string;
  account: string;
  site: string | null;
  code: string;
  digits: number;
  period: number;
  /** When the shown code stops being right. */
  validUntil: number;
}

/** A message that came for a page that waits, as far as it may be told; what it holds is added by kind. */
export interface Letter {
  messageId: string;
  channel: Channel;
  /** Display form, hostile text. */
  sender: string;
  receivedAt: number;
  /** When its code was filled or its link opened. */
  usedAt: number | null;
  /**
   * Whether its sender, its links or a line of its own say it is for this site. `false`: they say another one, `unknown`: none.
   * What is not of this site is released by the toolbar popup only (risk tier 3).
   */
  senderMatches: boolean | 'unknown';
  /** The site that it is from instead, as `siteOf` names it; null where it is of this one or says nothing. */
  elsewhere: string | null;
}

/** A code found in a message, ready to be offered. */
export interface FoundCode extends Letter {
  /** As to be typed: no spaces or hyphens. */
  code: string;
  /** Why this was taken for a code, and for this site. */
  because: readonly string[];
}

/** A link found in a message by which its reader confirms or signs in. Its address stays in the background. */
export interface LetterLink extends Letter {
  kind: 'verify' | 'sign-in' | 'change-email';
  /** Real host, normal form. */
  host: string;
  /** Whether that host is of the site that waits. */
  hostMatches: boolean;
}

/** A message that came for a waiting page and from which nothing is offered; a person must look. */
export interface UnclearMessage extends Letter {
  /** No code in it, several that are equally likely, a picture where the code should be, or more text than is searched. */
  why: 'none' | 'several' | 'picture' | 'too-large';
}

/** What one control of a page is for. */
export type FieldRole =
  | 'email'
  | 'email-confirm'
  | 'username'
  | 'new-password'
  | 'current-password'
  | 'code'
  | 'phone'
  | 'given-name'
  | 'family-name'
  | 'full-name'
  | 'birth-date'
  | 'birth-day'
  | 'birth-month'
  | 'birth-year'
  | 'card-number'
  | 'card-expiry'
  | 'card-expiry-month'
  | 'card-expiry-year'
  | 'card-code'
  | 'card-name'
  | 'other';

/** What a group of controls is for. `unknown` is a legal answer. */
export type FormKind =
  | 'sign-up'
  | 'log-in'
  | 'sign-up-or-log-in'
  | 'newsletter'
  | 'contact'
  | 'checkout'
  | 'search'
  | 'settings'
  | 'code-email'
  | 'code-sms'
  | 'code-totp'
  | 'code'
  | 'payment'
  | 'unknown';

/** How a fill ended, as read back from the page. */
export type FillOutcome =
  | { kind: 'filled'; method: 'setter' | 'insert-text' | 'paste' }
  /** The page navigated or replaced the form by itself while we filled: success. */
  | { kind: 'moved-on' }
  /** The page did not keep the value; `kept` says how many characters remain. */
  | { kind: 'refused'; kept: number }
  /** The field is no longer the one that was offered; nothing was typed. */
  | { kind: 'gone'; reason: 'moved' | 'hidden' | 'detached' | 'changed' | 'read-only' };

/** Where the vault stands, as every screen of ours may know it: no key, no record. */
export interface VaultStatus {
  state: 'empty' | 'locked' | 'unlocked';
  /** When it will lock by itself; null when locked, or when only the browser's end locks it. */
  lockAt: number | null;
  /** A running (or interrupted) re-encryption. */
  rekey: { done: number; total: number } | null;
  /** Records that did not open, by table; the rest still does. */
  damaged: Record<string, number>;
}
