// How long an ended check stays in the ledger, which is a list of who proved what to whom. Pure. What is open never goes, and what has no
// known end goes by when it was sent.
import type { LedgerEntry } from '../ledger.ts';
import { hasEnded } from './status.ts';

const DAY = 24 * 60 * 60_000;

/**
 * @param days after its end; 0 keeps everything
 * @param now milliseconds since the epoch, by our clock
 */
export function isOverdue(
  { check, clockOffset, sentAt }: Pick<LedgerEntry, 'check' | 'clockOffset' | 'sentAt'>,
  days: number,
  now: number,
): boolean {
  if (days === 0) return false;
  const theirs = now + clockOffset;
  if (check === null) return now - sentAt > days * DAY;
  return hasEnded(check, theirs) && theirs - (check.completedAt ?? check.expiresAt) > days * DAY;
}
