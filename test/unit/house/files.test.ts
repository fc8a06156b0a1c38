// How a file looks: short, opening with what it is, and naming the browser in one way. No file is excepted.

import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { chainsOf, filesIn, ROOT, readSources } from './sources.ts';

const LONGEST = 250;
const FOLDERS = ['lib', 'components', 'entrypoints', 'test'];
const files = FOLDERS.flatMap((folder) => filesIn(folder, '.ts', '.tsx', '.css', '.mjs'))
  .filter((path) => !/^test\/(vectors|fixtures)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

test('no file is longer than one reason to exist', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});

test('every file opens by saying what it is', () => {
  const opens: Record<string, RegExp> = { '.css': /^\/\*\s*\S/ };
  const bare = files.filter(({ path, text }) => {
    const pragmas = text.replace(/^(\/\/ @vitest-environment .*\n|#!.*\n)+/, '').trimStart();
    return !(opens[extname(path)] ?? /^(\/\/ \S|\/\*\*?\s*\S)/).test(pragmas);
  });
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('only the platform file and the waiting script name chrome', () => {
  const named = readSources('lib', 'components', 'entrypoints')
    .filter(({ path }) => path !== 'lib/platform.ts' && path !== 'entrypoints/waiting.ts')
    .filter((source) => chainsOf(source, 'chrome').length > 0 || /\bglobalThis\.chrome\b/.test(source.text));
  expect(named.map(({ path }) => path)).toEqual([]);
});

test('browser comes from the platform file, and only there from the polyfill', () => {
  const direct = readSources('lib', 'components', 'entrypoints').filter(
    ({ path, text }) =>
      path !== 'lib/platform.ts' &&
      /from '(webextension-polyfill|wxt\/browser)'/.test(text.replace(/import type.*/g, '')),
  );
  expect(direct.map(({ path }) => path)).toEqual([]);
});
