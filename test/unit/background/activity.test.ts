// A page of ours that refreshes itself is no person: what screens keep fresh must not move the lock's deadline. Reads the screens'
// sources, so that a new question cannot be forgotten.
import { expect, test } from 'vitest';
import { PASSIVE } from '../../../entrypoints/background/activity.ts';
import { readSources } from '../house/sources.ts';

const asked = [...readSources('components').values()].flatMap(({ text }) =>
  [...text.matchAll(/useAsk\(\s*'([a-zA-Z.]+)'/g)].map(([, call]) => call ?? ''),
);

test('every call that a screen keeps fresh leaves the deadline where it is', () => {
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter((call) => !PASSIVE.has(call))).toEqual([]);
});
