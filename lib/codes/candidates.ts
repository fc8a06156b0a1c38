// What in a text has the shape of a code: a table of shapes, and what around them rules them out (prices, dates, phone numbers,
// parts of links). Pure and linear; knows no words: whether a shape is a code is weighed in weigh.ts.

export interface Shape {
  name: string;
  /** Sticky-free, global; no nested repetition. */
  pattern: RegExp;
  /** Weak shapes count only when a code word leads straight to them; the weakest must be alone on their line as well. */
  needs: 'context' | 'lead' | 'lead and line';
  /** From the match to what is to be typed. */
  code: (raw: string) => string;
}

export interface Candidate {
  shape: Shape;
  /** As written. */
  raw: string;
  code: string;
  start: number;
  end: number;
}

const join = (raw: string): string => raw.replace(/[\s-]/g, '');
const asWritten = (raw: string): string => raw;

/** Not part of a longer word or number on either side. `_` and letters of every script that has spaces count as word. */
const BEFORE = '(?<![A-Za-z0-9_]|\\d[.,:/-]|[-@&=?%~*])';
const AFTER = '(?![A-Za-z0-9_]|[.,:/-]\\d|[-@%&=~*])';
const shape = (name: string, body: string, needs: Shape['needs'], code: Shape['code']): Shape => ({
  name,
  pattern: new RegExp(BEFORE + body + AFTER, 'g'),
  needs,
  code,
});

/** Tried in this order; a later shape does not take what an earlier one took. */
export const SHAPES: readonly Shape[] = [
  shape('prefixed', '[A-Z]{1,4}-\\d{4,8}', 'context', (raw) => raw.slice(raw.indexOf('-') + 1)),
  shape('digits', '\\d{4,8}', 'context', asWritten),
  shape('two groups', '(?:\\d{3}[ -]\\d{3}|\\d{4}[ -]\\d{4})', 'context', join),
  shape('three groups', '(?:\\d{2}[ -]\\d{2}[ -]\\d{2}|\\d{3}[ -]\\d{3}[ -]\\d{3})', 'lead', join),
  shape('single digits', '\\d(?:(?: {1,3}|\\n{1,3} ?|-)\\d){3,7}', 'context', join),
  shape('three digits', '\\d{3}', 'lead', asWritten),
  shape('letters and digits', '(?=[A-Z]*\\d)(?=\\d*[A-Z])[A-Z0-9]{4,10}', 'context', asWritten),
  shape('two mixed groups', '[A-Z0-9]{3,5}-[A-Z0-9]{3,5}', 'lead', join),
  shape(
    'two small groups',
    '(?=[a-z-]*\\d)(?=[\\d-]*[a-z])[a-z0-9]{3,5}-[a-z0-9]{3,5}',
    'lead and line',
    join,
  ),
  shape('capital letters', '[A-Z]{5,8}', 'lead and line', asWritten),
  shape('small letters and digits', '(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])[A-Za-z0-9]{5,10}', 'lead', asWritten),
  shape('word groups', '[a-z]{3,8}(?:-[a-z]{3,8}){2,4}', 'lead and line', asWritten),
];

/** More shapes than this in one message: a listing or an attack. The first ones are looked at. */
const MOST_CANDIDATES = 200;

const LINK = /(?:https?:\/\/|www\.)[^\s<>"'\u3000-\u303f\uff00-\uffef]+/gi;
const PATH = /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}\/[^\s<>"'\u3000-\u303f]*/gu;
const MAILBOX = /(?<![\w.%+-])[\w.%+-]{1,64}@[\w.-]{1,253}/g;
/** Runs of digits with separators: more than eight digits in all is a phone, card, account or tracking number. */
const LONG_NUMBER = /(?<![\w])\+?\(?\d[\d.()/ -]{7,40}\d(?!\w)/g;
const MONEY =
  /(?:[$€£¥₹₽₩₺₴฿₫₪]|\b(?:USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|PLN|CZK|SEK|NOK|DKK|TRY|BRL|Rs\.?|RM)) {0,2}\d[\d.,' ]{0,15}|\d[\d.,']{0,15} {0,2}(?:[$€£¥₹₽₩₺₴฿₫₪]|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|PLN|CZK|SEK|NOK|DKK|TRY|BRL|Kč|zł|kr|円|元|원|ريال|تومان)(?![A-Za-z]))/g;
/** Years apart from codes: `2026-03-01`, `01.03.2026`, `10:02:11`, and the same with slashes. */
const DATE = /(?<!\d)(?:\d{1,4}([./:])\d{1,2}\1\d{1,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})(?!\d)/g;
/** By which an app on the phone knows a message as its own: eleven characters at the very end. */
const APP_HASH = /(?<=\s)[A-Za-z0-9+/]{11}(?=\s*$)/;
/** Accounts and cards that show their end only: `XX9921`, `**4432`. */
const MASKED = /(?<![A-Za-z0-9])(?:[Xx]{2,12}|[*•.]{2,12})-?\d{2,6}(?!\w)/g;
const COLOUR = /#(?:[0-9a-f]{6}|[0-9a-f]{3})(?=\s*[;}!])/gi;

const blank = (taken: string): string => ' '.repeat(taken.length);

function isOneCode(run: string): boolean {
  const groups = run.trim().split(/[ -]/);
  return /^[\d -]+$/.test(run.trim()) && groups.every((group) => group.length === 1) && groups.length <= 8;
}

/** Several numbers side by side that only look like one long one: `482913 10`, or the boxes of one code. */
function unlessLong(run: string): string {
  const digits = run.replace(/\D/g, '').length;
  if (digits <= 8 && !run.startsWith('+')) return run;
  if (isOneCode(run)) return run;
  if (/^[\d ]+$/.test(run) && /^\d{4,8} \d{1,3}$/.test(run)) return run;
  return blank(run);
}

/** @returns text of equal length in which links, mail addresses, prices, dates and long numbers are blank. */
export function withoutOtherNumbers(text: string): string {
  return text
    .replace(LINK, blank)
    .replace(APP_HASH, blank)
    .replace(MASKED, blank)
    .replace(MAILBOX, blank)
    .replace(PATH, blank)
    .replace(COLOUR, blank)
    .replace(DATE, blank)
    .replace(MONEY, blank)
    .replace(LONG_NUMBER, unlessLong);
}

/** @param masked text after `withoutOtherNumbers`. Candidates come in the order of the text. */
export function findCandidates(masked: string): { candidates: Candidate[]; cut: boolean } {
  const candidates: Candidate[] = [];
  const taken: [number, number][] = [];
  let cut = false;
  for (const form of SHAPES) {
    let count = 0;
    for (const match of masked.matchAll(form.pattern)) {
      const [raw] = match;
      const start = match.index;
      const end = start + raw.length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      if (++count > MOST_CANDIDATES) {
        cut = true;
        break;
      }
      candidates.push({ shape: form, raw, code: form.code(raw), start, end });
      if (form.needs === 'context') taken.push([start, end]);
    }
  }
  return { candidates: candidates.sort((a, b) => a.start - b.start), cut };
}
