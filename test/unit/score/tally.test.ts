// What the scorers count, on cases made for it: units, errors, what an index may leave out, and what a ratchet complains about.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, readCases } from '../../score/cases.ts';
import type { Verdict } from '../../score/forms-page.ts';
import { answer, readLetters } from '../../score/letters.ts';
import { surprises } from '../../score/ratchet.ts';
import { quantiles } from '../../score/rates.ts';
import { tally } from '../../score/tally.ts';
import { tallyLetters } from '../../score/tally-letters.ts';

function write(name: string, lines: readonly unknown[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'score-')), name);
  writeFileSync(
    file,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return file;
}

const verdict = (marker: string, role: string, more: Partial<Verdict> = {}): Verdict => ({
  marker,
  role,
  form: 'sign-up',
  eligible: true,
  offered: true,
  because: [],
  formBecause: [],
  group: [marker],
  snapshotTime: 1,
  classifyTime: 2,
  ...more,
});

test('an index may leave out everything but ids and files, which stand beside it', () => {
  const index = write('index.jsonl', [
    { id: 'a', file: 'pages/a.html' },
    '',
    { id: 'b', file: '/abs/b.html' },
  ]);
  const [a, b] = readCases(index);
  expect(a).toMatchObject({ group: 'a', fields: [], unlabelled: [] });
  expect([a, b].map((page) => page && fileOf(index, page))).toEqual([
    join(index, '../pages/a.html'),
    '/abs/b.html',
  ]);
});

test('a line that is no page or no message is told by its number', () => {
  expect(() => readCases(write('i.jsonl', [{ id: 'a', file: 'a' }, '{"id":']))).toThrow('line 2');
  expect(() => readLetters(write('i.jsonl', [{ id: 'a', channel: 'fax' }]))).toThrow('line 1');
});

test('a page without verdicts counts as missed, boxes of one code as one, errors on e-mail both ways', () => {
  const [page, hung] = readCases(
    write('i.jsonl', [
      {
        id: 'one',
        file: 'one.html',
        fields: [
          { marker: '1', label: 'email_signup' },
          { marker: '2', label: 'other' },
          { marker: '3', label: 'cc_number' },
          { marker: '4', label: 'other' },
          { marker: '5', label: 'other' },
        ],
      },
      { id: 'hung', file: 'hung.html', fields: [{ marker: '1', label: 'email_login' }] },
    ]),
  );
  if (!page || !hung) throw new Error('not read');
  const boxes = { group: ['4', '5'] };
  const found = [
    verdict('1', 'email'),
    verdict('2', 'email'),
    verdict('3', 'other'),
    verdict('4', 'code', boxes),
    verdict('5', 'code', boxes),
  ];
  const report = tally([page, hung], new Map([['one', found]]));
  expect(report.emailErrors.fields).toMatchObject({ hit: 2, of: 3 });
  expect(report.falseCodes.fields).toMatchObject({ hit: 1, of: 1 });
  expect(report.cards.fields).toMatchObject({ hit: 0, of: 1 });
  expect(report.time.verdict).toEqual({ median: 3, p99: 3, worst: 3 });
});

test('messages: right and wrong codes, false alarms, links of the wrong kind, files that are not there', () => {
  const index = write('i.jsonl', [
    { id: 'right', channel: 'sms', text: 'Your code is 482913', expected_code: '482913' },
    { id: 'wrong', channel: 'sms', text: 'Your code is 482913', expected_code: '111111' },
    { id: 'alarm', channel: 'sms', text: 'Your code is 482913' },
    { id: 'gone', channel: 'email', file: 'gone.html', expected_code: '482913' },
  ]);
  const letters = readLetters(index);
  const report = tallyLetters(
    letters,
    letters.map((letter) => answer(index, letter)),
  );
  expect(report.codes.sms?.fields).toMatchObject({ hit: 1, of: 2 });
  expect(report.wrongCodes.sms?.fields).toMatchObject({ hit: 1, of: 2 });
  expect(report.falseCodes.sms?.fields).toMatchObject({ hit: 1, of: 1 });
  expect(report.failed.map(({ id }) => id)).toEqual(['gone']);
});

test('a ratchet complains about what is new and about what works now, and of nothing else', () => {
  expect(surprises(['old', 'fixed'], ['old', 'fresh'])).toEqual([
    'new miss: fresh',
    'works now, take it off the list: fixed',
  ]);
});

test('quantiles are values that occurred', () => {
  expect(quantiles([5, 1, 2, 3, 4])).toEqual({ median: 3, p99: 5, worst: 5 });
  expect(quantiles([])).toEqual({ median: 0, p99: 0, worst: 0 });
});
