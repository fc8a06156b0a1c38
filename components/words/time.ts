// Times in words: how long ago, and when exactly. Leans on Intl and the catalogue's language. Milliseconds everywhere.
import { language, t, tn } from '../../lib/i18n.ts';

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

/**
 * How long from now, in the largest unit that still says something: seconds under two minutes, minutes under two hours, hours
 * under two days. Rounded up, since too early is refused again.
 * @returns "in 42 seconds", "in 11 days"
 */
export function wait(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return t('waitUnknown');
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 120) return tn('waitSeconds', seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return tn('waitMinutes', minutes);
  const hours = Math.ceil(minutes / 60);
  const format = new Intl.RelativeTimeFormat(language());
  return hours < 48 ? format.format(hours, 'hour') : format.format(Math.ceil(hours / 24), 'day');
}
