// The ratchet of recognition in a real browser: the project's own held-out pages, read and judged as shipped. Known misses
// stand beside them; a new one fails, and so does a listed one that now works.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { visitPages } from '../score/browse.ts';
import { readCases } from '../score/cases.ts';
import { surprises } from '../score/ratchet.ts';
import { tally } from '../score/tally.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/fields/held-out');
const INDEX = join(FOLDER, 'index.jsonl');
const HANGING = '/spins';
const known = JSON.parse(readFileSync(join(FOLDER, 'ratchet.json'), 'utf8')) as string[];

test('forms are recognised as the list of known misses says', async () => {
  const cases = readCases(INDEX);
  const visits = await visitPages(INDEX, cases, (page, place) =>
    page.evaluate((where) => globalThis.judgePage(where), place),
  );
  expect([...visits].filter(([, visit]) => !('answer' in visit))).toEqual([]);
  const verdicts = new Map([...visits].map(([id, visit]) => [id, 'answer' in visit ? visit.answer : []]));
  const report = tally(cases, verdicts);
  expect(
    surprises(
      known,
      report.misses.map(({ what }) => what),
    ),
  ).toEqual([]);
});

test('a page that hangs is noted, and the next one is read all the same', async () => {
  const [first, second] = readCases(INDEX);
  if (!first || !second) throw new Error('the sample is empty');
  const hanging = { ...first, page_url: `https://page.test${HANGING}` };
  const cases = [hanging, { ...first, id: 'absent', file: 'no-such-file.html' }, second];
  const visits = await visitPages(
    INDEX,
    cases,
    (page, { path }) =>
      page.evaluate((spins) => {
        while (spins);
        return document.forms.length;
      }, path === HANGING),
    3_000,
  );
  expect(visits.get(first.id)).toMatchObject({ failure: 'hung' });
  expect(visits.get('absent')).toMatchObject({ failure: 'no-file' });
  expect(visits.get(second.id)).toEqual({ answer: 1 });
});
