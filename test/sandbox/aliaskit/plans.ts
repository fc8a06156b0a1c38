// What a plan allows (contract §11): `free` has three identities, no phone, card, authenticator or domain
// of one's own. Answers 402 with
// the specific code; a table, so that another plan is another row.
import type { KeyRow, Plan } from '../world/state.ts';
import { ApiError, type ErrorCode } from './errors.ts';

interface Allowance {
  identities: number;
  phone: boolean;
  customDomains: boolean;
  cards: boolean;
  totps: boolean;
}

const ALLOWANCES: Record<Plan, Allowance> = {
  pro: { identities: Number.POSITIVE_INFINITY, phone: true, customDomains: true, cards: true, totps: true },
  free: { identities: 3, phone: false, customDomains: false, cards: false, totps: false },
};

const upgrade = (code: ErrorCode, message: string): ApiError =>
  new ApiError({ type: 'upgrade_required', code, message });

/** Throws 402 unless one more identity fits, on AliasKit's own domain or on another. */
export function requireRoom(key: KeyRow, held: number, ownDomain: boolean): void {
  const allowance = ALLOWANCES[key.plan];
  if (held >= allowance.identities)
    throw upgrade(
      'free_tier_identity_limit',
      `The ${key.plan} plan allows ${allowance.identities} identities`,
    );
  if (!ownDomain && !allowance.customDomains)
    throw upgrade('free_tier_custom_domains_blocked', `The ${key.plan} plan has no custom domains`);
}

export function requirePhonePlan(key: KeyRow): void {
  if (!ALLOWANCES[key.plan].phone)
    throw upgrade('free_tier_phone_blocked', `The ${key.plan} plan has no phone numbers`);
}

/** @param limit cards an account may hold; null for no limit */
export function requireCardRoom(key: KeyRow, held: number, limit: number | null): void {
  if (!ALLOWANCES[key.plan].cards)
    throw upgrade('free_tier_cards_blocked', `The ${key.plan} plan has no cards`);
  if (limit !== null && held >= limit)
    throw upgrade('free_tier_card_limit', `The ${key.plan} plan allows ${limit} cards`);
}

export function requireTotpPlan(key: KeyRow): void {
  if (!ALLOWANCES[key.plan].totps)
    throw upgrade('free_tier_totp_blocked', `The ${key.plan} plan holds no authenticator entries`);
}
