// Starts a real Firefox on a profile of its own and installs the shipped build as a temporary add-on.
// Leans on Marionette (no geckodriver). Waits for the browser to say where it listens; never guesses a port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFirefox } from '../../tools/browsers.ts';
import { FirefoxDriver } from './firefox-driver.ts';
import { Marionette } from './marionette.ts';
import { waitFor } from './wait.ts';

export const FIREFOX_BUILD = resolve(import.meta.dirname, '../../../.output/firefox-mv3');

/** How to start. */
export interface FirefoxOptions {
  /** A visible window (a display must exist); headless otherwise. */
  headed?: boolean;
  /** Folder of the unpacked extension; the shipped build otherwise. */
  extension?: string;
  /** A profile to keep or reopen; a fresh one, removed at the end, otherwise. */
  profile?: string;
  /** More preferences. */
  prefs?: Record<string, string | number | boolean>;
  /** More environment, such as DISPLAY. */
  env?: Record<string, string>;
}

const PREFS: NonNullable<FirefoxOptions['prefs']> = {
  'marionette.port': 0,
  'intl.locale.requested': 'en-US',
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Starts Firefox, installs the extension, and waits until its background has run once. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxDriver> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'moniker-firefox-')));
  const prefs = Object.entries({ ...PREFS, ...options.prefs });
  const lines = prefs.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const portFile = join(profile, 'MarionetteActivePort');
  await rm(portFile, { force: true });
  const flags = ['--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const child = spawn(await findFirefox(), options.headed ? flags : ['--headless', ...flags], {
    env: { ...process.env, ...options.env },
    stdio: 'ignore',
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  try {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`Firefox ended with ${code} before it listened`);
    });
    const listens = async () => Number(await readFile(portFile, 'utf8'));
    const port = await Promise.race([waitFor(listens, 'Firefox to listen', 60_000), ended]);
    // From here on an end is noticed by the connection.
    ended.catch(() => undefined);
    return await install(await Marionette.connect(port), child, profile, options);
  } catch (error) {
    kill();
    throw error;
  }
}

async function install(
  marionette: Marionette,
  child: ChildProcess,
  profile: string,
  options: FirefoxOptions,
): Promise<FirefoxDriver> {
  await marionette.send('WebDriver:NewSession', { capabilities: {} });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const path = resolve(options.extension ?? FIREFOX_BUILD);
  const id = await marionette.send<string>('Addon:Install', { path, temporary: true });
  const driver = new FirefoxDriver(marionette, child, id, {
    path: profile,
    keep: options.profile !== undefined,
  });
  await driver.start();
  return driver;
}
