// The longer sign-up form, as many shops have it: names apart, a date of birth in three lists (months sent from 0, as scripts count
// them), a phone number beside the list of calling codes. Only markup, and reading it back.
import { html } from 'hono/html';
import type { Markup } from './layout.ts';
import { field } from './parts.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const CODES = [
  ['CA', 'Canada (+1)'],
  ['DE', 'Germany (+49)'],
  ['GB', 'United Kingdom (+44)'],
  ['US', 'United States (+1)'],
] as const;
const YEARS = Array.from({ length: 100 }, (_, at) => String(2010 - at));

const list = (id: string, label: string, options: readonly (readonly [string, string])[]): Markup =>
  html`<select id="${id}" name="${id}" aria-label="${label}"><option value="">${label}</option>${options.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select>`;

export const personFields = (): Markup => html`
${field({ id: 'given', name: 'given', label: 'First name', autocomplete: 'given-name' })}
${field({ id: 'family', name: 'family', label: 'Last name', autocomplete: 'family-name' })}
<fieldset class="field"><legend>Date of birth</legend>
${list(
  'birth-day',
  'Day',
  Array.from({ length: 31 }, (_, at) => [String(at + 1), String(at + 1)] as const),
)}
${list(
  'birth-month',
  'Month',
  MONTHS.map((name, at) => [String(at), name] as const),
)}
${list(
  'birth-year',
  'Year',
  YEARS.map((year) => [year, year] as const),
)}</fieldset>
<fieldset class="field"><legend>Phone</legend>
<select id="phone-code" name="phone-code" aria-label="Country code">${CODES.map(
  ([value, text]) => html`<option value="${value}">${text}</option>`,
)}</select>
<input id="phone" name="phone" type="tel" autocomplete="tel-national" aria-label="Phone number" placeholder="(555) 555-5555">
</fieldset>`;

/** What was typed there, in one line each; null on the short form. */
export function personOf(form: (name: string) => string): { born: string; phone: string } | null {
  if (form('given') === '') return null;
  const month = MONTHS[Number(form('birth-month'))] ?? '';
  return {
    born: `${form('birth-day')} ${month} ${form('birth-year')}`,
    phone: `${form('phone-code')} ${form('phone')}`,
  };
}
