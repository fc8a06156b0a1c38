// How a check stands, in words that promise no more than is known: "succeeded" means that the checks passed and an answer is on
// its way, never that a claim is true. Pure; tables over the closed sets, and a way out for words of newer servers.
import type { Check, CheckStatus } from '../check.ts';

interface StatusWords {
  /** Catalogue keys: a word for lists, a sentence for one. `$1` of an unknown one is the server's own word. */
  label: string;
  says: string;
  tone: 'waiting' | 'done' | 'bad' | 'over';
}

export const STATUS_WORDS = {
  created: { label: 'checkStatusCreated', says: 'checkStatusCreatedSays', tone: 'waiting' },
  'in-progress': { label: 'checkStatusInProgress', says: 'checkStatusInProgressSays', tone: 'waiting' },
  succeeded: { label: 'checkStatusSucceeded', says: 'checkStatusSucceededSays', tone: 'done' },
  completed: { label: 'checkStatusCompleted', says: 'checkStatusCompletedSays', tone: 'done' },
  failed: { label: 'checkStatusFailed', says: 'checkStatusFailedSays', tone: 'bad' },
  expired: { label: 'checkStatusExpired', says: 'checkStatusExpiredSays', tone: 'over' },
  cancelled: { label: 'checkStatusCancelled', says: 'checkStatusCancelledSays', tone: 'over' },
  unknown: { label: 'checkStatusUnknown', says: 'checkStatusUnknownSays', tone: 'waiting' },
} as const satisfies Record<CheckStatus, StatusWords>;

const ACTIVE: ReadonlySet<CheckStatus> = new Set(['created', 'in-progress']);

/** Whether more is to come by what the service said, whatever the clock says. */
export const isActive = (status: CheckStatus): boolean => ACTIVE.has(status);

/** A session's whole life; what has no other end is over a day after it. */
const LONGEST_UNKNOWN = 24 * 60 * 60 * 1000;

/**
 * How a check reads now: past its end it has expired, whatever the server still says (its sweep runs every five minutes, and
 * reading expires nothing).
 * @param now milliseconds since the epoch, by the server's clock where that is known (see `clockOffset`)
 */
export function shownStatus(
  { status, expiresAt }: Pick<Check, 'status' | 'expiresAt'>,
  now: number,
): CheckStatus {
  return ACTIVE.has(status) && now >= expiresAt ? 'expired' : status;
}

/** Whether nothing more is to come: no need to look again. A withdrawal later may still turn an end into `cancelled`. */
export function hasEnded(check: Pick<Check, 'status' | 'expiresAt'>, now: number): boolean {
  if (check.status === 'unknown') return now >= check.expiresAt + LONGEST_UNKNOWN;
  return !ACTIVE.has(shownStatus(check, now));
}

/** What of a ledger line tells whether the service is still to be asked. */
export interface Looked {
  check: Pick<Check, 'status' | 'expiresAt'> | null;
  clockOffset: number;
  updatedAt: number;
  lookedAt?: number;
}

/**
 * Whether the service is still to be asked: until it told an end, and once after the hour is over, since what it was last seen as may be
 * long ago. A check completed in its last minute, or while the vault was locked, would read as expired for ever otherwise.
 * @param now milliseconds since the epoch, by our clock
 */
export function awaitsLook(
  { check, clockOffset, updatedAt, lookedAt = updatedAt }: Looked,
  now: number,
): boolean {
  if (check === null) return false;
  return !hasEnded(check, now + clockOffset) || !hasEnded(check, lookedAt + clockOffset);
}

/**
 * How far the server's clock is from ours, from a check it has just made: added to our time it gives the server's. Within a
 * minute it is the journey's, and nothing.
 */
export function clockOffset(createdAt: number, sentAt: number, receivedAt: number): number {
  const ours = (sentAt + receivedAt) / 2;
  const offset = Math.round(createdAt - ours);
  return Math.abs(offset) <= Math.max(60_000, receivedAt - sentAt) ? 0 : offset;
}

/** A time of the service's by our own clock, to be shown beside ours. */
export function ourTime(theirs: number, { clockOffset: ahead }: { clockOffset: number }): number {
  return theirs - ahead;
}

/** Milliseconds between two looks while somebody looks on. */
export const LOOK_OFTEN = 5_000;

interface FailureWords {
  /** What happened, and what the asker can do. */
  says: string;
  next: string;
}

export const FAILURES = {
  document_authenticity_failed: { says: 'checkFailureAuthenticity', next: 'checkFailureNextDocument' },
  document_active_authentication_failed: { says: 'checkFailureChipProof', next: 'checkFailureNextDocument' },
  document_chip_authentication_failed: { says: 'checkFailureChipProof', next: 'checkFailureNextDocument' },
  document_anti_cloning_attestation_failed: { says: 'checkFailureCloning', next: 'checkFailureNextCloning' },
  document_data_invalid: { says: 'checkFailureData', next: 'checkFailureNextDocument' },
  liveness_failed: { says: 'checkFailureLiveness', next: 'checkFailureNextFace' },
  selfie_face_mismatch: { says: 'checkFailureFace', next: 'checkFailureNextFace' },
} as const satisfies Record<string, FailureWords>;

/** `$1` of `says` is the server's own code. */
export const UNKNOWN_FAILURE = {
  says: 'checkFailureUnknown',
  next: 'checkFailureNextUnknown',
} as const satisfies FailureWords;

type Failure = (typeof FAILURES)[keyof typeof FAILURES] | typeof UNKNOWN_FAILURE;

/** @returns words for a failure code, older spellings (`passport_…`) included; a new code is told as itself */
export function describeFailure(code: string): Failure & { subs: readonly string[] } {
  const known = code.replace(/^passport_/, 'document_');
  return isFailure(known) ? { ...FAILURES[known], subs: [] } : { ...UNKNOWN_FAILURE, subs: [code] };
}

function isFailure(code: string): code is keyof typeof FAILURES {
  return Object.hasOwn(FAILURES, code);
}

/** Why an answer says "cancelled", in catalogue keys. */
export const CANCEL_REASONS = {
  cancelled: 'checkCancelPlain',
  cancelled_after_failed_check: 'checkCancelAfterFailure',
  privacy_cancelled_after_terminal_failure: 'checkCancelWithdrawn',
  privacy_cancelled_after_terminal_success: 'checkCancelWithdrawn',
} as const;

export function cancelReasonWords(
  reason: string | null,
): (typeof CANCEL_REASONS)[keyof typeof CANCEL_REASONS] {
  return reason !== null && isCancelReason(reason) ? CANCEL_REASONS[reason] : CANCEL_REASONS.cancelled;
}

function isCancelReason(reason: string): reason is keyof typeof CANCEL_REASONS {
  return Object.hasOwn(CANCEL_REASONS, reason);
}
