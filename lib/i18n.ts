// Text for people: one typed look-up over the browser's own message catalogue. Leans on browser.i18n and on the type of
// the English catalogue (the type alone: no bundle carries the words twice). Holds no words and picks no language.
import type english from '../public/_locales/en/messages.json';
import { browser } from './platform.ts';

/** Every message of the catalogue; a key that is not there does not compile. */
export type MessageKey = keyof typeof english;
/** Messages that count something: `…_one` and `…_other` exist, and `$1` is the count. */
export type CountedKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/**
 * @param subs put in place of `$1` … `$9`, verbatim: hostile text stays text as long as it is set as text.
 * @returns the message in the user's language; the key itself where the catalogue lacks it, so that a gap is seen.
 */
export function t(key: MessageKey, ...subs: readonly (string | number)[]): string {
  return lookUp(key, subs) || key;
}

/**
 * A counted message: the plural form by the catalogue's own language (CLDR categories through Intl.PluralRules),
 * `…_other` where that form is not written.
 * @param count becomes `$1`, grouped as the language does; `subs` follow as `$2` …
 */
export function tn(key: CountedKey, count: number, ...subs: readonly (string | number)[]): string {
  const all = [count.toLocaleString(language()), ...subs];
  const form = new Intl.PluralRules(language()).select(count);
  return lookUp(`${key}_${form}`, all) || lookUp(`${key}_other`, all) || key;
}

/** The language of the catalogue in use as a BCP 47 tag: what dates, numbers and plurals must agree with. */
export function language(): string {
  return lookUp('languageTag', []) || 'en';
}

function lookUp(key: string, subs: readonly (string | number)[]): string {
  return browser.i18n.getMessage(
    key,
    subs.map((sub) => String(sub)),
  );
}
