// Finds the browsers that the end-to-end tests and the tour drive, or installs them, or says exactly what to install.
// Leans on the system's own commands, Playwright's download and apt-get. Refuses branded Chrome (it ignores
// --load-extension) and snap stubs (they cannot read our profile folders), however they are named.
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, open, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwrightChromium } from 'playwright-core';
import { installApt, isRootOnDebian } from './apt.ts';

const run = promisify(execFile);

/** A browser that starts: where it is, what it says it is, and how it was come by. */
export interface Found {
  path: string;
  version: string;
  how: string;
}

export type BrowserName = 'chromium' | 'firefox';

interface Source {
  /** Environment variable whose path goes before everything else. */
  variable: string;
  /** Command names on PATH, best first, and fixed places. */
  commands: readonly string[];
  places: readonly string[];
  /** What `--version` must say. */
  proof: RegExp;
  packages: readonly string[];
  /** Playwright's build of it, when Playwright has one that does what we need. */
  download: (() => string) | null;
  advice: string;
}

const SOURCES: Record<BrowserName, Source> = {
  chromium: {
    variable: 'MONIKER_CHROMIUM',
    commands: ['chromium', 'chromium-browser'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    proof: /^(Chromium|Google Chrome for Testing) \d/,
    packages: ['chromium'],
    download: () => playwrightChromium.executablePath(),
    advice:
      'Install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright-core install --with-deps chromium), or set MONIKER_CHROMIUM to the path of a Chromium or Chrome for Testing. Branded Chrome will not do: it ignores --load-extension.',
  },
  firefox: {
    variable: 'MONIKER_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    proof: /^Mozilla Firefox \d/,
    packages: ['firefox-esr'],
    // Playwright's Firefox is patched and has no Marionette for system access, so it is not used.
    download: null,
    advice:
      'Install Firefox (Debian: apt-get install firefox-esr; Ubuntu: the .deb of packages.mozilla.org, not the snap), or set MONIKER_FIREFOX to the path of a firefox binary.',
  },
};

/** @returns whether the file is a snap, or a script that hands over to one. */
async function isSnap(path: string): Promise<boolean> {
  if ((await realpath(path)).includes('/snap')) return true;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    return head.startsWith('#!') && head.includes('/snap/bin');
  } finally {
    await file.close();
  }
}

/** Starts `path --version`. @returns the browser, or the reason why it will not do. */
async function inspect(path: string, proof: RegExp, how: string): Promise<Found | string> {
  try {
    await access(path, constants.X_OK);
    if (await isSnap(path)) return `${path} is a snap`;
    const { stdout } = await run(path, ['--version'], { timeout: 30_000 });
    const version = stdout.trim();
    return proof.test(version) ? { path, version, how } : `${path} is “${version}”`;
  } catch (error) {
    return `${path}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Looks where the system keeps commands. */
async function findInstalled({ commands, places, proof }: Source): Promise<Found | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [...commands.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  for (const path of paths) {
    if (!(await exists(path))) continue;
    const found = await inspect(path, proof, 'installed on this system');
    if (typeof found !== 'string') return found;
    tell(`passed over: ${found}`);
  }
  return null;
}

/** Takes Playwright's build, downloading it when it is not there. A failed download is told and tolerated. */
async function findDownloaded({ download, proof }: Source): Promise<Found | null> {
  if (!download) return null;
  const how = 'downloaded by Playwright';
  if (!(await exists(download()))) {
    tell('downloading Chromium with Playwright …');
    const done = await playwright('install', '--no-shell', 'chromium');
    if (!done) return null;
  }
  const found = await inspect(download(), proof, how);
  if (typeof found !== 'string') return found;
  tell(`the downloaded browser does not start: ${found}`);
  if (!(await isRootOnDebian())) return null;
  await playwright('install-deps', 'chromium');
  const again = await inspect(download(), proof, how);
  return typeof again === 'string' ? null : again;
}

/** @returns whether Playwright's installer succeeded. */
async function playwright(...args: string[]): Promise<boolean> {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  try {
    await run(process.execPath, [cli, ...args], { env, timeout: 300_000, maxBuffer: 1 << 26 });
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    tell(`playwright-core ${args.join(' ')} failed: ${said.match(/Error: .*/)?.[0] ?? said.split('\n')[0]}`);
    return false;
  }
}

/** On stderr, since stdout may be a program's answer. */
function tell(line: string): void {
  console.error(`browsers: ${line}`);
}

const known = new Map<BrowserName, Promise<Found>>();

/**
 * Finds a browser once per process: the variable's path, the system's, Playwright's download, apt-get.
 * @throws Error with what to install when none of these gave one that starts
 */
export function findBrowser(name: BrowserName): Promise<Found> {
  const found = known.get(name) ?? search(SOURCES[name]);
  known.set(name, found);
  return found;
}

async function search(source: Source): Promise<Found> {
  const chosen = process.env[source.variable];
  if (chosen) {
    const found = await inspect(chosen, source.proof, `named by ${source.variable}`);
    if (typeof found === 'string') throw new Error(`${source.variable}: ${found}. ${source.advice}`);
    return found;
  }
  const present = (await findInstalled(source)) ?? (await findDownloaded(source));
  if (present) return present;
  if (await installApt(source.packages, tell)) {
    const installed = await findInstalled(source);
    if (installed) return { ...installed, how: 'installed by apt-get just now' };
  }
  throw new Error(source.advice);
}

/** Path of a Chromium that loads extensions. */
export const findChromium = async (): Promise<string> => (await findBrowser('chromium')).path;

/** Path of a Firefox with Marionette. */
export const findFirefox = async (): Promise<string> => (await findBrowser('firefox')).path;

/**
 * Makes sure that Xvfb and xdotool are there, for the tests that must see a native prompt or menu.
 * @throws Error with what to install
 */
export async function needDisplayTools(): Promise<void> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const has = async (name: string) =>
    (await Promise.all(folders.map((folder) => exists(join(folder, name))))).includes(true);
  const all = async () => (await has('Xvfb')) && (await has('xdotool'));
  if ((await all()) || ((await installApt(['xvfb', 'xdotool', 'xauth'], tell)) && (await all()))) return;
  throw new Error('Install Xvfb and xdotool (Debian, Ubuntu: apt-get install xvfb xdotool xauth).');
}
