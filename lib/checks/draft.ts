// A check being put together: what is asked, why, and where the answer goes. Pure. Turns a draft into what is sent, always
// explicit, and into what the other person will be asked, which is more: the service adds an id and couples birth date and age.
import type { AskedClaim, CheckWish, ShareFields } from '../check.ts';
import { ALWAYS_ASKED, ageClaim, ageOf, STATIC_CLAIMS } from './claims.ts';

export interface DraftClaim {
  claim: string;
  required: boolean;
  reason: string;
}

export interface CheckDraft {
  claims: readonly DraftClaim[];
  /** Empty for none. */
  redirectUrl: string;
  /** Empty for every subscribed endpoint. */
  endpointIds: readonly string[];
}

/** Longest reason the service takes, in UTF-16 code units, blanks around it included. */
export const MOST_REASON = 200;

/** @returns a reason as the service keeps it: trimmed, runs of blanks made one space */
export function normalReason(reason: string): string {
  return reason.trim().replace(/\s+/g, ' ');
}

/** @returns the one spelling of a claim: `age_over_018` is `age_over_18` */
export function canonicalClaim(claim: string): string {
  const years = ageOf(claim);
  return years === null ? claim : ageClaim(years);
}

/** By claim, in the order given; of two entries for one claim the later counts. Says nothing of whether it may be sent: see lint.ts. */
export function shareFieldsOf(claims: readonly DraftClaim[]): ShareFields {
  return Object.fromEntries(
    claims.map(({ claim, required, reason }) => [
      canonicalClaim(claim),
      { required, reason: normalReason(reason) },
    ]),
  );
}

/** What is sent for a draft that `lint` found nothing refused in. */
export function wishOf({ claims, redirectUrl, endpointIds }: CheckDraft): CheckWish {
  const redirect = redirectUrl.trim();
  return {
    shareFields: shareFieldsOf(claims),
    ...(redirect === '' ? {} : { redirectUrl: redirect }),
    ...(endpointIds.length === 0 ? {} : { endpointIds: [...new Set(endpointIds)] }),
  };
}

/**
 * What the person will be asked, as the service normalises it (contract §7.3): its document id always and required; a birth
 * date and an age threshold both required as soon as one is. In the order a person reads, not in the wire's.
 */
export function previewOf(claims: readonly DraftClaim[]): AskedClaim[] {
  const asked = new Map<string, AskedClaim>(
    Object.entries(shareFieldsOf(claims)).map(([claim, { required, reason }]) => [
      claim,
      { claim, required: required || claim === ALWAYS_ASKED, reason, chosen: true },
    ]),
  );
  const birthAndAge = [...asked.values()].filter(
    ({ claim }) => claim === 'date_of_birth' || ageOf(claim) !== null,
  );
  const coupled = birthAndAge.length > 1 && birthAndAge.some(({ required }) => required);
  if (coupled) for (const one of birthAndAge) one.required = true;
  if (!asked.has(ALWAYS_ASKED))
    asked.set(ALWAYS_ASKED, { claim: ALWAYS_ASKED, required: true, reason: '', chosen: false });
  return inReadingOrder([...asked.values()]);
}

/** Ages first, then as on a passport's page, then what we do not know. Stable. */
export function inReadingOrder<Item extends { claim: string }>(items: readonly Item[]): Item[] {
  const place = ({ claim }: Item): number => {
    if (ageOf(claim) !== null) return -1;
    const at = (STATIC_CLAIMS as readonly string[]).indexOf(claim);
    return at < 0 ? STATIC_CLAIMS.length : at;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
