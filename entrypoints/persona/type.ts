// Types the chosen values of an identity into the fields of the last look, each once, in the order people do. Leans on lib/fields for
// typing and its guard, on lib/persona for spelling. Holds no value longer than that; leaves alone what nothing was chosen for.
import { chooseOption, type Wanted } from '../../lib/fields/choose-option.ts';
import { isDropDown } from '../../lib/fields/drop-down.ts';
import { fillField } from '../../lib/fields/fill.ts';
import { whyGone } from '../../lib/fields/guard.ts';
import { readValue, viewOf, writeValue } from '../../lib/fields/native.ts';
import { pause } from '../../lib/fields/typing.ts';
import { restore, takeUndo } from '../../lib/fields/undo.ts';
import type { PersonaOutcome } from '../../lib/messages/persona.ts';
import type { FillOutcome } from '../../lib/model.ts';
import {
  choosePart,
  type DatePart,
  readBirthDate,
  spellBirthDate,
  spellPart,
} from '../../lib/persona/birth-date.ts';
import { nameParts } from '../../lib/persona/name.ts';
import { chooseCode, cutPhone, readPhone, spellPhone } from '../../lib/persona/phone.ts';
import type { PersonaValues } from '../../lib/persona-part.ts';
import { type FormLook, optionsOf, type PersonaField } from './look.ts';

/** What a field is given: text, or a choice of its list. Null: there is nothing for it, and it stays as it is. */
type Spelled = { text: string } | { option: string | null } | { wanted: Wanted } | null;

/** Puts one field back to what it held. @returns whether it holds that again */
export type PutBack = () => Promise<boolean>;

/** Milliseconds between two fields: a page renders between two of a person's, too. */
const BETWEEN = 30;

export async function type(
  form: FormLook,
  values: PersonaValues,
): Promise<{ outcomes: PersonaOutcome[]; putBacks: PutBack[] }> {
  const putBacks: PutBack[] = [];
  const running: Promise<PersonaOutcome>[] = [];
  const later: { field: PersonaField; wanted: Wanted }[] = [];
  for (const field of form.fields) {
    const spelled = spell(field, form, values);
    if (spelled === null) continue;
    if ('wanted' in spelled) {
      later.push({ field, wanted: spelled.wanted });
      continue;
    }
    const undo = takeUndo([field.element]);
    putBacks.push(() => restore(undo));
    // The look after typing takes half a second; the next field need not wait for it.
    running.push(put(field, spelled).then((outcome) => ({ part: field.part, outcome })));
    await pause(BETWEEN);
  }
  const outcomes = await Promise.all(running);
  // One by one, and nothing typed meanwhile: an open list takes the keys and often the whole page.
  for (const { field, wanted } of later) {
    const { outcome, putBack } = await chooseOption(field.element, field.note, wanted);
    putBacks.push(putBack);
    outcomes.push({ part: field.part, outcome });
  }
  return { outcomes, putBacks };
}

function put(
  field: PersonaField,
  spelled: { text: string } | { option: string | null },
): Promise<FillOutcome> {
  if ('text' in spelled) return fillField([field.element], spelled.text, { note: field.note });
  return choose(field, spelled.option);
}

/** Native setter and the events that a choice by hand causes; looked at again as typed text is. */
async function choose({ element, note }: PersonaField, option: string | null): Promise<FillOutcome> {
  const gone = whyGone(note);
  if (gone) return { kind: 'gone', reason: gone };
  const view = viewOf(element);
  if (option === null || !view) return { kind: 'refused', kept: 0 };
  element.focus({ preventScroll: true });
  writeValue(element, option);
  for (const name of ['input', 'change'])
    element.dispatchEvent(new view.Event(name, { bubbles: true, composed: true }));
  await pause(50);
  return readValue(element) === option ? { kind: 'filled', method: 'setter' } : { kind: 'refused', kept: 0 };
}

function spell(field: PersonaField, form: FormLook, values: PersonaValues): Spelled {
  switch (field.role) {
    case 'email':
    case 'email-confirm':
      return values.email === undefined ? null : { text: values.email };
    case 'username':
      return values.username === undefined ? null : { text: values.username };
    case 'given-name':
    case 'family-name':
    case 'full-name':
      return values.name === undefined ? null : spellName(field.role, form, values.name);
    case 'birth-date':
    case 'birth-day':
    case 'birth-month':
    case 'birth-year':
      return values.birthDate === undefined ? null : spellDate(field, field.role, form, values.birthDate);
    case 'phone':
    case 'dial-code':
      return values.phone === undefined ? null : spellNumber(field, form, values.phone);
    default:
      return null;
  }
}

function spellName(
  role: 'given-name' | 'family-name' | 'full-name',
  { fields }: FormLook,
  name: string,
): Spelled {
  const { full, given, family } = nameParts(name);
  if (role === 'given-name') return { text: given };
  if (role === 'family-name') return family === '' ? null : { text: family };
  // "Name" beside "Surname" asks for the rest of it.
  return { text: fields.some((other) => other.role === 'family-name') ? given : full };
}

const DATE_PARTS: Partial<Record<PersonaField['role'], DatePart>> = {
  'birth-day': 'day',
  'birth-month': 'month',
  'birth-year': 'year',
};

function spellDate(
  { element, facts }: PersonaField,
  role: PersonaField['role'],
  { lang }: FormLook,
  value: string,
): Spelled {
  const date = readBirthDate(value);
  if (date === null) return null;
  const part = DATE_PARTS[role];
  if (part === undefined) return { text: spellBirthDate(date, facts, lang) };
  if (element instanceof HTMLSelectElement)
    return { option: choosePart(part, date, optionsOf(element), lang)?.value ?? null };
  if (isDropDown(element)) return { wanted: (options) => choosePart(part, date, options, lang) };
  return { text: spellPart(part, date, facts)[0] ?? '' };
}

function spellNumber(field: PersonaField, { fields, lang }: FormLook, value: string): Spelled {
  const { element, facts } = field;
  const phone = readPhone(value);
  if (phone === null) return field.role === 'phone' ? { text: value } : null;
  if (field.role === 'dial-code') {
    if (element instanceof HTMLSelectElement)
      return { option: chooseCode(phone, optionsOf(element), lang)?.value ?? null };
    if (isDropDown(element)) return { wanted: (options) => chooseCode(phone, options, lang) };
    return {
      text: facts.maxLength !== null && facts.maxLength <= phone.code.length ? phone.code : `+${phone.code}`,
    };
  }
  const boxes = fields.filter(({ role }) => role === 'phone');
  const pieces =
    boxes.length > 1
      ? cutPhone(
          phone,
          boxes.map((box) => box.facts.maxLength),
        )
      : null;
  if (pieces !== null) return { text: pieces[boxes.indexOf(field)] ?? '' };
  return {
    text: spellPhone(
      phone,
      facts,
      fields.some(({ role }) => role === 'dial-code'),
    ),
  };
}
