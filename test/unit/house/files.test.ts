// How a file looks: short, opening with what it is, and naming the browser in one way. No file is excepted.

import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'vitest';
import { expectNone, filesIn, ROOT, readSources, walk } from './sources.ts';

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
  expectNone(long);
});

test('every file opens by saying what it is', () => {
  const opens: Record<string, RegExp> = { '.css': /^\/\*\s*\S/ };
  const bare = files.filter(({ path, text }) => {
    const pragmas = text.replace(/^(\/\/ @vitest-environment .*\n|#!.*\n)+/, '').trimStart();
    return !(opens[extname(path)] ?? /^(\/\/ \S|\/\*\*?\s*\S)/).test(pragmas);
  });
  expectNone(bare.map(({ path }) => path));
});

/** The browser's own API, and the polyfill over it. */
const NAMES_CHROME = new Set(['lib/platform.ts', 'lib/native.ts']);

test('only two files name chrome', () => {
  const named = readSources('lib', 'components', 'entrypoints')
    .filter(({ path }) => !NAMES_CHROME.has(path))
    .filter(({ tree }) =>
      [...walk(tree)].some((node) => node.type === 'Identifier' && node.name === 'chrome'),
    );
  expectNone(named.map(({ path }) => path));
});

test('browser comes from the platform file, and only there from the polyfill', () => {
  const direct = readSources('lib', 'components', 'entrypoints').filter(
    ({ path, text }) =>
      path !== 'lib/platform.ts' &&
      /from '(webextension-polyfill|wxt\/browser)'/.test(text.replace(/import type.*/g, '')),
  );
  expectNone(direct.map(({ path }) => path));
});
