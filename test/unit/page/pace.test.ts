// The pace of looks: a person passing over fields never waits, and a page that moves the focus all the time costs ten a second.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_ONCE, makePace, PACE } from '../../../entrypoints/page/pace.ts';

test('three fields in a row are looked at at once, the fourth keeps the pace', () => {
  const pace = makePace();
  for (const now of [1000, 1010, 1020]) {
    expect(pace.wait(now)).toBe(0);
    pace.took(now);
  }
  expect(pace.wait(1030)).toBe(70);
  expect(pace.wait(1100)).toBe(0);
});

test('after a rest a click through one field to another waits for neither', () => {
  const pace = makePace();
  for (let now = 0; now < 100_000; now += 1000) {
    for (const click of [now, now + 40]) {
      expect(pace.wait(click)).toBe(0);
      pace.took(click);
    }
  }
});

test('whatever a page does with the focus, looks stay under ten a second', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 20, maxLength: 300 }), (steps) => {
      const pace = makePace();
      let now = 0;
      let looks = 0;
      for (const step of steps) {
        now += step;
        if (pace.wait(now) > 0) continue;
        pace.took(now);
        looks += 1;
      }
      expect(looks).toBeLessThanOrEqual(AT_ONCE + now / PACE);
    }),
  );
});
