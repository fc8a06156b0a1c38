// Finds rows of one-character boxes and makes one code field of each. Leans on the snapshot only; pure.
// Constraint: style sheets may be missing and libraries write neither maxlength nor labels. Invariants: boxes are
// neighbours in document order, of one form and one row, alike in all but their number; four to eight of them; no grid.
import type { ElementSnapshot } from './types.ts';
import { identifierWords, wordsOf } from './words.ts';

export const MIN_BOXES = 4;
export const MAX_BOXES = 8;
/** So many rows are a grid. */
const MIN_GRID = 3;

const BOX_TYPE = /^(?:text|tel|number|password|editable)$/;
/** A box for one character is about as wide as high (CSS pixels). */
const MAX_BOX_WIDTH = 84;
/** Names that speak of codes, on the boxes or on what holds them. */
const CODE_NAME = /(?:otp|pin|code|digit|verif|token|2fa|mfa|totp|passcode)/;
/** Rows of short boxes that are something else. */
const OTHER_NAME =
  /(?:card|credit|phone|mobile|zip|postal|iban|ssn|date|birth|dob|serial|licen[cs]e|captcha|coupon|gift|sort)/;

/**
 * @param spoken ids of forms whose words speak of a code.
 * @returns the groups in document order, each with all its boxes in order.
 */
export function clusterBoxes(
  elements: readonly ElementSnapshot[],
  spoken: ReadonlySet<string> = new Set(),
): ElementSnapshot[][] {
  const groups: ElementSnapshot[][] = [];
  let run: ElementSnapshot[] = [];
  const close = (): void => {
    if (isCode(run, spoken.has(run[0]?.form ?? ''))) groups.push(run);
    run = [];
  };
  for (const element of elements) {
    const first = run[0];
    if (first && (!isAlike(first, element) || !isBeside(run, element) || !isUnnamed(element))) close();
    if (isBox(element)) run.push(element);
    else close();
  }
  close();
  return groups.filter((group) => rowsLike(group, groups) < MIN_GRID);
}

/** Rows of as many boxes in the same form: a word game, a table of numbers. A code has one, at most two. */
function rowsLike(group: readonly ElementSnapshot[], groups: readonly ElementSnapshot[][]): number {
  return groups.filter((other) => other.length === group.length && other[0]?.form === group[0]?.form).length;
}

function isBox(element: ElementSnapshot): boolean {
  if (!BOX_TYPE.test(element.type) || (element.disabled && element.seen !== 'yes')) return false;
  // The first box of a row may take the whole pasted code, hence up to MAX_BOXES.
  return element.maxLength === null || (element.maxLength >= 1 && element.maxLength <= MAX_BOXES);
}

/** Boxes after the first have no text of their own before them, but for a separator or a number. */
function isUnnamed(element: ElementSnapshot): boolean {
  const { before, cell } = element.texts;
  return wordsOf(`${before} ${cell}`).every(
    (word) => /\d/.test(word) || ORDINAL.test(word) || GENERIC.test(word),
  );
}
const GENERIC = /^(?:digit|character|char|box|of|code|number)$/;

function isAlike(first: ElementSnapshot, element: ElementSnapshot): boolean {
  return (
    first.form === element.form &&
    first.type === element.type &&
    withoutNumbers(first) === withoutNumbers(element)
  );
}

/** Label and class without what counts the boxes; the name is left out, for libraries draw lots for it. */
function withoutNumbers(element: ElementSnapshot): string {
  const label = `${element.texts.label} ${element.texts.ariaLabel}`;
  return wordsOf(label)
    .filter((word) => !/\d/.test(word) && !ORDINAL.test(word))
    .join(' ');
}
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|one|two|three|four|five|six|seven|eight)$/;

/** Same row, or the same wrapper one level up (separators split a row in two halves: 3 + 3). */
function isBeside(run: readonly ElementSnapshot[], element: ElementSnapshot): boolean {
  const last = run.at(-1);
  if (!last) return true;
  if (last.row === element.row) return true;
  const sameLine = Math.abs(last.box.y - element.box.y) <= last.box.height / 2;
  const sameSize = Math.abs(last.box.width - element.box.width) <= 4 && last.box.width <= MAX_BOX_WIDTH;
  return last.box.width > 0 && sameLine && sameSize;
}

function isCode(run: readonly ElementSnapshot[], spoken: boolean): boolean {
  if (run.length < MIN_BOXES || run.length > MAX_BOXES) return false;
  const rest = run.slice(1);
  const names = run.map((box) => [box.name, box.id, box.className, box.hints, box.rowNaming].join(' '));
  const words = [...names, ...run.map((box) => `${box.texts.ariaLabel} ${box.texts.label} ${box.group}`)]
    .join(' ')
    .toLowerCase();
  const says =
    spoken || CODE_NAME.test(words) || run.some((box) => box.autocomplete.includes('one-time-code'));
  if (
    OTHER_NAME.test(identifierWords(names.join(' ')).join(' ')) &&
    !run.some((box) => box.autocomplete.includes('one-time-code'))
  )
    return false;
  const oneEach =
    rest.every((box) => box.maxLength === 1) ||
    rest.every((box) => /^(?:\\d|\[0-9\]|\[\\d\])(?:\{1\})?$/.test(box.pattern));
  if (oneEach) return true;
  // Longer limits than a character mean words, years, quarters of a number.
  if (rest.some((box) => box.maxLength !== null && box.maxLength > 1 && !says)) return false;
  return says || run.every(isNarrow);
}

function isNarrow(element: ElementSnapshot): boolean {
  const { width, height } = element.box;
  return width > 0 && width <= MAX_BOX_WIDTH && width <= height * 2.4;
}
