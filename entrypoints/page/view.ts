// The visible window of a document in its own CSS pixels, without its scroll bars, and whether a field is in it. Leans on the scrolling element, which is the
// body in quirks mode, and on computed style; changes nothing.
import type { Box } from '../../lib/fields/types.ts';
import { is, parentOf } from '../../lib/fields/walk.ts';

export function viewOf(document: Document): Box {
  const { scrollingElement } = document;
  return {
    x: 0,
    y: 0,
    width: scrollingElement?.clientWidth || innerWidth,
    height: scrollingElement?.clientHeight || innerHeight,
  };
}

/** Ancestors asked whether they cut the field off; deeper scroll boxes than this nobody builds. */
const CLIMB = 40;

/** @returns whether at least half of the field's height can be seen: not scrolled out of the window or of a box around it. */
export function isInView(field: Element, box: Box, view: Box): boolean {
  let top = Math.max(box.y, view.y);
  let bottom = Math.min(box.y + box.height, view.y + view.height);
  let left = Math.max(box.x, view.x);
  let right = Math.min(box.x + box.width, view.x + view.width);
  let node = parentOf(field);
  for (let level = 0; node && level < CLIMB; node = parentOf(node), level += 1) {
    // What the browser shows in its top layer is cut off by nothing around it.
    if (is(node, ':modal,:popover-open') || node === document.documentElement) break;
    const { overflowX, overflowY } = getComputedStyle(node);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    if (node === document.body && getComputedStyle(document.documentElement).overflowY === 'visible') break;
    const around = node.getBoundingClientRect();
    top = Math.max(top, around.top);
    bottom = Math.min(bottom, around.bottom);
    left = Math.max(left, around.left);
    right = Math.min(right, around.right);
  }
  return bottom - top >= box.height / 2 && right - left > 0;
}
