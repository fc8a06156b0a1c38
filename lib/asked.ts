// What the person who is asked for a check sees of it, and keeps: who asks, whether that is the site they came from, what for. Types
// alone; leans on the nouns of lib/check.ts. Texts of organisations are hostile: shown as text. Times are milliseconds since the epoch.
import type { AskedCheck, AskedClaim, AskedStatus, CheckStatus } from './check.ts';

/** What speaks against a check, or asks for a second look. Facts alone; words stand in lib/checks/concerns.ts. */
export type Concern =
  | 'unverified-organization'
  | 'came-from-elsewhere'
  | 'links-off-domain'
  | 'owner-unchecked'
  | 'asks-birth-date'
  | 'asks-everything'
  | 'no-reasons';

/** A check as judged for the person who is asked. */
export interface Reading {
  sessionId: string;
  organization: AskedCheck['organization'];
  recourse: AskedCheck['recourse'];
  /** In the order a person reads: ages first, then as on a passport's page. */
  claims: AskedClaim[];
  ageOnly: boolean;
  /** Years, where a threshold is asked; null where none is. */
  threshold: number | null;
  /** Whether the person came from a site of this organisation; `unknown` where that is not known, or it proved no domain. */
  cameFrom: 'theirs' | 'elsewhere' | 'unknown';
  /** Registrable domain of the page before; null where it is not known. */
  cameFromSite: string | null;
  concerns: { concern: Concern; subs: readonly string[] }[];
  status: CheckStatus;
  ended: boolean;
  /** Until when it is open; null: an hour from when it was made, which the public pages do not say. */
  openUntil: number | null;
}

/** A check the user was asked for, kept on their wish: sealed, for it tells what they were asked by whom. */
export interface AskedEntry {
  id: string;
  sessionId: string;
  /** With its port. */
  host: string;
  origin: string;
  official: boolean;
  asked: AskedCheck;
  /** As it was when last looked at; null where that could not be read. */
  status: AskedStatus | null;
  /** Origin of the page that led there; null where it is not known. */
  before: string | null;
  /** With which a consent can be withdrawn: a secret, and only here where the person asked for it to be kept. */
  cancelToken: string | null;
  /** When it was first met, and last looked at. */
  metAt: number;
  seenAt: number;
}

/** The same as a screen may know it: without the token. */
export interface AskedView {
  id: string;
  host: string;
  official: boolean;
  reading: Reading;
  /** Without the token. */
  privacyUrl: string;
  /** Whether the token is kept, so that the privacy page opens ready to withdraw. */
  withdraws: boolean;
  metAt: number;
  seenAt: number;
}

/** What of a check is in the user's own list. */
export type Kept = 'no' | 'yes' | 'withdraws';

/** A server that the user says is no stranger. */
export interface KnownVerifier {
  id: string;
  /** With its port, as the URL parser writes it. */
  host: string;
  addedAt: number;
}
