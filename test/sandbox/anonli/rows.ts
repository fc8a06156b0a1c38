// The rows of the sandbox's anon.li, kept with all others by `--data`. Leans on nothing but the generator's state. Times
// are milliseconds of the sandbox clock; an owner is a user's id or an organisation's.
import type { Draws } from '../world/random.ts';

export type Tier = 'free' | 'plus' | 'pro';

export interface VaultRow {
  id: string;
  /** Counts changes of password, from 1. */
  generation: number;
  authSalt: string;
  vaultSalt: string;
  wrappedKey: string;
  /** SHA-256 of the auth secret, hex. */
  secretHash: string;
  /** The vault key, base64url, which no real server has: what a second client of the same account would hold. */
  key: string | null;
}

export interface UserRow {
  id: string;
  email: string;
  name: string | null;
  tier: Tier;
  createdAt: number;
  banned: boolean;
  /** Banned from creating aliases only. */
  aliasBan: boolean;
  vault: VaultRow | null;
}

export interface OrgRow {
  id: string;
  subscribed: boolean;
  suspended: boolean;
}

export interface AnonliKeyRow {
  /** SHA-256 of the whole key, hex. */
  hash: string;
  userId: string;
  /** The organisation it belongs to; null for a personal key. */
  orgId: string | null;
  expired: boolean;
}

/** Who asks, by the key that was shown. */
export interface Who {
  key: AnonliKeyRow;
  user: UserRow;
  /** Whose resources the key sees: the organisation's, or the user's own (contract §1.5). */
  owner: string;
}

export interface AliasRow {
  id: string;
  owner: string;
  email: string;
  /** Counted apart by the plans. */
  custom: boolean;
  active: boolean;
  encryptedLabel: string | null;
  encryptedNote: string | null;
  /** The first is the primary one. */
  recipientIds: string[];
  createdAt: number;
  updatedAt: number;
}

export interface RecipientRow {
  id: string;
  owner: string;
  email: string;
  verified: boolean;
  isDefault: boolean;
  pgp: { fingerprint: string; name: string | null } | null;
  /** In the link that was mailed last; null once followed. */
  token: { text: string; endsAt: number } | null;
  createdAt: number;
}

export interface DomainRow {
  id: string;
  owner: string;
  domain: string;
  /** What was found when it was last looked up. */
  checks: DomainChecks;
  /** What its DNS says at present, as a test has set it. */
  published: DomainChecks;
  token: string;
  /** PEM; null until asked for. */
  dkimKey: string | null;
  /** Makes an alias of every address that mail comes for. */
  catchAll: boolean;
  createdAt: number;
}

export interface DomainChecks {
  ownership: boolean;
  mx: boolean;
  spf: boolean;
  dkim: boolean;
}

/** Requests of the running 30 days. */
export interface QuotaRow {
  used: number;
  endsAt: number;
}

export interface AnonliState {
  /** Its own, so that what it makes up changes no name of the other programs. */
  draws: Draws;
  /** A personal key on the pro plan, and the account it opens. */
  primaryKey: string;
  users: Map<string, UserRow>;
  orgs: Map<string, OrgRow>;
  keys: Map<string, AnonliKeyRow>;
  aliases: Map<string, AliasRow>;
  recipients: Map<string, RecipientRow>;
  domains: Map<string, DomainRow>;
  quotas: Map<string, QuotaRow>;
}

export function freshAnonli(seed: string): AnonliState {
  return {
    draws: { seed: `${seed}\nanon.li`, count: 0 },
    primaryKey: '',
    users: new Map(),
    orgs: new Map(),
    keys: new Map(),
    aliases: new Map(),
    recipients: new Map(),
    domains: new Map(),
    quotas: new Map(),
  };
}
