// Reads where things stand around a field, for place.ts: its text, other managers' icons in it, the controls near it.
// Leans on lib/fields' idea of a form; asks for layout only, changes nothing, and is bounded by counts.
import { scopeOf } from '../../lib/fields/scope.ts';
import { readBox } from '../../lib/fields/seen.ts';
import type { Box } from '../../lib/fields/types.ts';
import { around, BUTTON, GAP, overlap, type Surroundings } from './place.ts';

const NEIGHBOURS = 'input:not([type=hidden]),select,textarea,button,[role=button],[contenteditable],a[href]';
/** Controls asked for their place at most; a page with more has no layout that we could spare anyway. */
const MAX_NEIGHBOURS = 80;
/** Larger than this a thing inside a field is a wrapper or an overlay, not an icon. */
const ICON = 48;

/** @returns what place.ts needs, read now; null when the field (or group) has no box any more. */
export function readSurroundings(group: readonly HTMLElement[], host: Element): Surroundings | null {
  const first = group[0];
  const field = around(group.map(readBox));
  if (!first || !field || field.width === 0 || field.height === 0) return null;
  const style = getComputedStyle(first);
  const rtl = style.direction === 'rtl';
  const split = group.length > 1;
  const near = scopeOf(first).container.querySelectorAll<HTMLElement>(NEIGHBOURS);
  const boxes: Box[] = [];
  for (const element of Array.from(near).slice(0, MAX_NEIGHBOURS)) {
    if (group.includes(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = readBox(element);
    if (box.width > 2 && box.height > 2 && box.width * box.height < 400 * 120) boxes.push(box);
  }
  const inside = (box: Box) => overlap(box, field) > 0.5 * box.width * box.height;
  return {
    view: { x: 0, y: 0, width: document.documentElement.clientWidth || innerWidth, height: innerHeight },
    rtl,
    field,
    text: textBox(first, field, style, rtl),
    split,
    obstacles: boxes.filter((box) => !inside(box)),
    icons: split
      ? []
      : [
          ...boxes.filter(inside),
          ...ownIcons(first, field, style, rtl),
          ...strangers(first, field, host, rtl),
        ],
  };
}

/** Where the typed text (or the placeholder) stands; measured with the field's own font. */
function textBox(field: HTMLElement, box: Box, style: CSSStyleDeclaration, rtl: boolean): Box {
  const input = field instanceof HTMLInputElement ? field : null;
  const shown = input
    ? input.type === 'password'
      ? '•'.repeat(input.value.length)
      : input.value
    : field.textContent;
  const length = Math.min(measure(shown || '', style), box.width);
  const padding = Number.parseFloat(rtl ? style.paddingRight : style.paddingLeft) || 0;
  const width = length === 0 ? 0 : length + padding;
  return { x: rtl ? box.x + box.width - width : box.x, y: box.y, width, height: box.height };
}

let canvas: CanvasRenderingContext2D | null = null;

function measure(text: string, style: CSSStyleDeclaration): number {
  if (text === '') return 0;
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return text.length * Number.parseFloat(style.fontSize) * 0.6;
  canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return canvas.measureText(text.slice(0, 200)).width;
}

/** Icons that are no elements: a background picture at the inline end, the arrows of a number field. */
function ownIcons(field: HTMLElement, box: Box, style: CSSStyleDeclaration, rtl: boolean): Box[] {
  const width = BUTTON + GAP;
  const atEnd: Box = { ...box, x: rtl ? box.x : box.x + box.width - width, width };
  const hasPicture = style.backgroundImage !== 'none' && /url\(/.test(style.backgroundImage);
  const pictureAtEnd = hasPicture && !/^(?:0(?:px|%)?|left)\b/.test(style.backgroundPosition);
  const arrows = field instanceof HTMLInputElement && field.type === 'number';
  return pictureAtEnd || arrows ? [atEnd] : [];
}

/** What a hit test finds at the field's inline end that is not the field: icons other extensions put over it. */
function strangers(field: HTMLElement, box: Box, host: Element, rtl: boolean): Box[] {
  const root = field.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const found: Box[] = [];
  const y = box.y + box.height / 2;
  for (let slot = 0; slot < 4; slot += 1) {
    const step = GAP + BUTTON / 2 + slot * (BUTTON + GAP);
    if (step > box.width / 2) break;
    const x = rtl ? box.x + step : box.x + box.width - step;
    const here = root.elementsFromPoint(x, y);
    const above = here.slice(0, Math.max(0, here.indexOf(field)));
    for (const element of above) {
      if (element === host || element.contains(field) || field.contains(element)) continue;
      const seen = readBox(element);
      const small = seen.width <= ICON && seen.height <= ICON && seen.width > 0 && seen.height > 0;
      // A closed shadow root shows as its host, often of no size or as large as the window: take the slot around the hit.
      found.push(small ? seen : { x: x - BUTTON / 2, y: y - BUTTON / 2, width: BUTTON, height: BUTTON });
    }
  }
  return found;
}
