// Where the button and the menu go: pure geometry in CSS pixels of the viewport. Leans on the shape of a box; reads no
// page. Candidates in order of preference, each charged for what it would cover; the cheapest wins, the first on a tie.
import type { Box } from '../../lib/fields/types.ts';

export const GAP = 4;
export const BUTTON = 24;

export interface Surroundings {
  /** The visible window. */
  view: Box;
  rtl: boolean;
  /** The field, or the box around all boxes of a split code. */
  field: Box;
  /** Where the field's own text stands, from its inline start to the last character. */
  text: Box;
  /** Split boxes have no room inside. */
  split: boolean;
  /** Things of the page that must stay free: other fields, buttons. */
  obstacles: readonly Box[];
  /** What names those things: better left free, where there is room for it. */
  labels: readonly Box[];
  /** What stands inside the field already: other managers' icons, a show-password eye, a spinner. */
  icons: readonly Box[];
}

/** Pixels between menu and field that weigh as much as one step of preference. */
const FAR = 40;

/** What covering something costs, in steps of preference. Out of the window is worst: nobody can click there. */
const COST = {
  outside: 1000,
  text: 60,
  icon: 60,
  obstacle: 40,
  label: 16,
  field: 200,
  cramped: 100,
  beyond: 12,
  move: 8,
} as const;

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** @returns the smallest box around all; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** How much of `a` lies under `b`, 0 to 1; half a square pixel counts as nothing. */
function share(a: Box, b: Box): number {
  const area = overlap(a, b);
  return area < 0.5 ? 0 : area / Math.max(1, a.width * a.height);
}

function cheapest(candidates: readonly Box[], cost: (box: Box) => number): Box {
  let best = candidates[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  let least = Number.POSITIVE_INFINITY;
  candidates.forEach((box, preference) => {
    const total = preference + cost(box);
    if (total < least) {
      least = total;
      best = box;
    }
  });
  return best;
}

/** Half for touching at all, half for how much of the smaller thing disappears. */
function charge(box: Box, others: readonly Box[], price: number): number {
  let total = 0;
  for (const other of others) {
    const covered = Math.max(share(other, box), share(box, other));
    if (covered > 0) total += price * (0.5 + covered / 2);
  }
  return total;
}

/**
 * Inside the field's inline end; left of what already stands there; else beside it, above or below its end.
 * @returns a box of `BUTTON` (smaller in a low field, never under 16 pixels).
 */
export function placeButton(at: Surroundings): Box {
  const { field, view, rtl } = at;
  const size = at.split ? BUTTON : Math.min(BUTTON, Math.max(16, field.height - 2));
  const middle = field.y + (field.height - size) / 2;
  const box = (x: number, y = middle): Box => ({ x, y, width: size, height: size });
  const end = (steps: number) => (rtl ? field.x + GAP + steps : field.x + field.width - GAP - size - steps);
  const edges = [
    0,
    ...at.icons.map((icon) => (rtl ? icon.x + icon.width - field.x : field.x + field.width - icon.x)),
  ];
  const inside = at.split ? [] : edges.sort((a, b) => a - b).map((steps) => box(end(steps)));
  const before = box(field.x - GAP - size);
  const after = box(field.x + field.width + GAP);
  const beside = rtl ? [before, after] : [after, before];
  const corner = rtl ? field.x : field.x + field.width - size;
  const corners = [box(corner, field.y - GAP - size), box(corner, field.y + field.height + GAP)];
  return cheapest([...inside, ...beside, ...corners], (candidate) => {
    const isInside = overlap(candidate, field) > 0;
    const roomy = field.width >= size * 2.5;
    return (
      (isInside && !roomy ? COST.text : 0) +
      (isInside ? charge(candidate, [at.text], COST.text) : 0) +
      charge(candidate, at.icons, COST.icon) +
      charge(candidate, at.obstacles, COST.obstacle) +
      (share(candidate, view) < 0.99 ? COST.outside : 0)
    );
  });
}

/** Free stretches of one column of the window, from top to bottom, the field's own and the button's place left out. */
function freeBands(
  { field, view }: Surroundings,
  others: readonly Box[],
  button: Box | null,
  x: number,
  width: number,
): Box[] {
  const taken = [field, ...others, ...(button ? [button] : [])]
    .filter((box) => box.x < x + width + GAP && box.x + box.width > x - GAP)
    .sort((a, b) => a.y - b.y);
  const bands: Box[] = [];
  let top = view.y;
  for (const box of [...taken, { ...view, y: view.y + view.height }]) {
    if (box.y - top >= LEAST + 2 * GAP) bands.push({ x, y: top, width, height: box.y - top });
    top = Math.max(top, box.y + box.height);
  }
  return bands;
}

/** As near to the field as the band lets it be; as high as it can be there. */
function inBand(band: Box, field: Box, wish: number): Box {
  const height = Math.min(wish, band.height - 2 * GAP);
  const y = band.y >= field.y ? band.y + GAP : band.y + band.height - GAP - height;
  return { ...band, y, height };
}

/** From edge to edge, up or down. */
function distance(box: Box, field: Box): number {
  return Math.max(0, box.y - (field.y + field.height), field.y - (box.y + box.height));
}

/** The narrowest menu that still shows an address on one line. */
const SLIM = 220;

/** Two rows of the menu: in less it is tedious to choose. */
const LEAST = 72;
/** One row: in less nobody can choose. A frame of a hundred pixels has no more to give. */
const ONE_ROW = 32;

/**
 * Below the field, at its sides, or above it, where its label stands; else where the window is free; clamped to it.
 * @param size the menu's wish; the answer may be smaller than wished where the window is.
 * @param before where the menu stands beside the field now: it stays on that side, whatever its height becomes, unless it
 *   would cover something there.
 */
export function placeMenu(
  at: Surroundings,
  size: { width: number; height: number },
  button: Box | null,
  before: Box | null = null,
): Box {
  const { field, view, rtl } = at;
  const width = Math.min(size.width, view.width - 2 * GAP);
  const height = Math.min(size.height, view.height - 2 * GAP);
  const clampX = (x: number) => Math.min(Math.max(x, view.x + GAP), view.x + view.width - width - GAP);
  const clampY = (y: number) => Math.min(Math.max(y, view.y + GAP), view.y + view.height - height - GAP);
  const startX = clampX(rtl ? field.x + field.width - width : field.x);
  const under = field.y + field.height + GAP;
  const over = field.y - GAP - height;
  const left = field.x - GAP - width;
  const right = field.x + field.width + GAP;
  const clear = button && button.x >= field.x + field.width ? button.x + button.width + GAP : right;
  const sides = rtl ? [left, clear] : [clear, left];
  // A narrower menu beside the field is better than a wide one far away.
  const aside = (x: number): Box => {
    const room = x === left ? field.x - view.x - 2 * GAP : view.x + view.width - x - GAP;
    const slim = room < width && room >= SLIM ? room : width;
    return { x: x === left ? field.x - GAP - slim : x, y: clampY(field.y), width: slim, height };
  };
  const stay = before && {
    ...before,
    y: before.y < field.y - before.height ? before.y + before.height - height : before.y,
    height,
  };
  const candidates = [
    stay ?? { x: startX, y: under, width, height },
    { x: startX, y: under, width, height },
    ...sides.map(aside),
    { x: startX, y: over, width, height },
    ...[[...at.obstacles, ...at.labels], at.obstacles].flatMap((others) =>
      freeBands(at, others, button, startX, width).map((band) => inBand(band, field, height)),
    ),
    // Nothing fits: under or over, as high as the room there.
    { x: startX, y: under, width, height: Math.max(0, view.y + view.height - under - GAP) },
    { x: startX, y: view.y + GAP, width, height: Math.max(0, field.y - view.y - 2 * GAP) },
    { x: startX, y: clampY(under), width, height },
  ];
  return cheapest(candidates, (candidate) => {
    const missing = Math.max(0, size.height - candidate.height) / Math.max(1, size.height);
    return (
      (overlap(candidate, field) > 0 ? COST.field : 0) +
      charge(candidate, at.obstacles, COST.obstacle) +
      charge(candidate, at.labels, COST.label) +
      (button ? charge(candidate, [button], COST.obstacle) : 0) +
      (share(candidate, view) < 0.999 ? COST.outside : 0) +
      (stay && candidate !== stay ? COST.move : 0) +
      (width - candidate.width) / FAR +
      distance(candidate, field) / FAR +
      (candidate.height < Math.min(ONE_ROW, size.height) ? COST.outside : 0) +
      (candidate.height < Math.min(LEAST, size.height) ? COST.cramped : 0) +
      missing * COST.beyond
    );
  });
}
