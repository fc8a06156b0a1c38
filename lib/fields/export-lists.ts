// What of a page may pass into an export: tags, attributes, captions, options. Leans on redact for what may stand in them.
// Lists of what passes, not of what is taken out: a thing nobody thought of stays at home.
import { maskProse, maskText, stableName, stablePath } from './redact.ts';
import { clean } from './text.ts';

/** Tags that mean something to recognition; any other element becomes a `div`. */
export const KEPT_TAGS: ReadonlySet<string> = new Set(
  (
    'form fieldset legend label div span p section main header footer nav article aside dialog ul ol li dl dt dd ' +
    'table thead tbody tr td th h1 h2 h3 h4 h5 h6 input textarea select button a img br hr b strong em i small'
  ).split(' '),
);

/** Elements that go with all they hold. */
export const SILENT =
  /^(?:script|style|link|meta|template|noscript|iframe|object|embed|svg|video|audio|canvas|picture|base|datalist|option)$/;

/** Text inside these says what a form is for. */
export const TEXT_TAGS =
  'label,legend,h1,h2,h3,h4,h5,h6,button,form a,dialog a,th,[role=heading],[role=button]';

/** Of these the first word is the page's, whatever it is: they name a field or an act. */
export const NAMING_TAGS = 'label,legend,button,th,[role=button]';

type Pass = (value: string) => string;

const word: Pass = (value) => (/^[a-z0-9-]{1,40}$/i.test(value.trim()) ? value.trim().toLowerCase() : '');
const words: Pass = (value) =>
  clean(value, 80)
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '');
const naming: Pass = (value) => stableName(value).slice(0, 160);
/** Ids are kept whole where they tie a label to its field; they are the page's, not the person's. */
const id: Pass = (value) =>
  value
    .slice(0, 200)
    .replace(/[^\p{L}\p{N} _:.[\]-]/gu, '')
    .replace(/\p{N}{5,}/gu, '0');
const prose: Pass = (value) => maskProse(value, 120, 1);
const number: Pass = (value) => (/^\d{1,4}$/.test(value.trim()) ? value.trim() : '');
/** A pattern is code; long literals in it could be anything. */
const pattern: Pass = (value) => (value.length <= 80 ? maskText(value, 80) : '');
const path: Pass = (value) =>
  stablePath(value.replace(/^[a-z][a-z+.-]*:(?:\/\/[^/?#]*)?/i, '').split('?')[0] ?? '').slice(0, 120);
const flag: Pass = () => '';

const ATTRIBUTES: Readonly<Record<string, Pass>> = {
  type: word,
  name: naming,
  id,
  for: id,
  form: id,
  class: naming,
  autocomplete: words,
  inputmode: word,
  pattern,
  minlength: number,
  maxlength: number,
  placeholder: prose,
  title: prose,
  alt: prose,
  'aria-label': prose,
  'aria-labelledby': id,
  'aria-describedby': id,
  'aria-required': word,
  'aria-hidden': word,
  'aria-disabled': word,
  'aria-readonly': word,
  role: word,
  dir: word,
  lang: word,
  method: word,
  action: path,
  contenteditable: word,
  formcontrolname: naming,
  itemprop: naming,
  required: flag,
  disabled: flag,
  readonly: flag,
  hidden: flag,
  novalidate: flag,
};
/** What test suites write on a field; recognition reads it as naming. */
const HINT = /^data-(?:testid|test|test-id|qa|cy|field|field-name|name|input-type)$/;

/** @returns the attributes that pass, with what may stand in them. Never `value`, `checked`, `src`, `href`, `style`. */
export function attributesOf(element: Element): (readonly [string, string])[] {
  return [...element.attributes].slice(0, 40).flatMap(({ name, value }): (readonly [string, string])[] => {
    const pass = ATTRIBUTES[name] ?? (HINT.test(name) ? naming : null);
    if (!pass) return [];
    const kept = pass(value.slice(0, 400));
    return kept === '' && pass !== flag && value !== '' ? [] : [[name, kept]];
  });
}

/** The words on a button that is an input; any other input's value is what somebody typed. */
export function captionOf(element: Element): string {
  const type = element.getAttribute('type')?.toLowerCase() ?? '';
  if (element.localName !== 'input' || !/^(?:submit|button|reset)$/.test(type)) return '';
  const text = maskProse(element.getAttribute('value') ?? '', 80, 1).replace(/[&<>"]/g, '');
  return text ? ` value="${text}"` : '';
}

/** Days, months, years: what tells a birth date. Every other option could be somebody's address. */
export function optionTexts(select: HTMLSelectElement): string[] {
  const all = [...select.options].slice(0, 40).map((option) => clean(option.textContent ?? '', 20));
  const numbers = all.filter((text) => /^(?:\p{N}{1,2}|(?:19|20)\p{N}{2})$/u.test(text));
  const months = new Set(
    [undefined, select.closest('[lang]')?.getAttribute('lang') || undefined].flatMap(monthsOf),
  );
  const named = all.filter((text) => months.has(text.toLowerCase().replace(/\.$/, '')));
  return numbers.length >= 5 ? numbers : named.length >= 5 ? named : [];
}

function monthsOf(language: string | undefined): string[] {
  const tag = language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en';
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) =>
      format
        .format(Date.UTC(2001, at, 15))
        .toLowerCase()
        .replace(/\.$/, ''),
    );
  });
}
