// The words: none that nobody shows, none shown that is not there, and the same keys and places in every language.
// Keys are typed, so a missing one does not compile; this finds what the types cannot see.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { expectNone, filesIn, ROOT, readSources, walk } from './sources.ts';

type Catalogue = Record<string, { message: string }>;
const catalogues = filesIn('public/_locales', 'messages.json').map((path) => ({
  path,
  words: JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Catalogue,
}));
const english = catalogues.find(({ path }) => path === 'public/_locales/en/messages.json')?.words ?? {};
const sources = readSources('lib', 'components', 'entrypoints');

/** Every plain string of the sources, and patterns of those put together from parts. */
const strings = new Set<string>();
const patterns: RegExp[] = [];
for (const { tree } of sources) {
  for (const node of walk(tree)) {
    if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
    if (node.type !== 'TemplateLiteral') continue;
    const parts = (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw);
    // Only a template that starts like a key can name one; `${a}-${b}` says nothing.
    if (/^[a-z]\w+$/.test(parts[0] ?? '') && parts.every((part) => /^\w*$/.test(part))) {
      patterns.push(new RegExp(`^${parts.join('\\w+')}$`));
    }
  }
}
const markup = [
  ...filesIn('entrypoints', '.html').map((path) => join(ROOT, path)),
  join(ROOT, 'wxt.config.ts'),
];
for (const path of markup) {
  for (const [, key] of readFileSync(path, 'utf8').matchAll(/__MSG_(\w+)__/g)) strings.add(key ?? '');
}

test('no word is left over', () => {
  const unused = Object.keys(english).filter((key) => {
    const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
    return !strings.has(key) && !strings.has(base) && !patterns.some((p) => p.test(key) || p.test(base));
  });
  expectNone(unused);
});

test('every word asked for by name is there', () => {
  const asked: string[] = [];
  for (const { path, tree } of sources) {
    for (const node of walk(tree)) {
      const callee = node.callee as { name?: string } | undefined;
      const [first] = (node.arguments ?? []) as { type: string; value?: unknown }[];
      if (node.type !== 'CallExpression' || first?.type !== 'Literal') continue;
      const key = String(first.value);
      if (callee?.name === 't' && !(key in english)) asked.push(`${path}: ${key}`);
      if (callee?.name === 'tn' && !(`${key}_other` in english)) asked.push(`${path}: ${key}_other`);
    }
  }
  expectNone(asked);
});

test.each(catalogues)('$path says something for every key and keeps its places', ({ words }) => {
  const places = (message = ''): string[] => [...new Set(message.match(/\$\d/g))].sort();
  const wrong = Object.keys(english).filter((key) => {
    const said = words[key]?.message ?? '';
    return said.trim() === '' || places(said).join() !== places(english[key]?.message).join();
  });
  expectNone(wrong);
  const plural = /_(zero|two|few|many)$/;
  expectNone(Object.keys(words).filter((key) => !(key in english) && !plural.test(key)));
});
