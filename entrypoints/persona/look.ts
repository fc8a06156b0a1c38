// What one form asks for of an identity: the fields by the recognition script's own reading, and the lists and boxes for a calling code
// beside a phone number, drop-down lists of the page's own making among them. Leans on lib/persona; reads, and changes nothing. Never
// looks beyond the form it was asked about.
import { faceOf, isDropDown, shownIn } from '../../lib/fields/drop-down.ts';
import { type FieldNote, noteField } from '../../lib/fields/guard.ts';
import { readValue } from '../../lib/fields/native.ts';
import type { ElementSnapshot } from '../../lib/fields/types.ts';
import { elementsBelow, isControl } from '../../lib/fields/walk.ts';
import type { PersonaLook } from '../../lib/messages/persona.ts';
import type { FieldRole } from '../../lib/model.ts';
import { isPartOfDate } from '../../lib/persona/birth-date.ts';
import type { Facts, Option } from '../../lib/persona/facts.ts';
import { isCodeBox, isCodeChooser, isCodeList } from '../../lib/persona/phone.ts';
import { asksWho, PART_OF, PERSONA_PARTS, type PersonaPart } from '../../lib/persona-part.ts';
import type { Attention } from '../page/attend.ts';
import type { Companion } from '../page/read.ts';
import { focusedElement, openRoot } from '../page/watch.ts';

export interface PersonaField {
  part: PersonaPart;
  /** `dial-code`: a list or box for the country's calling code. */
  role: FieldRole | 'dial-code';
  element: HTMLElement;
  facts: Facts;
  note: FieldNote;
  taken: boolean;
}

export interface FormLook {
  said: PersonaLook;
  fields: PersonaField[];
  lang: string;
}

type Page = Pick<Attention, 'companions'>;

/** A page may hold ten thousand forms, and a form as many fields; a person is asked for less. */
const MOST_FORMS = 20;
const MOST_FIELDS = 24;

/** @param meant a field of the form; null: the one in focus, else the form that asks for most */
export async function look(page: Page, meant: HTMLElement | null, document: Document): Promise<FormLook> {
  if (meant) return readForm(page, meant);
  const focused = focusedElement();
  const own = focused && isControl(focused) ? await readForm(page, focused) : null;
  if (own && own.said.parts.length > 0) return own;
  const known = new Set<HTMLElement>();
  let best: FormLook | null = own;
  let forms = 0;
  for (const control of elementsBelow(document.documentElement, openRoot).elements) {
    if (!isControl(control) || known.has(control)) continue;
    if (++forms > MOST_FORMS) break;
    const { companions } = await page.companions(control);
    for (const { element } of companions) known.add(element);
    known.add(control);
    const form = await readForm(page, control);
    if (form.fields.length > (best?.fields.length ?? 0)) best = form;
  }
  return best ?? { said: { origin: self.origin, form: 'unknown', parts: [] }, fields: [], lang: '' };
}

async function readForm(page: Page, element: HTMLElement): Promise<FormLook> {
  const { form, lang, companions } = await page.companions(element);
  const roles = companions.filter(({ reading }) => reading.eligible).map(({ reading }) => reading.role);
  const fields = asksWho(form, roles) ? fieldsOf(companions, lang).slice(0, MOST_FIELDS) : [];
  const parts = PERSONA_PARTS.flatMap((part) => {
    const own = fields.filter((field) => field.part === part);
    return own.length === 0
      ? []
      : [
          {
            part,
            taken: own.some(({ taken }) => taken),
            empty: own.some(({ taken, role }) => !taken && role !== 'dial-code'),
          },
        ];
  });
  return { said: { origin: self.origin, form, parts }, fields, lang };
}

function fieldsOf(companions: readonly Companion[], lang: string): PersonaField[] {
  const hasPhone = companions.some(({ reading }) => reading.eligible && reading.role === 'phone');
  return companions.flatMap((companion) => {
    const { element, facts, reading } = companion;
    const plain = factsOf(facts);
    if (hasPhone && facts.seen === 'yes' && !facts.disabled && isDialCode(element, plain))
      return [field('phone', 'dial-code', companion, plain, lang)];
    const part = PART_OF[reading.role];
    return part !== null && reading.eligible ? [field(part, reading.role, companion, plain, lang)] : [];
  });
}

function field(
  part: PersonaPart,
  role: PersonaField['role'],
  { element }: Companion,
  facts: Facts,
  lang: string,
): PersonaField {
  return {
    part,
    role,
    element,
    facts,
    note: noteField([isDropDown(element) ? faceOf(element) : element]),
    taken: role !== 'dial-code' && isTaken(element, lang),
  };
}

function isDialCode(element: HTMLElement, facts: Facts): boolean {
  if (element instanceof HTMLSelectElement) return isCodeList(optionsOf(element));
  return isDropDown(element) ? isCodeChooser(facts, shownIn(element)) : isCodeBox(facts);
}

/** Something a person put there: a list that stands where the page put it is empty, and so is one that shows a prompt. */
function isTaken(element: HTMLElement, lang: string): boolean {
  if (element instanceof HTMLSelectElement) {
    const chosen = element.selectedOptions[0];
    return chosen !== undefined && chosen.index > 0 && !chosen.defaultSelected;
  }
  const shown = shownIn(element);
  return isDropDown(element) ? isPartOfDate(shown, lang) : readValue(element).trim() !== '';
}

const MOST_OPTIONS = 400;

export function optionsOf(list: HTMLSelectElement): Option[] {
  return Array.from(list.options)
    .slice(0, MOST_OPTIONS)
    .map(({ value, text }) => ({ value, text: text.slice(0, 120) }));
}

function factsOf({
  tag,
  type,
  name,
  id,
  autocomplete,
  maxLength,
  placeholder,
  pattern,
  texts,
  group,
}: ElementSnapshot): Facts {
  const said = [
    texts.label,
    texts.ariaLabel,
    texts.labelledBy,
    texts.describedBy,
    texts.title,
    texts.before,
    texts.after,
    group,
  ];
  return {
    tag,
    type,
    name,
    id,
    autocomplete,
    maxLength,
    placeholder,
    pattern,
    said: said.filter(Boolean).join(' '),
  };
}
