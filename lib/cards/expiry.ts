// Until when a card is good: read from what people type, written as a field wants it. Pure; takes the time as an argument.

export interface Expiry {
  /** 1–12. */
  month: number;
  /** Four digits. */
  year: number;
}

/** No card runs longer; a year further off is a typing error. */
const LONGEST_YEARS = 30;

/**
 * @param text `12/28`, `12 / 2028`, `1228`, `122028`, `12-28`, `2028-12`
 * @returns null if it is no month of a year
 */
export function parseExpiry(text: string): Expiry | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const parts =
    /^(\d{1,2})[/.\p{Pd}](\d{2}|\d{4})$/u.exec(plain) ?? /^(\d{2})(\d{2}|\d{4})$/.exec(plain) ?? null;
  const turned = /^(\d{4})[/.\p{Pd}](\d{1,2})$/u.exec(plain);
  const [month, year] = parts ? [parts[1], parts[2]] : turned ? [turned[2], turned[1]] : [];
  if (month === undefined || year === undefined) return null;
  const expiry = { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) };
  return isMonth(expiry.month) ? expiry : null;
}

const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= 12;

/**
 * A card is good to the last day of its month, wherever it is used: it counts as expired when that day is over everywhere.
 * @param now milliseconds since the epoch
 */
export function isExpired({ month, year }: Expiry, now: number): boolean {
  // Twelve hours behind UTC the day ends last.
  return Date.UTC(year, month) + 12 * 3_600_000 <= now;
}

/** @param now milliseconds since the epoch. @returns whether it could stand on a card today: not expired, not absurdly far */
export function isPlausible(expiry: Expiry, now: number): boolean {
  return !isExpired(expiry, now) && expiry.year <= new Date(now).getUTCFullYear() + LONGEST_YEARS;
}

/** How a field wants its date; `YYYY-MM` is what `<input type=month>` holds. */
export type ExpiryForm = 'MM/YY' | 'MM/YYYY' | 'MMYY' | 'MMYYYY' | 'YYYY-MM';

const FORMS: Readonly<Record<ExpiryForm, (month: string, year: string) => string>> = {
  'MM/YY': (month, year) => `${month}/${year.slice(-2)}`,
  'MM/YYYY': (month, year) => `${month}/${year}`,
  MMYY: (month, year) => month + year.slice(-2),
  MMYYYY: (month, year) => month + year,
  'YYYY-MM': (month, year) => `${year}-${month}`,
};

export function formatExpiry({ month, year }: Expiry, form: ExpiryForm): string {
  return FORMS[form](String(month).padStart(2, '0'), String(year));
}
