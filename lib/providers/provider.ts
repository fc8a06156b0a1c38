// What an account kind can do: a provider is a set of slots, and having a slot is the capability. Leans on the
// model; knows no transport and no storage. A provider never retries a creation and never keeps state between calls.
import type { Persona } from '../model.ts';
import type { Quota } from '../quota.ts';
import type { CardSlot } from './card-slot.ts';
import type { CheckSlot, InsightSlot, WebhookSlot } from './check-slots.ts';
import type { DestinationSlot } from './destination-slot.ts';
import type { EventSlot } from './event-slot.ts';
import type { InboxSlot } from './inbox-slot.ts';
import type { Page } from './pages.ts';
import type { TotpSlot } from './totp-slot.ts';

/** `(account, transport) => Provider`: every account kind exports one plain function of this shape. */
export type Provider = Partial<Slots>;

export interface Slots {
  aliases: AliasSlot;
  identities: IdentitySlot;
  inbox: InboxSlot;
  events: EventSlot;
  phones: PhoneSlot;
  cards: CardSlot;
  totps: TotpSlot;
  labels: LabelSlot;
  destinations: DestinationSlot;
  vault: VaultSlot;
  quota: QuotaSlot;
  checks: CheckSlot;
  webhooks: WebhookSlot;
  insights: InsightSlot;
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
  /** Label and note as the provider holds them, encrypted; absent where it holds none. The labels slot opens them. */
  sealed?: SealedTexts;
}

/** Envelopes as they came; null where there is no text. */
export interface SealedTexts {
  label: string | null;
  note: string | null;
  /** They are kept in a way that came after this program: shown as closed, and not to be written over. */
  unknown?: true;
}

export interface AliasWish {
  /** Registrable domain, or null for an address of no site (local: random, cannot be recomputed). Never sent anywhere. */
  site: string | null;
  /** 0, 1, 2 …: another address for the same site. */
  variant?: number;
  /** The part before the `@`, where the service lets it be chosen; else the service makes one up. */
  localPart?: string;
  /** One of the account's own domains instead of the service's. */
  domain?: string;
  /** Where to forward to, the first one foremost; else the account's default. */
  recipientIds?: readonly string[];
  /** How a made-up local part shall look, in the provider's own term (`ALIAS_FORMATS`); it may look otherwise all the same. */
  format?: AliasFormat;
}

/** What anon.li names; a local part of the user's own is `localPart`, not a format. */
export const ALIAS_FORMATS = ['random_characters', 'random_words', 'uuid'] as const;
export type AliasFormat = (typeof ALIAS_FORMATS)[number];

export interface AliasSlot {
  /**
   * Makes (or, locally, computes) an address for a site. Not idempotent where a server is asked: on `doubtful`,
   * list the newest page and look before making another.
   */
  create(wish: AliasWish, signal?: AbortSignal): Promise<RemoteAddress>;
  /** Whether this account computed this address for this site; absent where addresses are not computed. */
  verify?(email: string, site: string): boolean;
  /** One page, newest first; `walk` of pages.ts follows them. Absent where addresses are kept only by us. */
  list?(offset: number, signal?: AbortSignal): Promise<Page<RemoteAddress>>;
  get?(remoteId: string, signal?: AbortSignal): Promise<RemoteAddress>;
  setActive?(remoteId: string, active: boolean, signal?: AbortSignal): Promise<RemoteAddress>;
  /**
   * Where it forwards to from now on, the first one foremost; none for the account's default. A request of its own, since
   * what is sent along would stay changed though the recipients are refused.
   */
  setRecipients?(
    remoteId: string,
    recipientIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<RemoteAddress>;
  /** For good; `not-found` counts as done. */
  remove?(remoteId: string, signal?: AbortSignal): Promise<void>;
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
  /** Members to leave out of it. A server that merges keeps them all the same: its answer tells. */
  drop?: readonly string[];
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

/** Numbers for identities. There is no way to give one back but to remove its identity. */
export interface PhoneSlot {
  /** Country codes (ISO 3166-1 alpha-2) that may be asked for; the provider may still have none. */
  countries: readonly string[];
  /**
   * Buys a number, which may cost. Not idempotent: on `doubtful`, get the identity and look.
   * @throws AppError `conflict` when it has one, `plan` when the plan has none
   */
  add(remoteId: string, country: string, signal?: AbortSignal): Promise<RemoteAddress>;
}

/** Texts kept at the provider under a key that it never has. */
export interface LabelSlot {
  /** `''` where there is no text; null where it cannot be opened: to be kept, and never overwritten unasked. */
  open(remoteId: string, sealed: SealedTexts): { label: string | null; note: string | null };
  /** Seals and stores the members given; `''` clears. Can be repeated. */
  set(
    remoteId: string,
    change: { label?: string; note?: string },
    signal?: AbortSignal,
  ): Promise<RemoteAddress>;
}

/** What an unlocked vault of a provider leaves: all of it secret but the ids. */
export interface OpenRemoteVault {
  /** 32 bytes, base64. */
  key: string;
  vaultId: string;
  generation: number;
  /** Whom and what to compare later, to find that the vault was changed behind our back. */
  email: string;
  authSalt: string;
}

export interface VaultSlot {
  /** @throws AppError `wrong-passphrase`, `not-found` (no vault: it is made in the service's own app), `unsupported` */
  unlock(password: string, signal?: AbortSignal): Promise<OpenRemoteVault>;
  /** Whether the vault is still the one that was opened; false: forget the key, keep the envelopes, ask again. */
  isCurrent(known: Pick<OpenRemoteVault, 'email' | 'authSalt'>, signal?: AbortSignal): Promise<boolean>;
}

export interface QuotaSlot {
  read(signal?: AbortSignal): Promise<Quota>;
}
