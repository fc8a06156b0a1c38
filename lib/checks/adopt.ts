// After a creation whose answer was lost: which of the organisation's checks may be ours. Pure. The list knows no idempotency key
// and may show a colleague's, so that the same claims at the right time make a candidate, never a certainty: a person decides.
import type { Check, ShareFields } from '../check.ts';
import { ALWAYS_ASKED, ageOf } from './claims.ts';
import { canonicalClaim, normalReason } from './draft.ts';

export interface CheckIntent {
  shareFields: ShareFields;
  redirectUrl: string | null;
  /** When it was sent, by our clock. */
  sentAt: number;
  /** When it was given up on, by our clock. */
  lostAt: number;
}

/** Clocks differ; an hour off is not rare. The exact time only orders the candidates. */
export const MOST_SKEW = 65 * 60 * 1000;

/** @returns from when to list, for `created_from` */
export function listFrom({ sentAt }: CheckIntent): number {
  return sentAt - MOST_SKEW;
}

/**
 * @param known ids that the ledger has already
 * @returns checks that ask the same for the same reasons and were made about then, the nearest in time first
 */
export function candidates(
  intent: CheckIntent,
  checks: readonly Check[],
  known: ReadonlySet<string>,
): Check[] {
  const wanted = fingerprint(
    Object.entries(intent.shareFields).map(([claim, field]) => ({ claim, ...field })),
  );
  const middle = (intent.sentAt + intent.lostAt) / 2;
  const distance = ({ createdAt }: Check): number => Math.abs(createdAt - middle);
  return checks
    .filter(
      (check) =>
        !known.has(check.remoteId) &&
        check.createdAt >= intent.sentAt - MOST_SKEW &&
        check.createdAt <= intent.lostAt + MOST_SKEW &&
        check.redirectUrl === intent.redirectUrl &&
        fingerprint(check.claims) === wanted,
    )
    .sort((a, b) => distance(a) - distance(b));
}

/**
 * Checks that may be the one just made a second time, by a browser that repeated the request: the same in everything, made while it was
 * under way, and opened by nobody yet.
 * @param span milliseconds between asking and answer: both were made within it, whatever the service's clock says
 * @param known ids that the ledger has as ours
 */
export function twinsOf(
  made: Check,
  span: number,
  checks: readonly Check[],
  known: ReadonlySet<string>,
): Check[] {
  const wanted = fingerprint(made.claims);
  return checks.filter(
    (check) =>
      check.remoteId !== made.remoteId &&
      !known.has(check.remoteId) &&
      check.status === 'created' &&
      Math.abs(check.createdAt - made.createdAt) <= span &&
      check.redirectUrl === made.redirectUrl &&
      targets(check) === targets(made) &&
      fingerprint(check.claims) === wanted,
  );
}

const targets = ({ endpointIds }: Check): string => JSON.stringify([...(endpointIds ?? [])].sort());

/** Whether a lost intent asks what a check asks. */
export function asksTheSame(claims: CheckIntentClaims, check: Check): boolean {
  return fingerprint(claims) === fingerprint(check.claims);
}
type CheckIntentClaims = Parameters<typeof fingerprint>[0];

/** What the service keeps of what was asked; its own id is added by itself, and a coupled threshold may lose its reason. */
function fingerprint(claims: readonly { claim: string; required: boolean; reason: string }[]): string {
  const ages = claims.some(({ claim }) => ageOf(claim) !== null);
  const births = claims.filter(({ claim }) => claim === 'date_of_birth' || ageOf(claim) !== null);
  const coupled = ages && births.length > 1 && births.some(({ required }) => required);
  const rows = claims
    .filter(({ claim }) => claim !== ALWAYS_ASKED)
    .map((one) => {
      const required = one.required || (coupled && births.includes(one));
      return [canonicalClaim(one.claim), required, normalReason(one.reason)];
    });
  return JSON.stringify(rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
