// A phone number as a field wants it: international, national, in the grouping that its placeholder shows, cut for several boxes, or
// its country out of a list. Pure; calling codes are those of ITU-T E.164 (zones of one, two and three digits).
import type { Facts, Option } from './facts.ts';

export interface Phone {
  /** `+12025550143`. */
  whole: string;
  /** Calling code without the plus. */
  code: string;
  /** Without calling code and trunk prefix. */
  national: string;
}

const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/** What is dialled before the national number inside the country. */
const TRUNK_ZERO = new Set(
  '20 27 31 32 33 40 41 43 44 46 49 54 55 60 61 62 63 64 66 81 82 84 86 90 91 92 98 212 234 254 353 358 380 381 385 386 421 886 971 972'.split(
    ' ',
  ),
);
/** Which of the countries that share a calling code is meant where nobody says. */
const REGION: Readonly<Record<string, string>> = {
  1: 'US',
  7: 'RU',
  44: 'GB',
  33: 'FR',
  34: 'ES',
  39: 'IT',
  31: 'NL',
  41: 'CH',
  43: 'AT',
  49: 'DE',
  46: 'SE',
  47: 'NO',
  61: 'AU',
  64: 'NZ',
  353: 'IE',
};

/** @returns null for what is no E.164 number. */
export function readPhone(text: string): Phone | null {
  const digits = text.replace(/[\s()\-.]/g, '');
  if (!/^\+[1-9]\d{6,14}$/.test(digits)) return null;
  const rest = digits.slice(1);
  const length = /^[17]/.test(rest) ? 1 : TWO_DIGITS.test(rest) ? 2 : 3;
  return { whole: digits, code: rest.slice(0, length), national: rest.slice(length) };
}

/** @param hasCode whether the form asks for the country's calling code beside this field */
export function spellPhone(phone: Phone, facts: Facts, hasCode: boolean): string {
  const { whole, national } = phone;
  if (facts.autocomplete.includes('tel-national') || hasCode)
    return masked(facts.placeholder, national) ?? national;
  const local = inside(phone);
  const shown = facts.placeholder;
  if (!shown.includes('+')) {
    for (const digits of [national, local]) {
      const text = masked(shown, digits);
      if (text !== null) return text;
    }
  }
  if (facts.maxLength !== null && facts.maxLength < whole.length)
    return local.length <= facts.maxLength ? local : national;
  if (/^\^?\(?(?:\\d|\[0-9\])\{\d+/.test(facts.pattern)) return local;
  return masked(shown, whole.slice(1)) ?? whole;
}

/** As it is dialled inside its country. */
const inside = ({ code, national }: Phone): string => (TRUNK_ZERO.has(code) ? `0${national}` : national);

/** Puts digits into the places of an example (`(555) 555-5555`); null where it has not as many. */
function masked(example: string, digits: string): string | null {
  const shown = example.replace(/^[^\d+(xX#_]+/, '').trim();
  const places = shown.match(/[\dxX#_]/g) ?? [];
  if (places.length !== digits.length || /[^\d\sxX#_()+\-.·/]/.test(shown)) return null;
  let at = 0;
  return shown.replace(/[\dxX#_]/g, () => digits[at++] ?? '');
}

/** @returns the number cut for several boxes by their own lengths; null where those do not add up to it. */
export function cutPhone({ national }: Phone, lengths: readonly (number | null)[]): string[] | null {
  let at = 0;
  const pieces = lengths.map((length) => {
    const piece = national.slice(at, at + (length ?? 0));
    at += length ?? 0;
    return piece;
  });
  return at === national.length ? pieces : null;
}

/** Whether a list is one of calling codes: several of its choices name one. */
export function isCodeList(options: readonly Option[]): boolean {
  return options.filter(({ value, text }) => codesIn(`${value} ${text}`).length > 0).length >= 2;
}

/** Whether a closed list is one of calling codes: by what stands in it, or by its own name. */
export function isCodeChooser({ autocomplete, name, id, said }: Facts, shown: string): boolean {
  if (autocomplete.includes('tel-country-code') || codesIn(shown).length > 0) return true;
  return /(?:country|dial|calling|phone)[\s_-]?code/i.test(`${name} ${id} ${said}`);
}

/** Whether a box takes the calling code alone. */
export function isCodeBox({ tag, autocomplete, name, id, maxLength }: Facts): boolean {
  if (tag !== 'input') return false;
  if (autocomplete.includes('tel-country-code')) return true;
  return maxLength !== null && maxLength <= 5 && /(?:country|dial|calling).?code/i.test(`${name} ${id}`);
}

/** @returns the option of this number's country, or null. */
export function chooseCode<Choice extends Option>(
  { code }: Phone,
  options: readonly Choice[],
  lang: string,
): Choice | null {
  const same = options.filter(({ value, text }) => codesIn(`${value} ${text}`).includes(code));
  if (same.length <= 1) return same[0] ?? null;
  const region = REGION[code];
  if (region === undefined) return same[0] ?? null;
  const names = ['en', lang].map((tongue) => nameOf(region, tongue).toLowerCase());
  const own = same.find(
    ({ value, text }) =>
      new RegExp(`(?:^|[^A-Za-z])${region}(?:[^A-Za-z]|$)`).test(`${value} ${text}`) ||
      names.some((name) => text.toLowerCase().includes(name)),
  );
  return own ?? same[0] ?? null;
}

/** A plus makes a number a calling code, wherever it stands. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/(?:\+|\b00)\s?(\d{1,4})(?!\d)/g)].map(([, digits = '']) => digits);

function nameOf(region: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'region' }).of(region) ?? region;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return region;
  }
}
