// Times in words: how long ago, and when exactly. Leans on Intl and the catalogue's language. Milliseconds everywhere.
import { language, t } from '../../lib/i18n.ts';

const STEPS: readonly { unit: Intl.RelativeTimeFormatUnit; ms: number; until: number }[] = [
  { unit: 'minute', ms: 60_000, until: 3_600_000 },
  { unit: 'hour', ms: 3_600_000, until: 86_400_000 },
  { unit: 'day', ms: 86_400_000, until: 7 * 86_400_000 },
];

/** @returns "just now", "5 min. ago", …, and a date from a week on. */
export function ago(then: number, now: number): string {
  const past = Math.max(0, now - then);
  if (past < 60_000) return t('timeJustNow');
  const step = STEPS.find(({ until }) => past < until);
  if (!step) return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(then);
  const format = new Intl.RelativeTimeFormat(language(), { style: 'short' });
  return format.format(-Math.floor(past / step.ms), step.unit);
}

/** @returns date and time, for details. */
export function at(then: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(then);
}
