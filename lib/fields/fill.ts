// Puts one value into a field (or one code into its boxes) and says honestly how that ended. Leans on guard, refind,
// typing and native. Each way is tried once and only while the field is still the one that was offered; reading back at
// 0, 50 and 500 ms is what "filled" means. Sets no timer that outlives the call.
import type { FillOutcome } from '../model.ts';
import { type FieldNote, hasOtherReceiver, noteField, whyGone, whyUnusable } from './guard.ts';
import { readValue } from './native.ts';
import { currentBoxes, type Place, placeOf, rowFrom } from './refind.ts';
import { type Method, pause, typings } from './typing.ts';

export interface FillOptions {
  /** Taken when the field was offered; without it, what the field is now counts. */
  note?: FieldNote;
  /** The caller's own test that the receiver is unchanged; asked before every way that is tried. */
  stillOffered?: () => boolean;
}

/** Milliseconds after typing at which the page must still hold the value. */
const CHECKS = [0, 50, 500] as const;
const WAYS: readonly Method[] = ['setter', 'insert-text', 'paste'];

/**
 * @param elements one control, or all boxes of a split code in reading order.
 * @param value what to type; for boxes, one character each.
 */
export async function fillField(
  elements: readonly HTMLElement[],
  value: string,
  options: FillOptions = {},
): Promise<FillOutcome> {
  const note = options.note ?? noteField(elements);
  const gone = whyGone(note);
  if (gone) return { kind: 'gone', reason: gone };
  if (options.stillOffered?.() === false) return { kind: 'gone', reason: 'changed' };
  // A six-character code in four boxes would be four wrong characters.
  if (elements.length > 1 && [...value].length !== elements.length) return { kind: 'refused', kept: 0 };
  const place = placeOf(elements);
  let kept = 0;
  for (const method of WAYS) {
    if (method !== 'setter') {
      const stop = mayGoOn(place, note, options);
      if (stop) return stop;
    }
    const isWhole = await typings[method](place, value, (box) => isAllowed(box, note, options));
    const check = await watch(place, value);
    if (check.kind === 'kept') return { kind: 'filled', method };
    // Boxes that went away after half a code took half a code with them: that is no success.
    if (check.kind === 'moved-on') return isWhole ? { kind: 'moved-on' } : { kind: 'refused', kept: 0 };
    kept = check.length;
    // A code that stayed and was then cleared has been sent by the page: sending it again would only spend a try.
    if (check.late && isCode(elements, value)) break;
  }
  return { kind: 'refused', kept };
}

/** The guard before each box: what a page did at the last key may have turned the rest of a code elsewhere. */
function isAllowed(box: HTMLElement, note: FieldNote, options: FillOptions): boolean {
  return (
    !hasOtherReceiver(note) &&
    options.stillOffered?.() !== false &&
    whyUnusable(box, note.hiddenAs, true) === null
  );
}

/** The guard between two ways: replaced boxes are fine, another receiver is not. */
function mayGoOn(place: Place, note: FieldNote, options: FillOptions): FillOutcome | null {
  const boxes = currentBoxes(place);
  if (!boxes) return { kind: 'moved-on' };
  if (hasOtherReceiver(note) || options.stillOffered?.() === false)
    return { kind: 'gone', reason: 'changed' };
  for (const [index, box] of boxes.entries()) {
    const why = whyUnusable(box, note.hiddenAs, note.boxes[index]?.locked ?? false);
    if (why) return { kind: 'gone', reason: why };
  }
  return null;
}

type Check = { kind: 'kept' } | { kind: 'moved-on' } | { kind: 'lost'; length: number; late: boolean };

async function watch(place: Place, value: string): Promise<Check> {
  let passed = 0;
  let held = false;
  for (const at of CHECKS) {
    await pause(at - passed);
    passed = at;
    const boxes = currentBoxes(place);
    if (!boxes || boxes.every(isPutAway)) return { kind: 'moved-on' };
    const now = boxes.map(readValue).join('');
    const holds =
      isSame(now, value) || (boxes.length === 1 && isSame(rowFrom(place).map(readValue).join(''), value));
    // Some pages render a moment later: only after the second look is a loss a loss.
    if (!holds && at > 0) return { kind: 'lost', length: now.length, late: held && at > 50 };
    held = holds;
  }
  return { kind: 'kept' };
}

/** Still in the document but no longer shown: a step that the page has left. */
function isPutAway(box: HTMLElement): boolean {
  return typeof box.checkVisibility === 'function' && !box.checkVisibility({ visibilityProperty: true });
}

/** Masks and formatters add blanks, hyphens and brackets, and change case; letters and digits must all be there, in order. */
function isSame(now: string, value: string): boolean {
  return now === value || (compact(now) === compact(value) && compact(value) !== '');
}

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐-―./()_•·:]/g, '');
}

function isCode(elements: readonly HTMLElement[], value: string): boolean {
  return elements.length > 1 || /^[\p{L}\p{N}]{4,10}$/u.test(value);
}
