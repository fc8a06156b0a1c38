// What a plan has left, in sentences: "7 of 10 random aliases left", "482 requests left this month, resets 3 Dec". Leans on Intl;
// a number never stands without what it counts.
import { language, t } from '../../lib/i18n.ts';
import type { Allowance, Quota } from '../../lib/quota.ts';
import type { RateReading } from '../../lib/rate-reading.ts';

type Counted = keyof Quota['allowances'];

const LEFT: Record<Counted, (left: string, limit: string) => string> = {
  random: (left, limit) => t('quotaRandom', left, limit),
  custom: (left, limit) => t('quotaCustom', left, limit),
  recipients: (left, limit) => t('quotaRecipients', left, limit),
  domains: (left, limit) => t('quotaDomains', left, limit),
};

const UNLIMITED: Record<Counted, (used: string) => string> = {
  random: (used) => t('quotaRandomFree', used),
  custom: (used) => t('quotaCustomFree', used),
  recipients: (used) => t('quotaRecipientsFree', used),
  domains: (used) => t('quotaDomainsFree', used),
};

const NONE: Partial<Record<Counted, () => string>> = {
  domains: () => t('quotaDomainsNone'),
};

export const COUNTED: readonly Counted[] = ['random', 'custom', 'recipients', 'domains'];

export const figure = (count: number): string => count.toLocaleString(language());

/** @returns "7 of 10 random aliases left". */
export function allowanceWords(what: Counted, { used, limit }: Allowance): string {
  if (limit === null) return UNLIMITED[what](figure(used));
  if (limit === 0) return NONE[what]?.() ?? LEFT[what]('0', '0');
  return LEFT[what](figure(Math.max(0, limit - used)), figure(limit));
}

/** Whether a tenth or less is left of an allowance: worth saying before it is asked for. */
export function isScarce({ used, limit }: Allowance): boolean {
  return limit !== null && limit > 0 && limit - used <= limit / 10;
}

/** Whether a tenth or less of the month's requests is left. */
export function isRateScarce(rate: RateReading | null): boolean {
  if (rate?.remaining == null) return false;
  return rate.limit === null ? rate.remaining < 20 : rate.remaining <= rate.limit / 10;
}

/** @returns "482 requests left this month, resets 3 Dec", or null where the service says nothing. */
export function rateWords(rate: RateReading | null): string | null {
  if (rate?.remaining == null) return null;
  const left = figure(rate.remaining);
  return rate.resetAt === null ? t('rateLeft', left) : t('rateLeftUntil', left, dayOf(rate.resetAt));
}

/** @returns "3 Dec". @param at milliseconds since the epoch */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short' }).format(at);
}

/** The plan's name as people write it; a term that is not known stays as it is. */
export function planName(term: string): string {
  return /^[a-z]+$/.test(term) ? term.charAt(0).toUpperCase() + term.slice(1) : term;
}
