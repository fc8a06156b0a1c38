// Builds the shipped extension, for both browsers or only where the sources are newer than the build.
// Leans on the wxt command and on file times; knows no other build than the one that ships.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { command, type Ended, lastWords, ROOT } from './command.ts';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** What a build is made of. */
const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];

/** Folder of a finished build. */
export const buildFolder = (target: Target): string => join(ROOT, `.output/${target}-mv3`);

/** Newest change below a path, in milliseconds since 1970; folders count, so that a removed file does too. */
async function newest(path: string): Promise<number> {
  const { mtimeMs } = await stat(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const times = await Promise.all(entries.map((entry) => stat(join(entry.parentPath, entry.name))));
  return Math.max(mtimeMs, ...times.map((time) => time.mtimeMs));
}

/** @returns whether the build is missing or older than its sources. */
export async function isStale(target: Target): Promise<boolean> {
  const built = await stat(join(buildFolder(target), 'manifest.json')).catch(() => null);
  if (!built) return true;
  const sources = await Promise.all(SOURCES.map((source) => newest(join(ROOT, source))));
  return Math.max(...sources) > built.mtimeMs;
}

/** Builds for one browser. */
export const build = (target: Target): Promise<Ended> =>
  command(`build-${target}`, ['wxt', 'build', '--browser', target]);

/**
 * Builds for one browser if its sources changed since.
 * @throws Error with the end of the log when the build fails
 */
export async function ensureBuilt(target: Target): Promise<void> {
  if (!(await isStale(target))) return;
  const { ok, said, log } = await build(target);
  if (!ok) throw new Error([`the ${target} build failed, see ${log}`, ...lastWords(said)].join('\n'));
}
