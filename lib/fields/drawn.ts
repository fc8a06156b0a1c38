// The boxes that a page draws, with no control in them, for a code that is typed into one control beside, behind or out of
// sight. Leans on text.ts and the platform's layout boxes; reads a fixed number of elements, changes nothing.
import { MAX_BOXES, MIN_BOXES } from './cluster.ts';
import { readBox } from './seen.ts';
import { readText } from './text.ts';
import { childrenOf, typeOf } from './walk.ts';

const TYPED = /^(?:text|tel|number|password)$/;
/** How far up from the control the row may stand, and how many children are looked at there. */
const CLIMB = 3;
const WIDE = 12;
/** What goes into one cell (CSS pixels), and what stands in it before and after: nothing, a letter, a placeholder. */
const SIZE = { least: 12, most: 90 } as const;
const SIGN = /^[\p{L}\p{N}·•*_○●–—-]?$/u;
const NO_CELL = /^(?:a|br|button|iframe|img|input|label|li|option|select|script|style|svg|td|textarea)$/;
const INSIDE = 'a,button,iframe,img,input,label,select,svg,textarea,video';
/** A caret and its wrapper, a dot; more elements than this make a card. */
const PARTS = 4;

/** @returns the cells in a row near a text control, four to eight of one size; none where nothing is drawn like that. */
export function cellsOf(control: Element): HTMLElement[] {
  if (control.localName !== 'input' || !TYPED.test(typeOf(control))) return [];
  let node: Node = control;
  for (let level = 0; level < CLIMB; level += 1) {
    const around: ParentNode | null = node.parentNode;
    if (!around || around.nodeType === 9) return [];
    const near = childrenOf(around, WIDE);
    for (const holder of [around, ...near]) {
      const cells = rowIn(holder);
      if (cells.length > 0) return cells;
    }
    node = around;
    if ('localName' in node && /^(?:form|body|main|dialog)$/.test(String(node.localName))) return [];
  }
  return [];
}

function rowIn(holder: ParentNode): HTMLElement[] {
  if (holder.childElementCount < MIN_BOXES || holder.childElementCount > 2 * MAX_BOXES) return [];
  const signs = childrenOf(holder, 2 * MAX_BOXES).filter(isCell);
  const [first] = signs;
  if (!first) return [];
  const own = readBox(first);
  if (own.width < SIZE.least || own.width > SIZE.most || own.height < SIZE.least) return [];
  // What is smaller or stands elsewhere separates: a hyphen, a caret.
  const cells = signs.filter((sign) => {
    const { y, width, height } = readBox(sign);
    return (
      sign.localName === first.localName &&
      Math.abs(width - own.width) <= 3 &&
      Math.abs(height - own.height) <= 3 &&
      Math.abs(y - own.y) <= own.height / 4
    );
  });
  return cells.length < MIN_BOXES || cells.length > MAX_BOXES ? [] : cells;
}

function isCell(element: Element): element is HTMLElement {
  if (!('style' in element) || NO_CELL.test(element.localName)) return false;
  if (element.getElementsByTagName('*').length > PARTS || element.querySelector(INSIDE)) return false;
  return SIGN.test(readText(element, 4));
}
