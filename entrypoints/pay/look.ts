// What of a checkout is in this document: card fields by recognition, sums by their words, and the frames we cannot see into. Leans on
// lib/fields; reads, and changes nothing. Bounded by counts: a page may hold ten thousand of everything.
import { CARD_ROLES, type CardRole } from '../../lib/checkout.ts';
import { classify } from '../../lib/fields/classify.ts';
import { type FieldNote, noteField } from '../../lib/fields/guard.ts';
import { takeSnapshot } from '../../lib/fields/snapshot.ts';
import type { ElementSnapshot } from '../../lib/fields/types.ts';
import { elementsBelow, isControl } from '../../lib/fields/walk.ts';
import type { PayLook } from '../../lib/messages/contract.ts';
import { openRoot } from '../page/watch.ts';

export interface CardField {
  role: CardRole;
  /** One control, or the boxes of a number in reading order. */
  group: HTMLElement[];
  facts: Pick<ElementSnapshot, 'type' | 'maxLength' | 'placeholder'>[];
  note: FieldNote;
}

const MOST_SNAPSHOTS = 20;
const MOST_TEXTS = 40;
const MOST_FRAMES = 20;
const LONGEST_TEXT = 80;
/** A frame smaller than a field holds none. */
const LEAST = { width: 60, height: 18 };

export function look(document: Document): { said: PayLook; fields: CardField[] } {
  const { elements } = elementsBelow(document.documentElement, openRoot);
  const fields = findFields(elements);
  return {
    fields,
    said: {
      origin: self.origin,
      roles: CARD_ROLES.filter((role) => fields.some((field) => field.role === role)),
      amounts: findAmounts(elements),
      closed: closedFrames(elements),
    },
  };
}

function findFields(elements: readonly Element[]): CardField[] {
  const judged = new Set<HTMLElement>();
  const fields: CardField[] = [];
  let snapshots = 0;
  for (const control of elements) {
    if (!isControl(control) || judged.has(control)) continue;
    judged.add(control);
    if (++snapshots > MOST_SNAPSHOTS) break;
    const { page, elements: live } = takeSnapshot(control, openRoot);
    for (const element of live.values()) judged.add(element);
    const facts = new Map(page.elements.map((element) => [element.ref, element]));
    for (const [role, refs] of cardGroups(classify(page).fields)) {
      const group = refs.flatMap((ref) => live.get(ref) ?? []);
      const known = refs.flatMap((ref) => facts.get(ref) ?? []);
      if (group.length > 0) fields.push({ role, group, facts: known, note: noteField(group) });
    }
  }
  return fields;
}

/** Boxes that each were read as a part of the number make one field. */
function cardGroups(
  readings: readonly { ref: string; role: string; eligible: boolean }[],
): [CardRole, string[]][] {
  const groups: [CardRole, string[]][] = [];
  for (const role of CARD_ROLES) {
    const refs = readings
      .filter((reading) => reading.role === role && reading.eligible)
      .map(({ ref }) => ref);
    if (refs.length === 0) continue;
    const parts = role === 'card-number' && refs.length > 1 && refs.length <= 4;
    groups.push([role, parts ? refs : refs.slice(0, 1)]);
  }
  return groups;
}

const MONEY = /\d/;
const SUBMITS = 'button, input[type=submit], [role=button]';

/** Short texts with a digit: of what sends a form, and of anything whose own text it is. */
function findAmounts(elements: readonly Element[]): PayLook['amounts'] {
  const found: PayLook['amounts'] = [];
  for (const element of elements) {
    if (found.length >= MOST_TEXTS) break;
    const submit = element.matches(SUBMITS);
    const own = submit ? wordsOf(element) : ownText(element);
    if (own.length > LONGEST_TEXT || !MONEY.test(own)) continue;
    // "Total" often stands in the cell before.
    const before = submit ? '' : (element.previousElementSibling?.textContent ?? '').trim();
    const line = before.length < LONGEST_TEXT ? `${before} ${own}`.trim() : own;
    found.push({ text: line.slice(0, 2 * LONGEST_TEXT), place: submit ? 'submit' : 'other' });
  }
  return found;
}

const wordsOf = (element: Element): string =>
  (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim();

/** Text directly in the element, or in its only child. */
function ownText(element: Element): string {
  if (element.childElementCount > 2 || element.matches('script, style, noscript, option')) return '';
  return (element.textContent ?? '').slice(0, 4 * LONGEST_TEXT).trim();
}

/** By the address that the page wrote: where such a frame went since, only the browser knows. */
function closedFrames(elements: readonly Element[]): string[] {
  const origins = new Set<string>();
  for (const frame of elements) {
    if (!(frame instanceof HTMLIFrameElement) || origins.size >= MOST_FRAMES) continue;
    const { width, height } = frame.getBoundingClientRect();
    if (width < LEAST.width || height < LEAST.height || frame.contentDocument !== null) continue;
    if (!URL.canParse(frame.src)) continue;
    const { origin, protocol } = new URL(frame.src);
    if (protocol === 'https:' || protocol === 'http:') origins.add(origin);
  }
  return [...origins];
}
