// Whether a field is still the one that was offered. Leans on scope, seen and walk. Between the offer and the choice
// the page had time to hide, move or replace it, or to make its form send elsewhere; then nothing may be typed.
import type { FillOutcome } from '../model.ts';
import { cellsOf } from './drawn.ts';
import { ownerForm } from './scope.ts';
import { readBox, readSeen } from './seen.ts';
import type { Seen } from './types.ts';
import { parentOf, typeOf } from './walk.ts';

export type GoneReason = Extract<FillOutcome, { kind: 'gone' }>['reason'];

/** What identifies the receiver of a value at the time of the offer. */
export interface FieldNote {
  boxes: {
    element: HTMLElement;
    parent: Element | null;
    /** Disabled or read-only when it was offered: many code inputs free a box only when the one before is filled. */
    locked: boolean;
    type: string;
    name: string;
    autocomplete: string;
  }[];
  form: HTMLFormElement | null;
  /** Origins the form sends to; null without a form. */
  receiver: string | null;
  /** Origin of the document. */
  origin: string;
  /** A code's real input may be invisible over or beside drawn boxes; it stays fillable while it stays like that. */
  hiddenAs: Seen;
}

/** Buttons with an action of their own that are looked at; forms have one or two. */
const MOST_SENDERS = 20;

export function noteField(elements: readonly HTMLElement[]): FieldNote {
  const first = elements[0];
  const form = first ? ownerForm(first) : null;
  return {
    boxes: elements.map((element) => ({
      element,
      parent: parentOf(element),
      locked: isLocked(element),
      ...identity(element),
    })),
    form,
    receiver: receiverOf(form),
    origin: first ? originOf(first) : '',
    hiddenAs: first ? hiddenAs(first) : 'yes',
  };
}

function hiddenAs(element: HTMLElement): Seen {
  const seen = readSeen(element, readBox(element));
  return seen === 'transparent' || cellsOf(element).length > 0 ? seen : 'yes';
}

/** @returns why nothing may be typed, or null when all boxes are still what they were. */
export function whyGone(note: FieldNote): GoneReason | null {
  if (note.boxes.length === 0) return 'detached';
  if (note.boxes.every(({ element }) => isLocked(element))) return 'read-only';
  for (const { element, parent, locked, ...was } of note.boxes) {
    if (!element.isConnected) return 'detached';
    if (parentOf(element) !== parent || ownerForm(element) !== note.form) return 'moved';
    const is = identity(element);
    if (is.type !== was.type || is.name !== was.name || is.autocomplete !== was.autocomplete)
      return 'changed';
    const why = whyUnusable(element, note.hiddenAs, locked);
    if (why) return why;
  }
  return hasOtherReceiver(note) ? 'changed' : null;
}

/** @param locked whether the box was locked when it was offered: then it may still be, and is waited for. */
export function whyUnusable(element: HTMLElement, hiddenAs: Seen, locked: boolean): GoneReason | null {
  if (!locked && isLocked(element)) return 'read-only';
  const seen = readSeen(element, readBox(element));
  return seen === 'yes' || seen === hiddenAs ? null : 'hidden';
}

/** Whether the page lets nobody type here at the moment. */
export function isLocked(element: HTMLElement): boolean {
  return (
    element.matches(':disabled') ||
    element.hasAttribute('readonly') ||
    element.getAttribute('aria-readonly') === 'true' ||
    element.getAttribute('contenteditable') === 'false'
  );
}

export function hasOtherReceiver(note: FieldNote): boolean {
  const first = note.boxes[0];
  return (
    first === undefined || receiverOf(note.form) !== note.receiver || originOf(first.element) !== note.origin
  );
}

function identity(element: HTMLElement): { type: string; name: string; autocomplete: string } {
  return {
    type: `${element.localName}:${typeOf(element)}`,
    name: element.getAttribute('name') ?? '',
    autocomplete: element.getAttribute('autocomplete') ?? '',
  };
}

/** Origins of the action and of every button that sends the form to another, sorted; from attributes, since a control named `action` shadows the property. */
function receiverOf(form: HTMLFormElement | null): string | null {
  if (!form) return null;
  const base = form.ownerDocument.baseURI;
  const originOf = (action: string): string =>
    URL.canParse(action, base) ? new URL(action, base).origin : 'invalid';
  const others = [...form.querySelectorAll('[formaction]')]
    .slice(0, MOST_SENDERS)
    .map((button) => originOf(button.getAttribute('formaction') ?? ''));
  return [originOf(form.getAttribute('action') ?? ''), ...new Set(others)].sort().join(' ');
}

function originOf(element: Element): string {
  return element.ownerDocument.location?.origin ?? 'null';
}
