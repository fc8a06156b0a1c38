// Whether a person can see a control, and where it is. Leans on the platform's own answers (checkVisibility, layout
// boxes, computed style); reads layout once per control and never asks for anything that would change it.
import type { Box, Seen } from './types.ts';
import { parentOf } from './walk.ts';

/** Smaller than this in either direction nobody types into it (CSS pixels). */
const MIN_SIZE = 5;
/** Fainter than this a control counts as transparent. */
const MIN_OPACITY = 0.1;
/** Ancestors asked about clipping and opacity; honeypots hide by the wrapper next to the field. */
const MAX_ANCESTORS = 8;

export function readBox(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** @returns the first thing that hides the control, `yes` if nothing does. */
export function readSeen(element: HTMLElement, box: Box): Seen {
  if (!isRendered(element)) return 'not-rendered';
  if (box.width < MIN_SIZE || box.height < MIN_SIZE) return 'no-size';
  const view = element.ownerDocument.defaultView;
  if (!view) return 'not-rendered';
  if (isOffScreen(box, view)) return 'off-screen';
  let opacity = 1;
  let node: Element | null = element;
  for (let count = 0; node && count < MAX_ANCESTORS; node = parentOf(node), count += 1) {
    const style = view.getComputedStyle(node);
    opacity *= Number.parseFloat(style.opacity || '1');
    if (opacity < MIN_OPACITY) return 'transparent';
    if (isClipping(style)) return 'clipped';
    if (node !== element && swallows(node, style)) return 'clipped';
  }
  return 'yes';
}

/** jsdom has no checkVisibility; every browser we support has it. */
function isRendered(element: HTMLElement): boolean {
  if (typeof element.checkVisibility !== 'function') return true;
  return element.checkVisibility({ visibilityProperty: true });
}

/** Left of or above the page's origin, where no scrolling reaches. To the right and below there may be a carousel. */
function isOffScreen(box: Box, view: Window): boolean {
  return box.x + box.width + view.scrollX <= 0 || box.y + box.height + view.scrollY <= 0;
}

/** The two ways `visually-hidden` classes are written: `clip: rect(0…)` and `clip-path: inset(50%)`. */
function isClipping(style: CSSStyleDeclaration): boolean {
  return (
    /^rect\((?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)\)$/.test(
      style.clip,
    ) || /^(?:inset\((?:50|100)%|circle\(0)/.test(style.clipPath)
  );
}

/** A wrapper of at most one pixel that hides what does not fit. */
function swallows(node: Element, style: CSSStyleDeclaration): boolean {
  if (!/hidden|clip/.test(style.overflow)) return false;
  const { width, height } = node.getBoundingClientRect();
  return width <= 1 || height <= 1;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
