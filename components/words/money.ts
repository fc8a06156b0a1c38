// Amounts as they are shown: whole cents with the language's own decimal mark, and no currency, because the service names none.
// Leans on Intl.
import { language } from '../../lib/i18n.ts';

/** @param cents hundredths */
export function money(cents: number): string {
  return (cents / 100).toLocaleString(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
