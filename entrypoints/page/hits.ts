// What lies over the page near a field: hit tests through every shadow root around it. Leans on the browser's own answer to
// "who gets a click here"; sees nothing that lets clicks through, and changes nothing.
import { readBox } from '../../lib/fields/seen.ts';
import type { Box } from '../../lib/fields/types.ts';
import { is, parentOf } from '../../lib/fields/walk.ts';
import { openRoot } from './watch.ts';

/** @returns what a click at that point of the field would meet before the field, our own host left out. */
export function hitsAbove(field: Element, x: number, y: number, host: Element): Element[] {
  const found: Element[] = [];
  let inner: Element = field;
  for (;;) {
    const root = inner.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return found;
    const here = root.elementsFromPoint(x, y);
    for (const element of here.slice(0, Math.max(0, here.indexOf(inner)))) {
      if (element === host || found.includes(element)) continue;
      // A root's answer may hold elements of the trees around it: each is judged in its own tree.
      if (element.getRootNode() !== root || contains(element, inner) || contains(inner, element)) continue;
      found.push(element);
    }
    if (root instanceof Document) return found;
    inner = root.host;
  }
}

/** Ancestors asked whether they float; lists are shallow. */
const CLIMB = 12;
/** A floating thing as large as this share of the window is a dialog or a cover that holds the field, not a list at it. */
const MOST = 0.6;

/**
 * @returns boxes of lists that are open at the field: of the page (suggestions), or of another extension. They float, in the
 *   top layer or by a position and a depth of their own, and do not hold the field.
 */
export function findFloating(field: Element, box: Box, view: Box, host: Element): Box[] {
  const found = new Set<Element>();
  const middle = box.x + box.width / 2;
  const points = [
    ...[12, 48].flatMap((down) =>
      [box.x + 12, middle, box.x + box.width - 12].map((x) => [x, box.y + box.height + down]),
    ),
    [middle, box.y - 24],
    [box.x - 24, box.y + box.height / 2],
    [box.x + box.width + 40, box.y + box.height / 2],
  ];
  for (const [x = 0, y = 0] of points) {
    const top = document.elementsFromPoint(x, y).find((element) => element !== host);
    const float = top && floatOf(top);
    if (float && !holds(float, field)) found.add(float);
  }
  return [...found].map(paintedBox).filter(({ width, height }) => {
    return width > 0 && height > 0 && width * height < MOST * view.width * view.height;
  });
}

function floatOf(element: Element): Element | null {
  let node: Element | null = element;
  for (let level = 0; node && level < CLIMB; level += 1) {
    if (is(node, ':popover-open')) return node;
    const { position, zIndex } = getComputedStyle(node);
    if (/^(?:fixed|absolute)$/.test(position) && Number.parseInt(zIndex, 10) > 0) return node;
    node = parentOf(node);
  }
  return null;
}

function contains(outer: Element, inner: Element): boolean {
  return Node.prototype.contains.call(outer, inner);
}

function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/** A host of no size of its own is as large as what its shadow root shows. */
function paintedBox(element: Element): Box {
  const own = readBox(element);
  if (own.width > 0 && own.height > 0) return own;
  const inner = [...(openRoot(element)?.children ?? [])].slice(0, CLIMB).map(readBox);
  return inner.find(({ width, height }) => width > 0 && height > 0) ?? own;
}
