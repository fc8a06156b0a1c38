// The ledger of checks: with whom, where, why, what was asked, how it stands. Types alone; leans on the nouns of lib/check.ts. It is a
// list of who proved what to the user: sealed at rest, and links and tokens in it are secrets of their own.
import type { Check } from './check.ts';
import type { CheckAnswer } from './sealed-answer.ts';

/** One thing asked for, as it was sent. */
export interface WrittenClaim {
  claim: string;
  required: boolean;
  reason: string;
}

export interface LedgerEntry {
  id: string;
  accountId: string;
  /** Whom it is for, in the user's own words; never sent. */
  whom: string;
  /** Site it was asked on, or null. */
  site: string | null;
  claims: WrittenClaim[];
  redirectUrl: string;
  endpointIds: string[];
  /** As the service last told it; null until it answered. */
  check: Check | null;
  /** To be given to the person; null where it was lost, or made elsewhere. */
  link: string | null;
  cancelToken: string | null;
  sentAt: number;
  /** When the answer to the creation was given up on; null where it came. */
  lostAt: number | null;
  /** How it came into this ledger. */
  origin: 'here' | 'adopted' | 'elsewhere';
  /** Milliseconds that the service's clock is ahead of ours. */
  clockOffset: number;
  updatedAt: number;
  /** When the service last said how it stands, by our clock; absent in lines of an older build: then when they last changed. */
  lookedAt?: number;
  /** Checks of the same moment that may be this one sent twice by the browser; absent once settled. */
  twins?: CheckTwin[];
  /** What the person answered, once a genuine answer was opened here; absent until then. */
  answer?: KeptAnswer;
}

/** A check that nobody here has the link of. A colleague may have made it: only a person may end it. */
export interface CheckTwin {
  remoteId: string;
  /** By the service's clock. */
  createdAt: number;
}

/** What became of one: ended, left as was wished, or left because somebody has opened it: then it is no second one of ours. */
export type TwinEnd = 'ended' | 'left' | 'in-use';

/** An answer as it is kept: only one whose signature proved itself. */
export interface KeptAnswer extends Omit<CheckAnswer, 'sessionId'> {
  /** By the service's clock. */
  signedAt: number;
  openedAt: number;
}

/** The same as a screen may know it: the cancel token stays in the worker. */
export type LedgerView = Omit<LedgerEntry, 'cancelToken'>;

export interface NewCheck {
  accountId: string;
  whom: string;
  site: string | null;
  claims: WrittenClaim[];
  redirectUrl: string;
  endpointIds: string[];
}
