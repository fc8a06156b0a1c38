// Where the button and the menu go: never over the field's text, another icon, the next field or the submit button while
// there is any other place. Boxes in CSS pixels.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap, placeButton, placeMenu, type Surroundings } from '../../../entrypoints/page/place.ts';

const field = { x: 40, y: 200, width: 400, height: 40 };
const page: Surroundings = {
  view: { x: 0, y: 0, width: 1000, height: 640 },
  rtl: false,
  field,
  text: { x: 40, y: 200, width: 0, height: 40 },
  split: false,
  obstacles: [],
  labels: [],
  icons: [],
};
const menu = { width: 320, height: 160 };

test('inside the inline end, left or right by the direction of the text', () => {
  expect(placeButton(page)).toEqual({ x: 412, y: 208, width: 24, height: 24 });
  expect(placeButton({ ...page, rtl: true })).toEqual({ x: 44, y: 208, width: 24, height: 24 });
});

test('beside another manager’s icon, not over it', () => {
  const icon = { x: 410, y: 208, width: 24, height: 24 };
  const spot = placeButton({ ...page, icons: [icon] });
  expect(overlap(spot, icon)).toBe(0);
  expect(spot.x).toBe(410 - 4 - 24);
});

test('out of a field that its text fills', () => {
  const spot = placeButton({ ...page, text: { ...field } });
  expect(overlap(spot, field)).toBe(0);
});

test('not over the button right behind a short field', () => {
  const short = { x: 40, y: 200, width: 56, height: 40 };
  const join = { x: 100, y: 200, width: 80, height: 40 };
  const spot = placeButton({ ...page, field: short, obstacles: [join] });
  expect(overlap(spot, short)).toBe(0);
  expect(overlap(spot, join)).toBe(0);
});

test('boxes of a code are left alone: the button stands behind the last one', () => {
  const spot = placeButton({ ...page, split: true });
  expect(spot.x).toBe(444);
});

test('below the field where that is free, else at its side', () => {
  expect(placeMenu(page, menu, null)).toEqual({ x: 40, y: 244, ...menu });
  const next = { x: 40, y: 280, width: 400, height: 40 };
  const aside = placeMenu({ ...page, obstacles: [next] }, menu, null);
  expect(overlap(aside, next)).toBe(0);
  expect(overlap(aside, field)).toBe(0);
  expect(aside.x).toBe(444);
});

test('above, when the next field is below and the window has no side', () => {
  const narrow = { x: 0, y: 0, width: 460, height: 640 };
  const next = { x: 40, y: 280, width: 400, height: 40 };
  const over = placeMenu({ ...page, view: narrow, obstacles: [next] }, menu, null);
  expect(over.y + over.height).toBeLessThanOrEqual(field.y);
});

test('in a window lower than the menu it becomes lower, not longer than the window', () => {
  const low = { ...page, view: { x: 0, y: 0, width: 360, height: 330 }, field: { ...field, width: 300 } };
  const box = placeMenu(low, { width: 320, height: 400 }, null);
  expect(overlap(box, low.field)).toBe(0);
  expect(box.y + box.height).toBeLessThanOrEqual(330);
});

test('wherever the field stands in a window with room, the menu covers neither field nor button and stays inside', () => {
  const anywhere = fc.record({
    x: fc.integer({ min: 0, max: 560 }),
    y: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 80, max: 400 }),
    rtl: fc.boolean(),
  });
  fc.assert(
    fc.property(anywhere, ({ x, y, width, rtl }) => {
      const at = { ...page, rtl, field: { x, y, width, height: 40 } };
      const spot = placeButton(at);
      const box = placeMenu(at, menu, spot);
      expect(overlap(box, at.field)).toBe(0);
      expect(overlap(box, spot)).toBeLessThan(1);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1000);
      expect(box.y + box.height).toBeLessThanOrEqual(640);
    }),
  );
});

test('takes a free stretch of the window before it covers a field: above the form, when there is no room below or aside', () => {
  const narrow = { x: 0, y: 0, width: 460, height: 480 };
  const fields = [120, 280, 330].map((y) => ({ x: 40, y, width: 400, height: 40 }));
  const box = placeMenu({ ...page, view: narrow, obstacles: fields }, menu, null);
  for (const taken of [...fields, field]) expect(overlap(box, taken)).toBe(0);
  expect(box.height).toBeGreaterThanOrEqual(72);
});

test('leaves the names of other fields free where there is room, and covers them before a field', () => {
  const narrow = { x: 0, y: 0, width: 460, height: 640 };
  const fields = [120, 280, 330].map((y) => ({ x: 40, y, width: 400, height: 40 }));
  const label = { x: 40, y: 96, width: 90, height: 20 };
  const free = placeMenu({ ...page, view: narrow, obstacles: fields, labels: [label] }, menu, null);
  for (const taken of [...fields, label, field]) expect(overlap(free, taken)).toBe(0);
  const low = { ...narrow, height: 400 };
  const squeezed = placeMenu(
    { ...page, view: low, obstacles: fields, labels: [{ ...label, y: 60 }] },
    menu,
    null,
  );
  for (const taken of [...fields, field]) expect(overlap(squeezed, taken)).toBe(0);
});

test('becomes narrower beside the field before it goes far away', () => {
  const view = { x: 0, y: 0, width: 700, height: 640 };
  const fields = [140, 280, 330].map((y) => ({ x: 40, y, width: 400, height: 40 }));
  const box = placeMenu({ ...page, view, obstacles: fields }, menu, null);
  expect(box).toEqual({ x: 444, y: 200, width: 252, height: 160 });
});

test('stays on its side when its own height changes, until it would cover something', () => {
  const above = { x: 40, y: 36, width: 320, height: 160 };
  expect(placeMenu(page, { width: 320, height: 100 }, null, above)).toEqual({ ...above, y: 96, height: 100 });
  const heading = { x: 40, y: 40, width: 400, height: 30 };
  const moved = placeMenu({ ...page, obstacles: [heading] }, { width: 320, height: 160 }, null, above);
  expect(overlap(moved, heading)).toBe(0);
});
