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

/** What one test file came to. */
export interface FileOutcome extends Outcome {
  /** Its path from the project's root. */
  file: string;
}

/**
 * @param json vitest's `--reporter=json` report
 * @param root folder that file names are shown relative to
 */
export function readVitest(json: string, root: string): FileOutcome[] {
  return v.parse(Vitest, JSON.parse(json)).testResults.map((told) => {
    const file = told.name.replace(`${root}/`, '');
    const outcome: FileOutcome = { file, passed: 0, failed: 0, skipped: 0, notes: [] };
    for (const { status, fullName, failureMessages } of told.assertionResults) {
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') {
        outcome.failed += 1;
        outcome.notes.push(`${file}: ${fullName}`, ...excerpt(failureMessages?.join('\n') ?? ''));
      } else outcome.skipped += 1;
    }
    if (told.status === 'failed' && outcome.failed === 0) {
      outcome.failed = 1;
      outcome.notes.push(`${file}: failed outside its tests`, ...excerpt(told.message));
    }
    return outcome;
  });
}

/**
 * Puts a second run of what failed in the place of the first. A file that was to run again and did not say how it went stays failed.
 * @returns every file once; one that passed the second time says why it had to
 */
export function withSecondRun(first: readonly FileOutcome[], second: readonly FileOutcome[]): FileOutcome[] {
  return first.map((once) => {
    const again = once.failed > 0 ? second.find(({ file }) => file === once.file) : undefined;
    if (again === undefined) return once;
    const notes =
      again.failed > 0 ? again.notes : ['passed when run again, noted to be looked into:', ...once.notes];
    return { ...again, notes };
  });
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
