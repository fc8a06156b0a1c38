// The stages that `npm test`, `npm run check` and `npm run e2e` are made of. Leans on the tools themselves (tsc, biome,
// vitest, wxt, web-ext) and their own exit codes and reports; judges nothing that they did not say.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filtersOf } from './areas.ts';
import { type BrowserName, findBrowser } from './browsers.ts';
import { build, buildFolder, ensureBuilt, type Target } from './build.ts';
import { command, LOGS, lastWords, ROOT } from './command.ts';
import { readVitest, readWebExt } from './report.ts';
import { type Outcome, type Stage, single } from './tally.ts';

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

/** Runs one vitest project and counts its tests. */
async function vitest(
  name: string,
  project: string,
  filters: readonly string[],
  show = false,
): Promise<Outcome> {
  const report = join(LOGS, `${name}.json`);
  await mkdir(LOGS, { recursive: true });
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok, said, log } = await command(
    name,
    ['vitest', 'run', '--project', project, ...reporters, ...filters],
    show,
  );
  const json = await readFile(report, 'utf8').catch(() => null);
  if (json === null) return single(false, [...lastWords(said), `see ${log}`]);
  const outcome = readVitest(json, ROOT);
  // Vitest also fails for what no test owns, such as a rejection nobody handled, or a filter that matches no file.
  if (!ok && outcome.failed === 0) return { ...outcome, failed: 1, notes: [`vitest failed, see ${log}`] };
  return outcome.failed > 0 ? { ...outcome, notes: [...outcome.notes, `see ${log}`] } : outcome;
}

export const types: Stage = program('types', 'tsc', '--noEmit');
export const lint: Stage = program('lint', 'biome', 'check', '--error-on-warnings', '.');
export const unit: Stage = { name: 'unit', needs: [], run: () => vitest('unit', 'unit', []) };
export const long: Stage = { name: 'long', needs: [], run: () => vitest('long', 'long', []) };

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
  run: () => vitest(`e2e-${PROJECT[target]}`, PROJECT[target], filtersOf(area), show),
});
