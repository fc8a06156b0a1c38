// What the person who is asked for a check sees of it, and keeps: who asks, whether that is the site they came from, what for. Types
// alone; leans on the nouns of lib/check.ts. Texts of organisations are hostile: shown as text. Times are milliseconds since the epoch.
import type { AskedCheck, AskedClaim, CheckStatus } from './check.ts';

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
