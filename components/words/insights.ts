// Words for figures: outcomes of checks, and days as the service counts them, in UTC. Leans on Intl and the catalogue's language.
import type { Outcomes } from '../../lib/check.ts';
import { language, t } from '../../lib/i18n.ts';

/** In the order they stand in a column, from the ground up. */
export const OUTCOMES = ['success', 'failure', 'expired', 'cancelled'] as const satisfies (keyof Outcomes)[];

const WORDS: Record<keyof Outcomes, () => string> = {
  success: () => t('checkStatusSucceeded'),
  failure: () => t('checkStatusFailed'),
  expired: () => t('checkStatusExpired'),
  cancelled: () => t('checkStatusCancelled'),
};

export function outcomeWords(outcome: keyof Outcomes): string {
  return WORDS[outcome]();
}

/** @param date `YYYY-MM-DD`, a day in UTC. @returns "9 Nov" */
export function dayShort(date: string): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}
