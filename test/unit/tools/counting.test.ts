// What `npm test` counts: a run that hides a failure would be worse than no run. Leans on the counting code itself and
// on reports of the shape that vitest and web-ext write.
import { afterEach, expect, test, vi } from 'vitest';
import { type FileOutcome, readVitest, readWebExt, withSecondRun } from '../../tools/report.ts';
import { closingLine, runStages, type Stage, single, sum } from '../../tools/tally.ts';

const report = (files: object[]): string => JSON.stringify({ testResults: files });
const one = (status: string) => ({
  fullName: `a ${status} test`,
  status,
  failureMessages: ['why\n    at x'],
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('passed, failed and skipped tests are counted, and failures named', () => {
  const assertionResults = ['passed', 'passed', 'failed', 'skipped', 'pending', 'todo'].map(one);
  const [outcome] = readVitest(report([{ name: '/p/a.test.ts', status: 'failed', assertionResults }]), '/p');
  expect(outcome).toMatchObject({ passed: 2, failed: 1, skipped: 3 });
  expect(outcome?.notes[0]).toBe('a.test.ts: a failed test');
});

test('a file that did not load counts as a failure', () => {
  const file = { name: '/p/b.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] };
  expect(readVitest(report([file]), '/p')).toMatchObject([{ file: 'b.test.ts', passed: 0, failed: 1 }]);
});

test('a second run takes the place of what failed, tells of it, and hides nothing', () => {
  const ran = (file: string, passed: number, failed: number): FileOutcome => ({
    file,
    passed,
    failed,
    skipped: 0,
    notes: failed > 0 ? [`${file} broke`] : [],
  });
  const first = [ran('good', 3, 0), ran('once', 1, 2), ran('twice', 4, 1), ran('silent', 0, 1)];
  const files = withSecondRun(first, [ran('once', 3, 0), ran('twice', 3, 2), ran('good', 0, 9)]);
  expect(sum(files)).toMatchObject({ passed: 9, failed: 3 });
  expect(files.map(({ notes }) => notes.at(-1))).toEqual([
    undefined,
    'once broke',
    'twice broke',
    'silent broke',
  ]);
});

test('web-ext errors fail and warnings are only listed', () => {
  const finding = { code: 'X', message: 'words', file: 'a.js' };
  const lint = (errors: object[], warnings: object[]) =>
    readWebExt(
      JSON.stringify({ summary: { errors: errors.length, warnings: warnings.length }, errors, warnings }),
    );
  expect(lint([], [finding])).toEqual({ passed: 1, failed: 0, skipped: 0, notes: ['warning X a.js: words'] });
  expect(lint([finding], [])).toMatchObject({ passed: 0, failed: 1 });
});

test('the closing line names what was skipped only when something was', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('a run goes on after a failure, except where it has nothing to work on, and ends with the total', async () => {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const ran: string[] = [];
  const stage = (name: string, needs: string[], ok: boolean | Error): Stage => ({
    name,
    needs,
    async run() {
      ran.push(name);
      if (ok instanceof Error) throw ok;
      return single(ok);
    },
  });
  const code = await runStages([
    stage('build', [], new Error('no space')),
    stage('unit', [], true),
    stage('e2e', ['build'], true),
  ]);
  expect(ran).toEqual(['build', 'unit']);
  expect(code).toBe(1);
  expect(said.at(-1)).toBe('1 passed, 2 failed');
  expect(await runStages([stage('unit', [], true)])).toBe(0);
  expect(await runStages([])).toBe(1);
});
