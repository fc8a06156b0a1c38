// Weighs the cues of one control: for each meaning, how loudly which slot speaks for it. Leans on the cue table; knows
// no form and no neighbours. "No evidence" is an absent meaning; "vetoed" is a meaning its type makes impossible.
import { autocompleteMeanings } from './cues/autocomplete.ts';
import { LOOK_ALIKES, type Meaning } from './cues/cue.ts';
import { namesTwoParts } from './parts.ts';
import { cueReason, note, type Reason, type Slot } from './reasons.ts';
import { louder, named, type Said, spoken } from './said.ts';
import type { ElementSnapshot } from './types.ts';

export interface Evidence {
  score: number;
  because: { reason: Reason; weight: number }[];
}
export type Evidences = Map<Meaning, Evidence>;

/** How much a cue counts by where it stands. A label is what the person reads; a class is what a designer reuses. */
const SLOT_FACTOR: Partial<Record<Slot, number>> = {
  label: 1,
  placeholder: 0.9,
  name: 0.95,
  hints: 0.5,
  before: 0.75,
  cell: 0.75,
  title: 0.6,
  described: 0.3,
  group: 0.35,
  after: 0.3,
  class: 0.3,
  row: 0.35,
};

const SUPPORTING: ReadonlySet<Slot> = new Set(['class', 'row', 'group']);

const lookAlikes: ReadonlySet<string> = new Set(LOOK_ALIKES);
export function isLookAlike(meaning: Meaning): boolean {
  return lookAlikes.has(meaning);
}

/** Types a meaning cannot have. Absent: any type but `select`. */
const POSSIBLE: Partial<Record<Meaning, RegExp>> = {
  email: /^(?:text|email|search|url|editable)$/,
  'email-confirm': /^(?:text|email)$/,
  username: /^(?:text|email|tel|number|search)$/,
  password: /^(?:password|text)$/,
  code: /^(?:text|tel|number|password|email|editable)$/,
  phone: /^(?:text|tel|number)$/,
  'given-name': /^text$/,
  'family-name': /^text$/,
  'full-name': /^text$/,
  'birth-date': /^(?:text|date|tel|number|datetime-local)$/,
  'birth-day': /^(?:text|tel|number|select)$/,
  'birth-month': /^(?:text|tel|number|select|month)$/,
  'birth-year': /^(?:text|tel|number|select)$/,
  'card-number': /^(?:text|tel|number|password)$/,
  'card-expiry': /^(?:text|tel|number|month|date)$/,
  'card-expiry-month': /^(?:text|tel|number|select)$/,
  'card-expiry-year': /^(?:text|tel|number|select)$/,
  'card-code': /^(?:text|tel|number|password)$/,
  'card-name': /^text$/,
};

const SHORTEST_PASSWORD = 4;

export function isPossible(meaning: Meaning, element: ElementSnapshot): boolean {
  const type = KNOWN_TYPE.test(element.type) ? element.type : 'text';
  if (meaning === 'password' && element.maxLength !== null && element.maxLength < SHORTEST_PASSWORD)
    return false;
  return POSSIBLE[meaning]?.test(type) ?? true;
}
const KNOWN_TYPE =
  /^(?:text|email|tel|number|password|search|url|date|month|week|time|datetime-local|select|textarea|editable)$/;

/** What a type says by itself. */
const TYPE_SAYS: Readonly<Record<string, readonly [Meaning, number]>> = {
  email: ['email', 3.5],
  password: ['password', 3.2],
  tel: ['phone', 1],
  search: ['search', 4],
  url: ['url', 4],
  textarea: ['message', 2.5],
  editable: ['message', 2.5],
};

const AUTOCOMPLETE_WEIGHT = 5;
/** Not enough alone: stars of a rating and steps of a form are drawn in rows as well. */
const CELLS_SAY = 1.5;

export function weigh(element: ElementSnapshot): Evidences {
  const evidences: Evidences = new Map();
  const add = (meaning: Meaning, weight: number, reason: Reason): void => {
    if (weight === 0 || !isPossible(meaning, element)) return;
    const known = evidences.get(meaning) ?? { score: 0, because: [] };
    known.score += weight;
    known.because.push({ reason, weight });
    evidences.set(meaning, known);
  };
  for (const token of element.autocomplete) {
    const meaning = Object.hasOwn(autocompleteMeanings, token) ? autocompleteMeanings[token] : undefined;
    if (meaning) add(meaning, autocompleteWeight(token, element), cueReason('autocomplete', token));
  }
  const typed = TYPE_SAYS[element.type];
  if (typed) add(typed[0], typed[1], cueReason('type', element.type));
  for (const [slot, hits] of slots(element)) {
    for (const [meaning, hit] of hits) {
      // What designers and wrappers are named supports what the control says; it starts nothing.
      if (SUPPORTING.has(slot) && !evidences.has(meaning)) continue;
      add(meaning, hit.weight * (SLOT_FACTOR[slot] ?? 0), cueReason(slot, hit.cue));
    }
  }
  // What a person reads outweighs a type and a name: "Passcode" above a password box is a code.
  const read = element.type === 'password' ? spoken(labelOf(element)) : NOTHING;
  if ((read.get('code')?.weight ?? 0) >= 3 && !read.has('password'))
    add('code', 2, cueReason('label', 'code'));
  // "Expiration month and year" is the whole date, whichever of the two was the longer phrase.
  if (evidences.has('card-expiry-month') && namesTwoParts(element))
    add('card-expiry', evidences.get('card-expiry-month')?.score ?? 0, cueReason('label', 'month year'));
  if (element.cells > 0) add('code', CELLS_SAY, note('boxes-in-a-row', String(element.cells)));
  shape(element, evidences, add);
  // A riddle may stand beside the whole form; only a box that could be its answer is one.
  const named = [...evidences.values()].some(({ score }) => score >= 2);
  if (element.picture && (evidences.has('code') || !named))
    add('captcha', 8, cueReason('picture', 'captcha'));
  return evidences;
}

/** `new-password` on a text field is how pages switch autofill off; `username` beside a `type=email` says little. */
function autocompleteWeight(token: string, element: ElementSnapshot): number {
  if (token.endsWith('-password') && element.type !== 'password') return 0;
  if (token === 'username' && element.type === 'email') return 1;
  return AUTOCOMPLETE_WEIGHT;
}

function labelOf({ texts }: ElementSnapshot): string {
  return [texts.label, texts.ariaLabel, texts.labelledBy].filter(Boolean).join(' . ');
}

const NOTHING: Said = new Map();

function slots(element: ElementSnapshot): [Slot, Said][] {
  const { texts } = element;
  const label = labelOf(element);
  const before = label ? NOTHING : spoken(texts.before);
  return [
    ['label', spoken(label)],
    ['placeholder', spoken(element.placeholder)],
    ['before', before],
    // The nearer text names the control, the cell beside it the row: "Name | first [ ] last [ ]".
    ['cell', label || before.size > 0 ? NOTHING : spoken(texts.cell)],
    ['after', label || texts.before ? NOTHING : spoken(texts.after)],
    ['title', spoken(texts.title)],
    ['described', spoken(texts.describedBy)],
    ['group', spoken(element.group)],
    ['name', louder(named(element.name), named(element.id))],
    ['hints', named(element.hints)],
    ['class', named(element.className)],
    ['row', named(element.rowNaming)],
  ];
}

/** Sixteen digits in fours, or fifteen as on some cards, or what stands for digits: an example of nothing but a card. */
const CARD_SHAPE =
  /^(?:[\dX#•·*_]{4}(?:[ -][\dX#•·*_]{4}){3}|[\dX#•·*_]{4}[ -][\dX#•·*_]{6}[ -][\dX#•·*_]{5})$/i;

/** Lengths, patterns and options support what words have said; alone only the example of a whole card number speaks. */
function shape(
  element: ElementSnapshot,
  evidences: Evidences,
  add: (meaning: Meaning, weight: number, reason: Reason) => void,
): void {
  const { maxLength, inputMode, pattern } = element;
  const numeric =
    inputMode === 'numeric' || inputMode === 'decimal' || element.type === 'number' || element.type === 'tel';
  if (evidences.has('code')) {
    if (maxLength !== null && maxLength >= 4 && maxLength <= 8)
      add('code', 0.8, cueReason('length', String(maxLength)));
    if (numeric) add('code', 0.6, cueReason('input-mode', 'numeric'));
    if (/\\d|\[0-9\]/.test(pattern)) add('code', 0.6, cueReason('pattern', 'digits'));
    // Nobody receives a code of thirty letters, and a person's name or title has no numeric keyboard.
    if (maxLength !== null && maxLength > 64) add('code', -0.5, cueReason('length', String(maxLength)));
  }
  if (CARD_SHAPE.test(element.placeholder)) add('card-number', 4, cueReason('pattern', 'digits'));
  if (evidences.has('card-code') && maxLength !== null && maxLength <= 4)
    add('card-code', 1, cueReason('length', String(maxLength)));
  if (evidences.has('card-number') && maxLength !== null && maxLength >= 15 && maxLength <= 24) {
    add('card-number', 1, cueReason('length', String(maxLength)));
  }
}
