// An area of the end-to-end tests names files that exist: a prefix that matches none would run nothing and pass.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AREAS, filtersOf } from '../../tools/areas.ts';
import { ROOT } from '../../tools/command.ts';

const files = readdirSync(join(ROOT, 'test/e2e')).filter((name) => name.endsWith('.test.ts'));

test.each(Object.entries(AREAS))('%s', (area, prefixes) => {
  expect(files.filter((name) => name.startsWith(area))).toEqual([]);
  for (const prefix of prefixes) expect(files.filter((name) => name.startsWith(prefix))).not.toEqual([]);
});

test('any other area is a prefix, none is everything, and no name of the language is an area', () => {
  expect(filtersOf('main')).toEqual(['test/e2e/main']);
  expect(filtersOf('')).toEqual([]);
  expect(filtersOf('constructor')).toEqual(['test/e2e/constructor']);
});
