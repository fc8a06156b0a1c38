// Where a panel may stand: in a free stretch at one of the window's sides, over nothing that can be pressed. Pure; boxes in CSS pixels
// of the window. Answers null rather than covering anything: then a smaller sign, or none, is shown.
import type { Box } from '../../lib/fields/types.ts';

export interface RoomWish {
  /** Widths to try, the best first. */
  widths: readonly number[];
  height: number;
  /** Less than this is no use. */
  least: number;
}

/** Around everything of the page, and to the window's edge. */
export const GAP = 12;

/**
 * @param obstacles what must not be covered
 * @returns the best box: the tallest at the widest width that fits at all, the inline end before the start; null where there is none
 */
export function findRoom(
  view: { width: number; height: number; rtl: boolean },
  wish: RoomWish,
  obstacles: readonly Box[],
): Box | null {
  for (const width of wish.widths) {
    if (width + 2 * GAP > view.width) continue;
    const sides = [view.width - width - GAP, GAP];
    const found = (view.rtl ? sides.reverse() : sides).flatMap((x) => {
      const { y, height } = widestGap(view.height, x, width, obstacles);
      return height < wish.least ? [] : [{ x, y, width, height: Math.min(height, wish.height) }];
    });
    const [first, second] = found;
    if (first) return second && second.height > first.height ? second : first;
  }
  return null;
}

/** The tallest free stretch of a column; the upper one of two equals. */
function widestGap(
  viewHeight: number,
  x: number,
  width: number,
  obstacles: readonly Box[],
): { y: number; height: number } {
  const blocks = obstacles
    .filter((box) => box.x - GAP < x + width && box.x + box.width + GAP > x)
    .map((box) => ({ from: box.y - GAP, to: box.y + box.height + GAP }))
    .sort((a, b) => a.from - b.from);
  let best = { y: GAP, height: 0 };
  let at = GAP;
  for (const { from, to } of [...blocks, { from: viewHeight - GAP, to: viewHeight }]) {
    const end = Math.min(from, viewHeight - GAP);
    if (end - at > best.height) best = { y: at, height: end - at };
    at = Math.max(at, to);
  }
  return best;
}

/** Whether a box covers none of them, by half a gap: what stands there may stay. */
export function isFree(box: Box, obstacles: readonly Box[]): boolean {
  const near = GAP / 2;
  return obstacles.every(
    (other) =>
      other.x - near >= box.x + box.width ||
      other.x + other.width + near <= box.x ||
      other.y - near >= box.y + box.height ||
      other.y + other.height + near <= box.y,
  );
}
