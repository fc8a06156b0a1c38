// Reads vitest's JSON report and web-ext's JSON report into counts and the few lines a person needs to act.
// Pure. A test file that could not even load counts as one failure, since its tests are missing from the counts.
import * as v from 'valibot';
import { type Outcome, single } from './tally.ts';

const Vitest = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.picklist(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']),
          failureMessages: v.optional(v.nullable(v.array(v.string())), []),
        }),
      ),
    }),
  ),
});

/** Lines of a failure's message that are shown; the log has the rest. */
const SHOWN = 12;

/**
 * @param json vitest's `--reporter=json` report
 * @param root folder that file names are shown relative to
 */
export function readVitest(json: string, root: string): Outcome {
  const { testResults } = v.parse(Vitest, JSON.parse(json));
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const file of testResults) {
    const name = file.name.replace(`${root}/`, '');
    let failedHere = 0;
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') {
        failedHere += 1;
        outcome.notes.push(`${name}: ${fullName}`, ...excerpt(failureMessages?.join('\n') ?? ''));
      } else outcome.skipped += 1;
    }
    if (file.status === 'failed' && failedHere === 0) {
      failedHere = 1;
      outcome.notes.push(`${name}: failed outside its tests`, ...excerpt(file.message));
    }
    outcome.failed += failedHere;
  }
  return outcome;
}

const excerpt = (message: string): string[] =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:internal|<anonymous>)/.test(line))
    .slice(0, SHOWN)
    .map((line) => `  ${line}`);

const Finding = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.nullable(v.string()), ''),
});
const WebExt = v.object({
  summary: v.object({ errors: v.number(), warnings: v.number() }),
  errors: v.array(Finding),
  warnings: v.array(Finding),
});

/** @param json the report of `web-ext lint --output=json`; errors fail, warnings are listed. */
export function readWebExt(json: string): Outcome {
  const { summary, errors, warnings } = v.parse(WebExt, JSON.parse(json));
  const line = (kind: string) => (finding: v.InferOutput<typeof Finding>) =>
    `${kind} ${finding.code} ${finding.file ?? ''}: ${finding.message}`;
  return single(summary.errors === 0, [...errors.map(line('error')), ...warnings.map(line('warning'))]);
}
