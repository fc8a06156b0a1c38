// A date of birth as a field wants it: native, in the order and with the signs that the field shows or that its language has, or one
// part of it out of a list. Pure; leans on Intl for orders and month names. Guesses an order only where the field says none.
import type { Facts, Option } from './facts.ts';

export type DatePart = 'day' | 'month' | 'year';

export interface BirthDate {
  day: number;
  month: number;
  year: number;
}

/** @returns null for anything but a `YYYY-MM-DD` that exists. */
export function readBirthDate(text: string): BirthDate | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { day, month, year } : null;
}

interface Form {
  order: readonly DatePart[];
  sign: string;
  shortYear: boolean;
}

/** Runs of one letter each: `TT.MM.JJJJ`, `DD / MM / YYYY`, `дд.мм.гггг`. */
const LETTERS = /(\p{L})\1{0,3}(\s?[./\-–·年月 ]\s?)?(\p{L})\3{1,3}(\s?[./\-–·年月 ]\s?)?(\p{L})\5{1,3}/u;
/** An example: `31/12/1990`, `1990-12-31`. */
const EXAMPLE = /(\d{1,4})(\s?[./\-–·] ?)(\d{1,2})\s?[./\-–·] ?(\d{1,4})/;
const YEAR = /^[yjaårгévεe年]$/iu;
const MONTH = /^[mkмμ月]$/iu;

/** @returns the text for one field that takes the whole date. @param lang of the page; the browser's is asked where it says none */
export function spellBirthDate(date: BirthDate, facts: Facts, lang: string): string {
  const padded = { day: two(date.day), month: two(date.month), year: String(date.year) };
  if (facts.type === 'date') return `${padded.year}-${padded.month}-${padded.day}`;
  const form = formOf(facts, lang);
  const year = form.shortYear ? padded.year.slice(-2) : padded.year;
  return form.order.map((part) => (part === 'year' ? year : padded[part])).join(form.sign);
}

function formOf({ maxLength, placeholder, said }: Facts, lang: string): Form {
  const shown = [placeholder, said].map((text) => fromLetters(text) ?? fromExample(text)).find(Boolean);
  const form = shown ?? fromLanguage(lang);
  if (maxLength === 6) return { ...form, sign: '', shortYear: true };
  if (maxLength === 8) return form.sign === '' ? form : { ...form, ...(form.shortYear ? {} : { sign: '' }) };
  return form;
}

function fromLetters(text: string): Form | null {
  const found = LETTERS.exec(text);
  if (!found) return null;
  const [, a = '', sign = '', b = '', , c = ''] = found;
  const groups = found[0].split(/[^\p{L}]+/u).filter(Boolean);
  const lengths = groups.length === 3 ? groups.map(({ length }) => length) : runsOf(found[0]);
  const letters = [a, b, c];
  const at = lengths.indexOf(4);
  const year = at >= 0 ? at : letters.findIndex((letter) => YEAR.test(letter));
  if (year !== 0 && year !== 2) return null;
  const rest = letters.filter((_, index) => index !== year);
  if (new Set(letters.map((letter) => letter.toLowerCase())).size !== 3) return null;
  const order: DatePart[] =
    year === 0
      ? ['year', 'month', 'day']
      : MONTH.test(rest[0] ?? '')
        ? ['month', 'day', 'year']
        : ['day', 'month', 'year'];
  return { order, sign, shortYear: lengths[year] === 2 };
}

const runsOf = (text: string): number[] => (text.match(/(\p{L})\1*/gu) ?? []).map(({ length }) => length);

function fromExample(text: string): Form | null {
  const found = EXAMPLE.exec(text);
  if (!found) return null;
  const [, a = '', sign = '', b = '', c = ''] = found;
  if (a.length === 4) return { order: ['year', 'month', 'day'], sign, shortYear: false };
  if (c.length === 1 || c.length === 3) return null;
  const isMonthFirst = Number(b) > 12;
  // Which of two small numbers is the month, only the language knows.
  if (!isMonthFirst && Number(a) <= 12) return null;
  return {
    order: isMonthFirst ? ['month', 'day', 'year'] : ['day', 'month', 'year'],
    sign,
    shortYear: c.length === 2,
  };
}

function fromLanguage(lang: string): Form {
  const format = formatOf(lang, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const parts = format.formatToParts(Date.UTC(2001, 10, 22));
  const order = parts.flatMap(({ type }) =>
    type === 'day' || type === 'month' || type === 'year' ? [type] : [],
  );
  const sign = parts.find(({ type }) => type === 'literal')?.value ?? '/';
  return { order, sign: sign.trim() || sign, shortYear: false };
}

/** The page's language, with the person's own region where it names none: `en` alone is read in either order. */
function formatOf(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const own = globalThis.navigator?.language ?? 'en';
  const named = lang.includes('-') || !own.toLowerCase().startsWith(`${lang.toLowerCase()}-`) ? lang : own;
  try {
    return new Intl.DateTimeFormat(named || own, {
      ...options,
      timeZone: 'UTC',
      numberingSystem: 'latn',
      calendar: 'gregory',
    });
  } catch (error) {
    // A `lang` that is no language tag.
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}

/** @returns how one part may be spelled, the likeliest for a typed field first. */
export function spellPart(part: DatePart, date: BirthDate, facts: Facts): string[] {
  if (part === 'year') {
    const [long, short] = [String(date.year), String(date.year).slice(-2)];
    return facts.maxLength === 2 ? [short, long] : [long, short];
  }
  const [plain, padded] = [String(date[part]), two(date[part])];
  const isPlain =
    facts.type === 'number' || facts.maxLength === 1 || /^\s*[a-zа-я]\s*$/i.test(facts.placeholder);
  return isPlain ? [plain, padded] : [padded, plain];
}

/**
 * @returns the one option that means this part, or null. What a person reads counts before what is sent: months are sent
 * from 0 to 11 as often as from 1 to 12.
 */
export function choosePart<Choice extends Option>(
  part: DatePart,
  date: BirthDate,
  options: readonly Choice[],
  lang: string,
): Choice | null {
  const wanted = part === 'year' ? [String(date.year)] : [String(date[part])];
  const names = part === 'month' ? monthNames(date.month, lang) : [];
  const says = (text: string): boolean => {
    const words = wordsOf(text);
    return words.some((word) => wanted.includes(word) || names.includes(word));
  };
  const read = options.filter(({ text }) => says(text));
  if (read.length === 1) return read[0] ?? null;
  const sent = options.filter(({ value, text }) => says(value) && !/\p{L}{3}/u.test(text));
  return sent.length === 1 ? (sent[0] ?? null) : null;
}

/** Whether a text names a day, a month or a year: what a list shows that was chosen from, and no prompt. */
export function isPartOfDate(text: string, lang: string): boolean {
  const words = wordsOf(text);
  const names = new Set(Array.from({ length: 12 }, (_, at) => monthNames(at + 1, lang)).flat());
  return words.some((word) => /^\d{1,4}$/.test(word) || names.has(word));
}

/** Numbers without leading zeros, names in small letters without points. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ''));

function monthNames(month: number, lang: string): string[] {
  const at = Date.UTC(2001, month - 1, 15);
  return [lang, 'en']
    .flatMap((tongue) =>
      (['long', 'short'] as const).flatMap((length) => [
        ...wordsOf(formatOf(tongue, { month: length }).format(at)),
        // With a day beside it, as some languages decline it.
        ...wordsOf(formatOf(tongue, { month: length, day: 'numeric' }).format(at)),
      ]),
    )
    .filter((word) => !/^\d+$/.test(word) && word.length > 2);
}

const two = (number: number): string => String(number).padStart(2, '0');
