// Counts what passed and failed, runs a list of stages, and closes with the one line that everybody reads.
// Leans on nothing but the clock and stdout; what a stage is belongs to stages.ts.

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a stage came to, and the lines worth showing. */
export interface Outcome extends Tally {
  notes: string[];
}

/** One step of a run. */
export interface Stage {
  name: string;
  /** Names of stages without whose success this one has nothing to work on. */
  needs: readonly string[];
  run(): Promise<Outcome>;
}

/** One check that is not made of counted tests. */
export const single = (ok: boolean, notes: string[] = []): Outcome => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  notes,
});

/** @returns all of them as one. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  const total: Outcome = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const { passed, failed, skipped, notes } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.notes.push(...notes);
  }
  return total;
}

/** @returns `N passed, N failed`, and `, N skipped` when something was. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Runs stages one after the other, going on after a failure with whatever does not need what failed.
 * Prints a line a stage and the closing line last.
 * @returns the exit code: 0 only when something passed and nothing failed
 */
export async function runStages(stages: readonly Stage[]): Promise<0 | 1> {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set<string>();
  for (const stage of stages) {
    const began = performance.now();
    const missing = stage.needs.find((name) => broken.has(name));
    const outcome = missing ? single(false, [`not run, since “${missing}” failed`]) : await attempt(stage);
    if (outcome.failed > 0) broken.add(stage.name);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
    const mark = outcome.failed > 0 ? 'FAILED' : 'ok';
    console.log(`${stage.name.padEnd(16)} ${mark.padEnd(6)} ${seconds} s   ${closingLine(outcome)}`);
    for (const note of outcome.notes) console.log(`    ${note}`);
  }
  console.log(closingLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** A stage that throws has failed, with its reason. */
async function attempt(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run();
  } catch (error) {
    return single(false, [error instanceof Error ? error.message : String(error)]);
  }
}
