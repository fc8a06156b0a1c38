// Small wordings of the menu: ages, grouped codes, how a fill ended. Leans on lib/i18n.ts; total over every outcome.
import { language, t } from '../../lib/i18n.ts';
import type { MenuResult } from '../../lib/messages/views.ts';
import type { FillOutcome } from '../../lib/model.ts';

/** @returns "2 min. ago" in the user's language. */
export function age(then: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' });
  if (seconds < 60) return format.format(-seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? format.format(-minutes, 'minute') : format.format(-Math.round(minutes / 60), 'hour');
}

/** @returns the code in groups a person can hold in mind: 3+3, 4+4, else halves of at most four. For the eye only. */
export function grouped(code: string): string[] {
  const letters = [...code];
  if (letters.length < 6 || letters.length > 12) return [code];
  const size = letters.length % 3 === 0 && letters.length !== 12 ? 3 : 4;
  const groups: string[] = [];
  for (let at = 0; at < letters.length; at += size) groups.push(letters.slice(at, at + size).join(''));
  return groups;
}

const GONE: Record<Extract<FillOutcome, { kind: 'gone' }>['reason'], () => string> = {
  moved: () => t('menuGoneMoved'),
  hidden: () => t('menuGoneHidden'),
  detached: () => t('menuGoneDetached'),
  changed: () => t('menuGoneChanged'),
  'read-only': () => t('menuGoneReadOnly'),
};

export interface ReceiptWords {
  good: boolean;
  title: string;
  /** The address it was about. */
  email: string | null;
  hint: string | null;
}

/** @returns how a choice ended, honestly. */
export function receiptOf({ outcome, email, account }: MenuResult): ReceiptWords {
  switch (outcome.kind) {
    case 'filled': {
      if (email === null) return { good: true, title: t('menuFilledCode'), email, hint: null };
      return { good: true, title: t('menuFilled'), email, hint: account && t('menuFrom', account) };
    }
    case 'moved-on':
      return { good: true, title: t('menuMovedOn'), email, hint: null };
    case 'refused':
      return { good: false, title: t('menuRefused'), email: null, hint: t('menuRefusedHint') };
    case 'gone':
      return { good: false, title: t('menuGone'), email: null, hint: GONE[outcome.reason]() };
  }
}
