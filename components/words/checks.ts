// What is said of a check: what it asks for, how it stands, how long it is open. Leans on lib/checks, whose words promise no more
// than is known; texts of servers and organisations are cleaned here and stay text.

import type { Reading } from '../../lib/asked.ts';
import { ALWAYS_ASKED, describeClaim } from '../../lib/checks/claims.ts';
import { inReadingOrder } from '../../lib/checks/draft.ts';
import { describeFailure, ourTime, STATUS_WORDS, shownStatus } from '../../lib/checks/status.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import type { BadgeTone } from '../parts/badge.tsx';
import { cleanLine } from './plain-text.ts';

/** "Over 18", "Nationality". */
export function claimLabel(claim: string): string {
  const { label, subs } = describeClaim(claim);
  return t(label, ...subs.map(cleanLine));
}

/** What choosing it tells the asker, in a sentence. */
export function claimTells(claim: string): string {
  const { tells, subs } = describeClaim(claim);
  return t(tells, ...subs.map(cleanLine));
}

/** "Over 18, Nationality": without what the service adds to every check, unless it is all there is. */
export function askedShort(claims: readonly { claim: string }[]): string {
  const chosen = claims.filter(({ claim }) => claim !== ALWAYS_ASKED);
  return inReadingOrder(chosen.length > 0 ? chosen : claims)
    .map(({ claim }) => claimLabel(claim))
    .join(', ');
}

/** Which site led the person here, against the domains that the asker proved. Never that it can be trusted. */
export function cameFromWords({
  cameFrom,
  cameFromSite,
  organization,
}: Pick<Reading, 'cameFrom' | 'cameFromSite' | 'organization'>): string {
  if (cameFromSite === null) return t('inspectCameUnknown');
  if (cameFrom === 'unknown' || organization.verifiedDomains.length === 0)
    return t('inspectCameUncompared', displayHost(cameFromSite));
  return t(cameFrom === 'theirs' ? 'inspectCameTheirs' : 'inspectCameElsewhere', displayHost(cameFromSite));
}

/** Whom a line of the ledger is about, in the user's words, or that nobody wrote it down. */
export function whomOf({ whom, origin }: LedgerView): string {
  return cleanLine(whom) || t(origin === 'elsewhere' ? 'checksElsewhere' : 'checksNobody');
}

const TONES = { waiting: 'warn', done: 'good', bad: 'bad', over: 'plain' } as const satisfies Record<
  (typeof STATUS_WORDS)[keyof typeof STATUS_WORDS]['tone'],
  BadgeTone
>;

export interface Standing {
  /** A word for lists. */
  label: string;
  tone: BadgeTone;
  /** Sentences for the check itself: what happened, and what can be done. */
  says: string[];
}

/** @param now milliseconds since the epoch, by our clock */
export function standingOf({ check, clockOffset, answer }: LedgerView, now: number): Standing {
  if (check === null) return { label: t('checksNoAnswer'), tone: 'warn', says: [t('checksNoAnswerSays')] };
  const status = shownStatus(check, now + clockOffset);
  const { label, says, tone } = STATUS_WORDS[status];
  const failure =
    status === 'failed' && check.failureCode !== null ? describeFailure(check.failureCode) : null;
  return {
    label: t(label),
    tone: TONES[tone],
    says: failure
      ? [t(failure.says, ...failure.subs.map(cleanLine)), t(failure.next)]
      : [
          answer !== undefined && TONES[tone] === 'good'
            ? t('checkAnsweredSays')
            : t(says, cleanLine(check.statusWord)),
        ],
  };
}

/** When it was made, by our clock. */
export function madeAt(entry: LedgerView): number {
  return entry.check ? ourTime(entry.check.createdAt, entry) : entry.sentAt;
}

/** @returns `59:07` until the end by the service's clock; `0:00` from then on */
export function leftOf({ check, clockOffset }: LedgerView, now: number): string {
  const left = Math.max(0, Math.ceil(((check?.expiresAt ?? 0) - now - clockOffset) / 1000));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}
