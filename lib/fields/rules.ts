// What the user said of a field, and which field it was said of: a description that survives a reload, a re-render and a
// new serial number, and the reading that the user's word makes of a verdict. Leans on the snapshot and readings; pure, and
// knows no value of any field.
import type { FieldDescriptor, PlainRule, RuleMeaning } from '../field-rule.ts';
import type { FormKind } from '../model.ts';
import { isThere } from './judged.ts';
import { note } from './reasons.ts';
import { maskText, stableName, stablePath } from './redact.ts';
import type { ElementSnapshot, FieldReading, PageSnapshot, Readings } from './types.ts';

const NAME = 80;
const PATH = 120;
/** Boxes of one code. */
const BOXES = { least: 4, most: 8 } as const;

/** @returns what tells a field from the others of its page, next week too; null where the snapshot does not hold it. */
export function describeField(page: PageSnapshot, ref: string): FieldDescriptor | null {
  const element = page.elements.find((one) => one.ref === ref);
  if (!element) return null;
  const form = page.forms.find(({ id }) => id === element.form);
  const mates = page.elements.filter((one) => one.form === element.form);
  const name = stableName(element.name || element.id).slice(0, NAME);
  const label = maskText(labelOf(element)).toLowerCase().slice(0, NAME);
  return {
    type: element.type.slice(0, 20),
    name,
    label,
    form: stableName(`${form?.naming ?? ''} ${form?.action ?? ''}`).slice(0, NAME),
    path: stablePath(page.path).slice(0, PATH),
    // Named and labelled it is found wherever the form grows; else its place has to do.
    at: name !== '' && label !== '' ? 0 : mates.indexOf(element),
  };
}

function labelOf({ texts, placeholder }: ElementSnapshot): string {
  const named = [texts.label, texts.ariaLabel, texts.labelledBy, placeholder, texts.before, texts.cell];
  return named.find((text) => text !== '') ?? '';
}

const PARTS = ['type', 'name', 'label', 'form', 'path', 'at'] as const satisfies (keyof FieldDescriptor)[];

export function isField(known: FieldDescriptor, now: FieldDescriptor): boolean {
  return PARTS.every((part) => known[part] === now[part]);
}

/** @returns what the user said of this field; the newest word counts. */
export function ruleFor(rules: readonly PlainRule[], field: FieldDescriptor | null): RuleMeaning | null {
  return (field && rules.findLast((rule) => isField(rule.field, field))?.means) ?? null;
}

/** The user's word over recognition's; a field that nobody can type into stays closed all the same. */
export function applyRules(page: PageSnapshot, readings: Readings, rules: readonly PlainRule[]): Readings {
  if (rules.length === 0) return readings;
  const said = new Map<string, RuleMeaning>();
  for (const { ref } of page.elements) {
    const means = ruleFor(rules, describeField(page, ref));
    if (means) said.set(ref, means);
  }
  if (said.size === 0) return readings;
  return {
    fields: readings.fields.map((field) => ruled(page, field, said.get(field.ref) ?? null)),
    forms: readings.forms.map((form) => {
      const means = form.refs.map((ref) => said.get(ref)).find((one) => one !== undefined);
      return means ? { ...form, kind: KINDS[means](form.kind) } : form;
    }),
  };
}

const ROLES: Record<RuleMeaning, FieldReading['role']> = { email: 'email', code: 'code', never: 'other' };

/** A form in which the role makes sense; what recognition says of it is kept where it does. */
const KINDS: Record<RuleMeaning, (kind: FormKind) => FormKind> = {
  email: (kind) => (/^(?:search|payment|code)/.test(kind) ? 'unknown' : kind),
  code: (kind) => (kind.startsWith('code') ? kind : 'code'),
  never: (kind) => kind,
};

function ruled(page: PageSnapshot, field: FieldReading, means: RuleMeaning | null): FieldReading {
  if (!means) return field;
  const element = page.elements.find(({ ref }) => ref === field.ref);
  const usable = element !== undefined && !element.disabled && !element.readOnly;
  const seen = element?.seen === 'yes' || (means === 'code' && element !== undefined && isThere(element));
  return {
    ...field,
    role: ROLES[means],
    because: [
      note('by-rule', means),
      ...field.because.filter((code) => /^(?:hidden|disabled|read-only)/.test(code)),
    ],
    group: means === 'code' && element ? boxesOf(page, element, field.group) : [field.ref],
    eligible: means !== 'never' && usable && seen,
  };
}

/** One-letter boxes in the row of the one that was pointed at are meant with it. */
function boxesOf(page: PageSnapshot, element: ElementSnapshot, known: string[]): string[] {
  if (known.length > 1 || element.maxLength !== 1) return known;
  const row = page.elements.filter(
    ({ row, maxLength, seen }) => row === element.row && maxLength === 1 && seen === 'yes',
  );
  return row.length >= BOXES.least && row.length <= BOXES.most ? row.map(({ ref }) => ref) : known;
}
