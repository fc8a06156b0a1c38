// Reads where things stand around a field, for place.ts: its text, other managers' icons in it, the controls near it.
// Leans on neighbours.ts and hits.ts for what there is; asks for layout only, changes nothing, and is bounded by counts.
import { readBox } from '../../lib/fields/seen.ts';
import type { Box } from '../../lib/fields/types.ts';
import { findFloating, hitsAbove } from './hits.ts';
import { neighboursOf } from './neighbours.ts';
import { around, BUTTON, GAP, overlap, type Surroundings } from './place.ts';
import { viewOf } from './view.ts';

/** Larger than this a thing inside a field is a wrapper or an overlay, not an icon. */
const ICON = 48;
/** A link or button larger than this share of the window is a card made clickable, and stands under everything else. */
const MOST = 0.2;
/** Room left below for the browser's own list of suggestions, which is drawn over every page (CSS pixels). */
const LIST = 120;

/** @returns what place.ts needs, read now; null when the field (or group) has no box any more. */
export function readSurroundings(group: readonly HTMLElement[], host: Element): Surroundings | null {
  const first = group[0];
  const field = around(group.map(readBox));
  if (!first || !field || field.width === 0 || field.height === 0) return null;
  const style = getComputedStyle(first);
  const rtl = style.direction === 'rtl';
  const split = group.length > 1;
  const view = viewOf(document);
  const boxes: Box[] = [];
  const labels: Box[] = [];
  for (const element of neighboursOf(first, host)) {
    if (group.includes(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = readBox(element);
    const isCard =
      box.width * box.height > MOST * view.width * view.height &&
      (element.localName === 'iframe'
        ? overlap(box, field) > 0
        : !/^(?:input|select|textarea)$/.test(element.localName));
    if (box.width <= 2 || box.height <= 2 || isCard) continue;
    boxes.push(box);
    labels.push(...labelsOf(element).map(readBox));
  }
  const inside = (box: Box) => overlap(box, field) > 0.5 * box.width * box.height;
  return {
    view,
    rtl,
    field,
    text: textBox(first, field, style, rtl),
    split,
    obstacles: [
      ...boxes.filter((box) => !inside(box)),
      ...findFloating(first, field, view, host),
      ...(first instanceof HTMLInputElement && first.list
        ? [{ ...field, y: field.y + field.height, height: LIST }]
        : []),
    ],
    labels: labels.filter((box) => box.width > 2 && overlap(box, field) === 0),
    icons: split
      ? []
      : [
          ...boxes.filter(inside),
          ...ownIcons(first, field, style, rtl),
          ...strangers(first, field, host, rtl),
        ],
  };
}

function labelsOf(element: HTMLElement): Element[] {
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
  return labels ? [...labels].slice(0, 2) : [];
}

/** Longer text fills every field there is. */
const MEASURED = 200;

/** Where the typed text (or the placeholder) stands; measured with the field's own font. */
function textBox(field: HTMLElement, box: Box, style: CSSStyleDeclaration, rtl: boolean): Box {
  const input = field instanceof HTMLInputElement ? field : null;
  const value = input ? input.value || input.placeholder : (field.textContent ?? '');
  const shown = value.slice(0, MEASURED);
  const length = Math.min(
    measure(input?.type === 'password' ? '•'.repeat(shown.length) : shown, style),
    box.width,
  );
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
  return canvas.measureText(text).width;
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
  const found: Box[] = [];
  const y = box.y + box.height / 2;
  for (let slot = 0; slot < 4; slot += 1) {
    const step = GAP + BUTTON / 2 + slot * (BUTTON + GAP);
    if (step > box.width / 2) break;
    const x = rtl ? box.x + step : box.x + box.width - step;
    for (const element of hitsAbove(field, x, y, host)) {
      const seen = readBox(element);
      const small = seen.width <= ICON && seen.height <= ICON && seen.width > 0 && seen.height > 0;
      // A closed shadow root shows as its host, often of no size or as large as the window: take the slot around the hit.
      found.push(small ? seen : { x: x - BUTTON / 2, y: y - BUTTON / 2, width: BUTTON, height: BUTTON });
    }
  }
  return found;
}
