// What a person asks us to make or change, and what a new address could be: plain JSON on its way in. Leans on the model;
// nothing here has been checked yet, and nothing here is ever stored as it is.
import type { TagFormat, TotpAlgorithm } from './model.ts';

export interface NewAddressSource {
  accountId: string;
  account: string;
  /** The very address where it can be computed beforehand (local); else null. */
  preview: string | null;
  /** Domain shown while there is no preview. */
  domain: string | null;
  /** Another shape than the account's own, offered after a site refused that. */
  format?: TagFormat;
  /** Of a forwarding account: what this offer asks for, as it was the last time for this site, or at another domain. */
  wish?: AliasWish;
  /** Whether its addresses forward: then a new one can be wished for as `AliasWish` says. */
  forwards?: true;
  /** Where they can forward to, as seen last; absent where there is no choice. */
  recipients?: SourceRecipient[];
  /** The same account once more, after a site refused its usual kind of address. */
  otherShape?: true;
}

export interface SourceRecipient {
  id: string;
  email: string;
  isDefault: boolean;
}

export type AccountDraft =
  | {
      kind: 'local';
      name: string;
      scheme:
        | { type: 'subaddress'; mailbox: string; separator: string }
        | { type: 'catch-all'; domain: string };
      format: TagFormat;
    }
  | { kind: 'aliaskit'; name: string; baseUrl: string; apiKey: string; cardKey: string | null }
  /** `vaultPassword` as typed (never trimmed), or null to leave labels closed for now. */
  | { kind: 'anonli'; name: string; baseUrl: string; apiKey: string; vaultPassword: string | null }
  | { kind: 'kayle'; name: string; baseUrl: string; apiKey: string };

export interface NewAddress extends AliasWish {
  accountId: string;
  /** Local accounts only: another shape than the account's own. */
  format?: TagFormat;
  site: string | null;
  label?: string;
  name?: string;
  emailUsername?: string;
  emailDomain?: string;
  provisionPhone?: boolean;
  phoneCountry?: string;
  metadata?: Record<string, unknown>;
}

/** How an alias of a forwarding account shall be. */
export interface AliasWish {
  aliasFormat?: AliasFormat;
  /** What stands before the `@`, with `custom`. */
  localPart?: string;
  /** One of the account's own domains instead of the service's. */
  domain?: string;
  /** Where to forward to, the first one foremost; else the account's default. */
  recipientIds?: string[];
}

/** `custom` goes with a part of one's own; the others are made up by the service. */
export const ALIAS_FORMATS = ['random_characters', 'random_words', 'uuid', 'custom'] as const;
export type AliasFormat = (typeof ALIAS_FORMATS)[number];

/** A change of what is kept of an address; what is absent stays. */
export interface AddressEdit {
  id: string;
  label?: string;
  note?: string;
  site?: string | null;
  name?: string;
  active?: boolean;
  /** Forwarding accounts only: the first one foremost; none for the account's default. */
  recipientIds?: string[];
  /** The texts that the user saw when they wrote others: what came in between is written over by no edit. */
  seen?: { label?: string; note?: string };
  /** The user knows that a text we cannot open is written over. */
  replaceClosed?: boolean;
}

export interface TotpDraft {
  issuer: string;
  account: string;
  secret: string;
  algorithm: TotpAlgorithm;
  digits: number;
  period: number;
  site: string | null;
}

/** A change of an authenticator entry; the secret and its parameters stay. */
export interface TotpEdit {
  id: string;
  issuer?: string;
  account?: string;
  site?: string | null;
}
