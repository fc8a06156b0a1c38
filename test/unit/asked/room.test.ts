// Where the panel stands: over nothing that can be pressed, ever, and nowhere rather than there. Boxes in CSS pixels.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRoom, GAP, isFree } from '../../../entrypoints/asked/room.ts';
import { overlap } from '../../../entrypoints/page/place.ts';

const VIEW = { width: 1280, height: 800, rtl: false };
const WISH = { widths: [380, 300], height: 500, least: 240 };
const column = { x: 400, y: 40, width: 470, height: 700 };

test('beside the page’s own column, at the inline end', () => {
  expect(findRoom(VIEW, WISH, [column])).toEqual({ x: 888, y: GAP, width: 380, height: 500 });
  const narrow = { ...WISH, widths: [300] };
  expect(findRoom({ ...VIEW, rtl: true }, narrow, [column])).toEqual({
    x: GAP,
    y: GAP,
    width: 300,
    height: 500,
  });
});

test('under a button in its corner, and on the other side where that is taller', () => {
  const menu = { x: 1200, y: 10, width: 60, height: 40 };
  expect(findRoom(VIEW, WISH, [column, menu])).toMatchObject({ x: 888, y: 62 });
  const bar = { x: 1000, y: 300, width: 200, height: 40 };
  expect(findRoom(VIEW, { ...WISH, widths: [300] }, [column, bar])).toMatchObject({ x: GAP, height: 500 });
});

test('nowhere, where the window is too narrow or full', () => {
  expect(findRoom({ ...VIEW, width: 300 }, WISH, [])).toBeNull();
  expect(findRoom({ ...VIEW, width: 420 }, WISH, [{ x: 0, y: 200, width: 420, height: 200 }])).toMatchObject({
    y: 412,
  });
  expect(findRoom({ ...VIEW, width: 420 }, WISH, [{ x: 0, y: 150, width: 420, height: 500 }])).toBeNull();
});

const box = fc.record({
  x: fc.integer({ min: -100, max: 1300 }),
  y: fc.integer({ min: -100, max: 900 }),
  width: fc.integer({ min: 1, max: 700 }),
  height: fc.integer({ min: 1, max: 400 }),
});

test('whatever the page looks like, nothing of it is covered and the whole panel is in the window', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), fc.boolean(), (obstacles, rtl) => {
      const found = findRoom({ ...VIEW, rtl }, WISH, obstacles);
      if (found === null) return;
      for (const obstacle of obstacles) expect(overlap(found, obstacle)).toBe(0);
      expect(isFree(found, obstacles)).toBe(true);
      expect(found.x).toBeGreaterThanOrEqual(GAP);
      expect(found.y).toBeGreaterThanOrEqual(GAP);
      expect(found.x + found.width).toBeLessThanOrEqual(VIEW.width - GAP);
      expect(found.y + found.height).toBeLessThanOrEqual(VIEW.height - GAP);
      expect(found.height).toBeGreaterThanOrEqual(WISH.least);
    }),
  );
});

test('a place is kept while nothing of the page comes near', () => {
  const found = { x: 888, y: 12, width: 380, height: 500 };
  expect(isFree(found, [column])).toBe(true);
  expect(isFree(found, [{ x: 900, y: 400, width: 10, height: 10 }])).toBe(false);
});
