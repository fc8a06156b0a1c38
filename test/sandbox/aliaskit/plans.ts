// What a plan allows (contract §11): `free` has three identities, no phone and no domain of one's own. Answers 402 with
// the specific code; a table, so that another plan is another row.
import type { KeyRow, Plan } from '../world/state.ts';
import { ApiError, type ErrorCode } from './errors.ts';

interface Allowance {
  identities: number;
  phone: boolean;
  customDomains: boolean;
}

const ALLOWANCES: Record<Plan, Allowance> = {
  pro: { identities: Number.POSITIVE_INFINITY, phone: true, customDomains: true },
  free: { identities: 3, phone: false, customDomains: false },
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
