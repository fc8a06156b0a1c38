// A real Firefox with the shipped build installed as a temporary add-on: tabs, the toolbar popup, the permission prompt,
// the event page's death. Leans on Marionette (no geckodriver) with system access. Never grants by itself what a person
// would be asked for: it presses the button of the browser's own prompt.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFirefox } from '../../tools/browsers.ts';
import { FirefoxPage } from './firefox-page.ts';
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
  const port = await waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`Firefox ended with ${child.exitCode}`);
      return Number(await readFile(portFile, 'utf8'));
    },
    'Firefox to listen',
    60_000,
  );
  const marionette = await Marionette.connect(port);
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

/** One running Firefox with one extension. */
export class FirefoxDriver {
  readonly extensionId: string;
  /** `moz-extension://UUID`, known once started. */
  origin = '';
  readonly profile: string;
  readonly #keepProfile: boolean;
  readonly #marionette: Marionette;
  readonly #child: ChildProcess;

  constructor(
    marionette: Marionette,
    child: ChildProcess,
    extensionId: string,
    profile: { path: string; keep: boolean },
  ) {
    this.#marionette = marionette;
    this.#child = child;
    this.extensionId = extensionId;
    this.profile = profile.path;
    this.#keepProfile = profile.keep;
  }

  /** Learns the extension's address and waits for its background. Called once by {@link launchFirefox}. */
  async start(): Promise<void> {
    const host = await this.chrome<string>(
      'return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname;',
      this.extensionId,
    );
    this.origin = `moz-extension://${host}`;
    await waitFor(() => this.backgroundAlive(), 'the background to start');
  }

  /** Runs source with `arguments` in the browser's window, with all its rights; `await` and `return` work. */
  chrome = <T>(source: string, ...args: unknown[]): Promise<T> =>
    this.#marionette.send<T>('WebDriver:ExecuteScript', {
      script: `return (async function () { ${source} }).apply(null, arguments);`,
      args,
      sandbox: 'system',
    });

  /** The tab in front. */
  async tab(): Promise<FirefoxPage> {
    return new FirefoxPage(
      this.chrome,
      await this.chrome<number>('return gBrowser.selectedBrowser.browsingContext.id;'),
    );
  }

  /** Opens a tab, in front, and waits for its document. */
  async newTab(url = 'about:blank'): Promise<FirefoxPage> {
    const id = await this.chrome<number>(
      `const tab = gBrowser.addTab(arguments[0], {
         triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
         forceNotRemote: false,
       });
       gBrowser.selectedTab = tab;
       return tab.linkedBrowser.browsingContext.id;`,
      url,
    );
    const find = () =>
      this.chrome<number | null>('return gBrowser.selectedBrowser.browsingContext?.id ?? null;');
    const page = new FirefoxPage(this.chrome, (await find()) ?? id);
    await page.waitForUrl(url);
    return page;
  }

  /** Puts the tab of a page in front. */
  async select(page: FirefoxPage): Promise<void> {
    await this.chrome(
      'gBrowser.selectedTab = gBrowser.getTabForBrowser(BrowsingContext.get(arguments[0]).top.embedderElement);',
      page.id,
    );
  }

  /** Opens a page of the extension in a new tab: 'popup.html', 'options.html' … */
  openExtensionPage(path: string): Promise<FirefoxPage> {
    return this.newTab(`${this.origin}/${path}`);
  }

  openPopupPage(): Promise<FirefoxPage> {
    return this.openExtensionPage('popup.html');
  }

  openOptions(): Promise<FirefoxPage> {
    return this.openExtensionPage('options.html');
  }

  /** Presses the toolbar button: opens the real popup over the tab in front and gives it `activeTab` there. */
  async popup(): Promise<FirefoxPage> {
    const open = `[...document.querySelectorAll('.webextension-popup-browser')].find((browser) =>
      browser.currentURI?.spec.startsWith(arguments[0]) && browser.closest('panel')?.state === 'open')`;
    const url = `${this.origin}/popup.html`;
    await this.chrome(`${open}?.closest('panel').hidePopup();`, url);
    await waitFor(() => this.chrome<boolean>(`return !${open};`, url), 'the old popup to close');
    await this.chrome(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       const { extension } = WebExtensionPolicy.getByID(arguments[0]);
       ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
      this.extensionId,
    );
    const id = await waitFor(
      () => this.chrome<number | null>(`return ${open}?.browsingContext.id ?? null;`, url),
      'the popup to open',
    );
    const popup = new FirefoxPage(this.chrome, id);
    await popup.waitForUrl(url);
    return popup;
  }

  /** Presses "Allow" in the browser's permission prompt, once it shows. @returns what the prompt said. */
  acceptPermissions(timeout = 15_000): Promise<string> {
    return waitFor(
      () =>
        this.chrome<string>(
          `if (PopupNotifications.panel.state !== 'open') return '';
           const prompt = PopupNotifications.panel.querySelector('#addon-webext-permissions-notification');
           if (!prompt || prompt.hidden) return '';
           const said = prompt.textContent.replace(/\\s+/g, ' ').trim();
           // Firefox ignores the button for half a second after the prompt appeared, so press until it is gone.
           prompt.button.click();
           return PopupNotifications.isPanelOpen ? '' : said || 'accepted';`,
        ),
      'the permission prompt',
      timeout,
    );
  }

  /** Runs a keyboard command of the manifest as its key would: `onCommand`, with `activeTab` for the tab in front. */
  async command(name: string): Promise<void> {
    await this.chrome(
      `const { extension } = WebExtensionPolicy.getByID(arguments[0]);
       extension.tabManager.addActiveTabPermission();
       extension.shortcuts.onCommand(arguments[1]);`,
      this.extensionId,
      name,
    );
  }

  /** Whether the event page runs at this moment. */
  async backgroundAlive(): Promise<boolean> {
    return (await this.#backgroundState()) === 'running';
  }

  #backgroundState(): Promise<string> {
    return this.chrome(
      'return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState;',
      this.extensionId,
    );
  }

  /** Ends the event page as the browser does after idle time, whatever it is waiting for. The next event starts it anew. */
  async killBackground(): Promise<void> {
    await this.chrome(
      `await WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground({
         ignoreDevToolsAttached: true,
         disableResetIdleForTest: true,
       });`,
      this.extensionId,
    );
    await waitFor(async () => !(await this.backgroundAlive()), 'the background to end');
  }

  /** Quits the Firefox we started, and removes the profile unless the caller chose it. */
  async close(): Promise<void> {
    const exited = this.#child.exitCode === null ? once(this.#child, 'exit') : Promise.resolve();
    const asked = this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
    const limit = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    await Promise.allSettled([asked]);
    await exited;
    clearTimeout(limit);
    this.#marionette.close();
    if (!this.#keepProfile) await rm(this.profile, { recursive: true, force: true });
  }
}
