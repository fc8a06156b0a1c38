// The rows of the sandbox: what `--data` keeps over a restart, as plain values in maps. Leans on nothing.
// Times are milliseconds of the sandbox clock; the wire's ISO strings are made in aliaskit/shapes.ts.
import type { AliaskitVaults } from '../aliaskit/rows.ts';
import type { AnonliState } from '../anonli/rows.ts';
import type { KayleState } from '../kayle/rows.ts';
import type { Draws } from './random.ts';
import type { Settings } from './settings.ts';

export const SCOPES = [
  'identities:read',
  'identities:write',
  'messages:read',
  'messages:write',
  'cards:read',
  'cards:write',
] as const;
export type Scope = (typeof SCOPES)[number];
export type Plan = 'pro' | 'free';
export type Direction = 'inbound' | 'outbound';

export interface KeyRow {
  id: string;
  /** First 16 characters, the only part ever shown again (contract §1). */
  prefix: string;
  /** SHA-256 of the whole key, hex. */
  hash: string;
  account: string;
  scopes: Scope[];
  /** On the key rather than the account, so that one test can hold a free and a pro key side by side. */
  plan: Plan;
  /** Requests a minute; null takes the setting's. */
  rateLimit: number | null;
  revoked: boolean;
}

export interface IdentityRow {
  id: string;
  account: string;
  keyId: string;
  name: string;
  email: string;
  phoneNumber: string | null;
  dateOfBirth: string;
  status: 'active' | 'suspended' | 'deleted';
  metadata: Record<string, unknown>;
  createdAt: number;
  updatedAt: number;
}

export interface Attachment {
  filename: string | null;
  contentType: string;
  size: number;
}

export interface EmailRow {
  id: string;
  identityId: string;
  direction: Direction;
  from: string;
  to: string;
  subject: string;
  bodyText: string | null;
  bodyHtml: string | null;
  headers: Record<string, string>;
  attachments: Attachment[];
  /** Which conversation of the identity it belongs to. */
  threadId: string;
  read: boolean;
  receivedAt: number;
}

export interface SmsRow {
  id: string;
  identityId: string;
  direction: Direction;
  from: string;
  to: string;
  body: string;
  read: boolean;
  receivedAt: number;
}

export interface ShopUser {
  id: string;
  name: string;
  /** What the longer form asked for, as it was sent; null from the short one. */
  person: { born: string; phone: string } | null;
  email: string;
  /** `salt:hash`, scrypt, hex. */
  passwordHash: string;
  verified: boolean;
  mailCode: { value: string; expiresAt: number; triesLeft: number } | null;
  /** Base32; null while two-factor log-in is off. */
  totpSecret: string | null;
  pendingTotpSecret: string | null;
}

export interface State {
  draws: Draws;
  clockOffset: number;
  primaryKey: string;
  settings: Settings;
  keys: Map<string, KeyRow>;
  identities: Map<string, IdentityRow>;
  emails: Map<string, EmailRow>;
  sms: Map<string, SmsRow>;
  /** By lower-cased e-mail address. */
  shopUsers: Map<string, ShopUser>;
  anonli: AnonliState;
  kayle: KayleState;
  /** AliasKit's cards and authenticator entries. */
  vaults: AliaskitVaults;
}
