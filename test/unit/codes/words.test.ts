// The words: every language has some of each kind, and each is found again in a text.
import { describe, expect, test } from 'vitest';
import type { LanguageWords, WordKind } from '../../../lib/codes/language-words.ts';
import { findWords, foldWords } from '../../../lib/codes/vocabulary.ts';
import { entriesOf, WORDS } from '../../../lib/codes/words.ts';

const KINDS = Object.keys(WORDS.en) as WordKind[];

describe.each(Object.entries(WORDS) as [string, LanguageWords][])('%s', (_, words) => {
  test.each(KINDS)('has words of kind %s, all found again', (kind) => {
    const entries = words[kind].split(',').map((entry) => entry.trim());
    expect(entries.every((entry) => entry.replaceAll('*', '').trim() !== '')).toBe(true);
    for (const entry of entries) {
      const spoken = entry.replaceAll(/(?<= )\*(?= )/g, 'x').replaceAll('*', '');
      expect(findWords(kind, foldWords(spoken)), spoken).not.toEqual([]);
    }
  });
});

test('there are at least 20 languages', () => expect(Object.keys(WORDS).length).toBeGreaterThanOrEqual(20));

test('case and accents do not matter, word borders do', () => {
  const found = (text: string) => findWords('code', foldWords(text)).length > 0;
  expect(found('CÓDIGO')).toBe(true);
  expect(found('Bestätigungscode')).toBe(true);
  expect(found('decoder')).toBe(false);
  expect(found('pinned')).toBe(false);
});

test('the longest phrase is the one found, and it does not cross a line', () => {
  const [hit] = findWords('other', 'order number 12');
  expect(hit).toEqual({ start: 0, end: 'order number'.length });
  expect(findWords('code', 'one time\npassword')).toEqual([]);
});

test('no entry is given twice by entriesOf', () => {
  for (const kind of KINDS) expect(new Set(entriesOf(kind)).size).toBe(entriesOf(kind).length);
});
