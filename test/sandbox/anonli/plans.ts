// What a plan of anon.li allows (contract §1.6, §1.7): a table, so that another plan is another row; -1 is without limit.
import { aliasesBy } from './alias-rows.ts';
import { ApiError } from './errors.ts';
import type { AnonliState, Tier } from './rows.ts';

export interface Allowance {
  random: number;
  custom: number;
  recipientsPerAlias: number;
  recipients: number;
  domains: number;
  /** Charged requests in 30 days. */
  requests: number;
  storage: string;
  product: string | null;
  expiryDays: number;
}

export const ALLOWANCES: Readonly<Record<Tier, Allowance>> = {
  free: {
    random: 10,
    custom: 1,
    recipientsPerAlias: 1,
    recipients: 1,
    domains: 0,
    requests: 500,
    storage: '5368709120',
    product: null,
    expiryDays: 3,
  },
  plus: {
    random: 100,
    custom: 10,
    recipientsPerAlias: 3,
    recipients: 5,
    domains: 3,
    requests: 25_000,
    storage: '53687091200',
    product: 'bundle',
    expiryDays: 7,
  },
  pro: {
    random: -1,
    custom: 100,
    recipientsPerAlias: 5,
    recipients: 10,
    domains: 10,
    requests: 100_000,
    storage: '268435456000',
    product: 'bundle',
    expiryDays: 30,
  },
};

export const isTier = (text: string): text is Tier => Object.hasOwn(ALLOWANCES, text);

const NEXT: Readonly<Record<Tier, Tier>> = { free: 'plus', plus: 'pro', pro: 'pro' };

export const countAliases = (state: AnonliState, owner: string, custom: boolean): number =>
  aliasesBy(state, owner).filter((row) => row.custom === custom).length;

function over(
  scope: string,
  tier: Tier,
  currentValue: number,
  limitValue: number,
  message: string,
): ApiError {
  const upgrade = { scope, currentTier: tier, suggestedTier: NEXT[tier], currentValue, limitValue };
  return new ApiError({ code: 'PAYMENT_REQUIRED', message, details: { upgrade } });
}

/** @throws ApiError 402 unless one more alias of this kind fits. */
export function requireRoom(state: AnonliState, owner: string, tier: Tier, custom: boolean): void {
  const kind = custom ? 'custom' : 'random';
  const limit = ALLOWANCES[tier][kind];
  const held = countAliases(state, owner, custom);
  if (limit === -1 || held < limit) return;
  const name = custom ? 'Custom' : 'Random';
  const message = `${name} alias limit reached (${limit}). Upgrade to add more.`;
  throw over(`alias_${kind}`, tier, held, limit, message);
}

export function requireFewRecipients(tier: Tier, count: number): void {
  const limit = ALLOWANCES[tier].recipientsPerAlias;
  if (count <= limit) return;
  const message = `Maximum ${limit} recipients per alias on your plan.`;
  throw over('alias_recipients_per_alias', tier, count, limit, message);
}
