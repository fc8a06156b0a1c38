// Whether a person can see a control, and where it is. Leans on the platform's own answers (checkVisibility, layout
// boxes, computed style); reads layout once per control, and what many controls stand in once for all of them. Never asks for
// anything that would change it.
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

/** What an element does to itself and to everything in it. */
interface Cover {
  opacity: number;
  clips: boolean;
  /** Whether it hides what is in it; null until something in it was looked at. */
  swallows: boolean | null;
  style: CSSStyleDeclaration;
}

/** What one look at the page has found already; worth nothing once the page may have changed. */
export interface Sight {
  readonly covers: Map<Element, Cover>;
  scrolled: { x: number; y: number } | null;
}

export const newSight = (): Sight => ({ covers: new Map(), scrolled: null });

/** @returns the first thing that hides the control, `yes` if nothing does. */
export function readSeen(element: HTMLElement, box: Box, sight: Sight = newSight()): Seen {
  if (!isRendered(element)) return 'not-rendered';
  if (box.width < MIN_SIZE || box.height < MIN_SIZE) return 'no-size';
  const view = element.ownerDocument.defaultView;
  if (!view) return 'not-rendered';
  sight.scrolled ??= { x: view.scrollX, y: view.scrollY };
  if (isOffScreen(box, sight.scrolled)) return 'off-screen';
  let opacity = 1;
  let node: Element | null = element;
  for (let count = 0; node && count < MAX_ANCESTORS; node = parentOf(node), count += 1) {
    const cover = coverOf(node, view, sight);
    opacity *= cover.opacity;
    if (opacity < MIN_OPACITY) return 'transparent';
    if (cover.clips) return 'clipped';
    if (node === element) continue;
    cover.swallows ??= swallows(node, cover.style);
    if (cover.swallows) return 'clipped';
  }
  return 'yes';
}

function coverOf(node: Element, view: Window, { covers }: Sight): Cover {
  const known = covers.get(node);
  if (known !== undefined) return known;
  const style = view.getComputedStyle(node);
  const shown = style.opacity;
  const opacity = shown === '1' ? 1 : Number.parseFloat(shown || '1');
  const cover: Cover = { opacity, clips: isClipping(style), swallows: null, style };
  covers.set(node, cover);
  return cover;
}

/** jsdom has no checkVisibility; every browser we support has it. */
function isRendered(element: HTMLElement): boolean {
  if (typeof element.checkVisibility !== 'function') return true;
  return element.checkVisibility({ visibilityProperty: true });
}

/** Left of or above the page's origin, where no scrolling reaches. To the right and below there may be a carousel. */
function isOffScreen(box: Box, scrolled: { x: number; y: number }): boolean {
  return box.x + box.width + scrolled.x <= 0 || box.y + box.height + scrolled.y <= 0;
}

/** The two ways `visually-hidden` classes are written: `clip: rect(0…)` and `clip-path: inset(50%)`. */
function isClipping({ clip, clipPath }: CSSStyleDeclaration): boolean {
  // What nearly every element says.
  if (clip === 'auto' && clipPath === 'none') return false;
  return (
    /^rect\((?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)[ ,]+(?:0(?:px)?|1px)\)$/.test(clip) ||
    /^(?:inset\((?:50|100)%|circle\(0)/.test(clipPath)
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
