// The stages that `npm test`, `npm run check` and `npm run e2e` are made of. Leans on the tools themselves (tsc, biome,
// vitest, wxt, web-ext) and their own exit codes and reports; judges nothing that they did not say.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filtersOf } from './areas.ts';
import { type BrowserName, findBrowser } from './browsers.ts';
import { build, buildFolder, ensureBuilt, type Target } from './build.ts';
import { command, type Ended, LOGS, lastWords, ROOT } from './command.ts';
import { type FileOutcome, readVitest, readWebExt, withSecondRun } from './report.ts';
import { type Outcome, type Stage, single, sum } from './tally.ts';

/** A stage that is one program, judged by its exit code. */
function program(name: string, ...argv: string[]): Stage {
  return {
    name,
    needs: [],
    async run() {
      const { ok, said, log } = await command(name, argv);
      return ok ? single(true) : single(false, [...lastWords(said), `see ${log}`]);
    },
  };
}

/** What one run of vitest said; `files` is null where it left no report. */
interface Ran extends Ended {
  files: FileOutcome[] | null;
}

async function vitest(name: string, project: string, more: readonly string[], show: boolean): Promise<Ran> {
  const report = join(LOGS, `${name}.json`);
  await mkdir(LOGS, { recursive: true });
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await command(name, ['vitest', 'run', '--project', project, ...reporters, ...more], show);
  const json = await readFile(report, 'utf8').catch(() => null);
  return { ...ended, files: json === null ? null : readVitest(json, ROOT) };
}

/** Counts the tests of a run. */
function counted({ ok, said, log, files }: Ran): Outcome {
  if (files === null) return single(false, [...lastWords(said), `see ${log}`]);
  const outcome = sum(files);
  // Vitest also fails for what no test owns, such as a rejection nobody handled, or a filter that matches no file.
  if (!ok && outcome.failed === 0) return { ...outcome, failed: 1, notes: [`vitest failed, see ${log}`] };
  return outcome.failed > 0 ? { ...outcome, notes: [...outcome.notes, `see ${log}`] } : outcome;
}

/** Files worth a second run: more of them is no accident. */
const MOST_AGAIN = 6;

/**
 * The same for tests in a browser, whose files run once more where something failed in them: alone, whole and in a fresh browser, since a
 * journey cannot begin in the middle of what a failure left behind. What fails twice is broken; what fails once is told in the notes.
 */
async function inBrowser(
  name: string,
  project: string,
  filters: readonly string[],
  show: boolean,
): Promise<Outcome> {
  const first = await vitest(name, project, filters, show);
  const failed = first.files?.filter((file) => file.failed > 0).map(({ file }) => file) ?? [];
  if (first.files === null || failed.length === 0 || failed.length > MOST_AGAIN) return counted(first);
  const second = await vitest(`${name}-again`, project, ['--maxWorkers=1', ...failed], show);
  const files = withSecondRun(first.files, second.files ?? []);
  return counted({ ...second, files });
}

export const types: Stage = program('types', 'tsc', '--noEmit');
export const lint: Stage = program('lint', 'biome', 'check', '--error-on-warnings', '.');
export const unit: Stage = {
  name: 'unit',
  needs: [],
  run: async () => counted(await vitest('unit', 'unit', [], false)),
};
export const long: Stage = {
  name: 'long',
  needs: [],
  run: async () => counted(await vitest('long', 'long', [], false)),
};

/** A browser that starts; later programs of this run use the very same one. */
export const browser = (name: BrowserName): Stage => ({
  name,
  needs: [],
  async run() {
    const { path, version, how } = await findBrowser(name);
    process.env[`MONIKER_${name.toUpperCase()}`] = path;
    return single(true, [`${version}, ${path}, ${how}`]);
  },
});

/** The shipped build, made anew. */
export const built = (target: Target): Stage => ({
  name: `build ${target}`,
  needs: [],
  async run() {
    const { ok, said, log } = await build(target);
    return ok ? single(true) : single(false, [...lastWords(said), `see ${log}`]);
  },
});

/** The shipped build, made anew only when a source is newer. */
export const fresh = (target: Target): Stage => ({
  name: `build ${target}`,
  needs: [],
  async run() {
    await ensureBuilt(target);
    return single(true);
  },
});

/** Mozilla's own lint of the Firefox build: errors fail, warnings are listed. */
export const extensionLint: Stage = {
  name: 'web-ext lint',
  needs: ['build firefox'],
  async run() {
    const { said, log } = await command('web-ext-lint', [
      'web-ext',
      'lint',
      '--no-config-discovery',
      '--no-input',
      '--output=json',
      `--source-dir=${buildFolder('firefox')}`,
    ]);
    const report = said.split('\n').find((line) => line.startsWith('{'));
    return report ? readWebExt(report) : single(false, [`web-ext gave no report, see ${log}`]);
  },
};

const PROJECT: Record<Target, BrowserName> = { chrome: 'chromium', firefox: 'firefox' };

/**
 * End-to-end tests in one browser.
 * @param area what areas.ts makes of it; all of them when empty
 */
export const endToEnd = (target: Target, area = '', show = false): Stage => ({
  name: `e2e ${PROJECT[target]}`,
  needs: [PROJECT[target], `build ${target}`],
  run: () => inBrowser(`e2e-${PROJECT[target]}`, PROJECT[target], filtersOf(area), show),
});
