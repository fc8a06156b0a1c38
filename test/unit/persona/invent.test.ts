// Made-up people: grown up, with a date that exists and a name that two fields can take.
import { expect, test } from 'vitest';
import { readBirthDate } from '../../../lib/persona/birth-date.ts';
import { inventPerson } from '../../../lib/persona/invent.ts';
import { nameParts } from '../../../lib/persona/name.ts';

const NOW = Date.UTC(2026, 10, 22);

test.each([
  ['the first of every choice', () => 0],
  ['the last of every choice', (below: number) => below - 1],
  ['one in the middle', (below: number) => Math.floor(below / 2)],
])('%s', (_, chance) => {
  const { name, birthDate } = inventPerson(chance, NOW);
  const { given, family } = nameParts(name);
  expect([given.length, family.length].every((length) => length > 1)).toBe(true);
  const born = readBirthDate(birthDate);
  expect(2026 - (born?.year ?? 0)).toBeGreaterThanOrEqual(22);
  expect(2026 - (born?.year ?? 0)).toBeLessThanOrEqual(58);
});
