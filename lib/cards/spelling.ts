// A card's values as a field wants them: the date in the field's own order and length, a choice out of its options, a number cut for
// several boxes. Pure; leans on expiry.ts. Knows fields by their plain facts only.
import type { Expiry, ExpiryForm } from './expiry.ts';

export interface FieldFacts {
  type: string;
  maxLength: number | null;
  placeholder: string;
}

/** A year of four digits, as placeholders of several languages spell it. */
const LONG_YEAR = /(?:y|j|a|г|å|r|é|έ|年|연|년|yıl){4}|20\d\d/iu;

/** How a single field for the date wants it. */
export function expiryForm({ type, maxLength, placeholder }: FieldFacts): ExpiryForm {
  if (type === 'month') return 'YYYY-MM';
  if (maxLength === 4) return 'MMYY';
  if (maxLength === 6) return 'MMYYYY';
  return LONG_YEAR.test(placeholder) ? 'MM/YYYY' : 'MM/YY';
}

/** The spellings of a month or year, the likeliest for the field first. */
export function partSpellings(
  part: 'month' | 'year',
  { month, year }: Expiry,
  { maxLength, placeholder }: FieldFacts,
): string[] {
  if (part === 'month') return [String(month).padStart(2, '0'), String(month)];
  const [long, short] = [String(year), String(year).slice(-2)];
  const isShort =
    maxLength === 2 || (maxLength === null && /^\D{0,2}(?:yy|jj|aa)$/iu.test(placeholder.trim()));
  return isShort ? [short, long] : [long, short];
}

/** @returns the value of the option that means one of `spellings`, or null: by value first, then by the beginning of its text */
export function chooseOption(
  options: readonly { value: string; text: string }[],
  spellings: readonly string[],
): string | null {
  for (const spelling of spellings) {
    const byValue = options.find(({ value }) => value.trim() === spelling);
    if (byValue) return byValue.value;
  }
  for (const spelling of spellings) {
    const byText = options.find(({ text }) => new RegExp(`^\\D{0,2}${spelling}(?!\\d)`).test(text.trim()));
    if (byText) return byText.value;
  }
  return null;
}

/** A number cut for several boxes: by their own lengths where those add up, else four each. */
export function cutNumber(digits: string, lengths: readonly (number | null)[]): string[] {
  const known = lengths.every((length) => length !== null && length > 0 && length < 8);
  let at = 0;
  return lengths.map((length, index) => {
    const take = index === lengths.length - 1 ? digits.length - at : known && length !== null ? length : 4;
    const piece = digits.slice(at, at + take);
    at += take;
    return piece;
  });
}
