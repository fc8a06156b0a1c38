// Types a confirmed card into the fields of the last look, each value once, in the order people do. Leans on lib/fields/fill.ts for
// typing and its guard, on lib/cards for spelling. Holds no value longer than that.

import { type Expiry, formatExpiry } from '../../lib/cards/expiry.ts';
import { chooseOption, cutNumber, expiryForm, partSpellings } from '../../lib/cards/spelling.ts';
import type { CardRole } from '../../lib/checkout.ts';
import { fillField } from '../../lib/fields/fill.ts';
import { whyGone } from '../../lib/fields/guard.ts';
import type { PayValues } from '../../lib/messages/contract.ts';
import type { FillOutcome } from '../../lib/model.ts';
import type { CardField } from './look.ts';

type Typed = { role: CardRole; outcome: FillOutcome };

/** @returns one outcome a role that was given a value and has a field here */
export async function type(fields: readonly CardField[], values: PayValues): Promise<Typed[]> {
  const done: Typed[] = [];
  const taken = new Set<CardRole>();
  for (const field of fields) {
    if (taken.has(field.role)) continue;
    const spell = SPELL[field.role](values);
    if (spell === null) continue;
    taken.add(field.role);
    done.push({ role: field.role, outcome: await spell(field) });
  }
  return done;
}

type Write = (field: CardField) => Promise<FillOutcome>;

/** What each role is given; null where nothing was sent for it. */
const SPELL: Record<CardRole, (values: PayValues) => Write | null> = {
  'card-number': ({ number }) => (number === undefined ? null : (field) => writeNumber(field, number)),
  'card-expiry': ({ expiry }) =>
    expiry === undefined ? null : (field) => write(field, formatExpiry(expiry, formOf(field))),
  'card-expiry-month': ({ expiry }) =>
    expiry === undefined ? null : (field) => writePart(field, 'month', expiry),
  'card-expiry-year': ({ expiry }) =>
    expiry === undefined ? null : (field) => writePart(field, 'year', expiry),
  'card-code': ({ code }) => (code === undefined ? null : (field) => write(field, code)),
  'card-name': ({ name }) => (name === undefined ? null : (field) => write(field, name)),
};

const NO_FACTS = { type: 'text', maxLength: null, placeholder: '' };
const formOf = ({ facts }: CardField) => expiryForm(facts[0] ?? NO_FACTS);

const write = ({ group, note }: CardField, value: string): Promise<FillOutcome> =>
  fillField(group.slice(0, 1), value, { note });

async function writeNumber(field: CardField, digits: string): Promise<FillOutcome> {
  if (field.group.length === 1) return write(field, digits);
  const pieces = cutNumber(
    digits,
    field.facts.map(({ maxLength }) => maxLength),
  );
  let last: FillOutcome = { kind: 'refused', kept: 0 };
  for (const [index, box] of field.group.entries()) {
    last = await fillField([box], pieces[index] ?? '');
    if (last.kind !== 'filled') return last;
  }
  return last;
}

async function writePart(field: CardField, part: 'month' | 'year', expiry: Expiry): Promise<FillOutcome> {
  const spellings = partSpellings(part, expiry, field.facts[0] ?? NO_FACTS);
  const [box] = field.group;
  if (!(box instanceof HTMLSelectElement)) return write(field, spellings[0] ?? '');
  const gone = whyGone(field.note);
  if (gone) return { kind: 'gone', reason: gone };
  return choose(box, spellings);
}

/** Native setter and the events that a choice by hand causes. */
function choose(box: HTMLSelectElement, spellings: readonly string[]): FillOutcome {
  const options = [...box.options].map(({ value, text }) => ({ value, text }));
  const value = chooseOption(options, spellings);
  if (value === null) return { kind: 'refused', kept: 0 };
  box.value = value;
  for (const name of ['input', 'change'])
    box.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  return box.value === value ? { kind: 'filled', method: 'setter' } : { kind: 'refused', kept: 0 };
}
