// A choice counts only when the frame can have been seen: whole, long enough, uncovered as far as the browser knows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeWitness } from '../../../entrypoints/menu/seen.ts';

const whole = { ratio: 1, visible: true };

test('a code waits for 350 ms of sight, an address for 150', () => {
  const witness = makeWitness();
  witness.see(whole, 1000);
  expect(witness.judge(2, true, 1349)).toBe('too-soon');
  expect(witness.judge(2, true, 1350)).toBe('seen');
  expect(witness.judge(1, true, 1149)).toBe('too-soon');
  expect(witness.judge(1, true, 1150)).toBe('seen');
});

test('a click made by a script is refused, however long the menu was seen', () => {
  const witness = makeWitness();
  witness.see(whole, 0);
  expect(witness.judge(1, false, 60_000)).toBe('untrusted');
  expect(witness.judge(2, false, 60_000)).toBe('untrusted');
});

test('covered: no code, and no address either', () => {
  const witness = makeWitness();
  witness.see({ ratio: 1, visible: false }, 0);
  expect(witness.judge(2, true, 10_000)).toBe('hidden');
  expect(witness.judge(1, true, 10_000)).toBe('hidden');
});

test('a browser that cannot tell (Firefox) is not taken for one that says "covered"', () => {
  const witness = makeWitness();
  witness.see({ ratio: 1, visible: undefined }, 0);
  expect(witness.judge(2, true, 350)).toBe('seen');
});

test('partly outside: neither', () => {
  const witness = makeWitness();
  witness.see({ ratio: 0.8, visible: true }, 0);
  expect(witness.judge(1, true, 1000)).toBe('hidden');
  expect(witness.judge(2, true, 1000)).toBe('hidden');
});

test('before the first sighting nothing may be chosen', () => {
  expect(makeWitness().judge(1, true, 1e6)).toBe('hidden');
});

test('rows that change under the pointer start the time anew', () => {
  const witness = makeWitness();
  witness.see(whole, 0);
  witness.restart(5000);
  expect(witness.judge(2, true, 5200)).toBe('too-soon');
  expect(witness.judge(2, true, 5350)).toBe('seen');
});

test('no history of sightings lets a code through unless its last 350 ms were unbroken', () => {
  const sight = fc.record({
    ratio: fc.constantFrom(0, 0.5, 0.9, 0.99, 1),
    visible: fc.constantFrom(true, false, undefined),
    wait: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(sight, { minLength: 1, maxLength: 12 }), (history) => {
      const witness = makeWitness();
      let at = 0;
      /** The naive way: walk back while every sighting was good. */
      let good: number | null = null;
      for (const { wait, ...seen } of history) {
        witness.see(seen, at);
        const holds = seen.ratio >= 0.99 && seen.visible !== false;
        good = holds ? (good ?? at) : null;
        at += wait;
      }
      const expected = good === null ? 'hidden' : at - good >= 350 ? 'seen' : 'too-soon';
      expect(witness.judge(2, true, at)).toBe(expected);
    }),
  );
});
