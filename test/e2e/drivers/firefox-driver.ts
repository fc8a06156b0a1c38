// One running Firefox with our extension in it: tabs, the toolbar popup, the permission prompt, the event page's death.
// Leans on Marionette with system access. Never grants by itself what a person would be asked for: it presses the button
// of the browser's own prompt.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { FirefoxPage } from './firefox-page.ts';
import { CONTEXT } from './firefox-scripts.ts';
import type { Marionette } from './marionette.ts';
import { PATIENCE, waitFor } from './wait.ts';

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
    return new FirefoxPage(this.chrome, {
      tab: await this.chrome<number>('return gBrowser.selectedBrowser.browserId;'),
    });
  }

  /** Opens a tab, in front, and waits for its document. */
  async newTab(url = 'about:blank'): Promise<FirefoxPage> {
    const tab = await this.chrome<number>(
      `const tab = gBrowser.addTab(arguments[0], {
         triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
       });
       gBrowser.selectedTab = tab;
       return tab.linkedBrowser.browserId;`,
      url,
    );
    const page = new FirefoxPage(this.chrome, { tab });
    await page.waitForUrl(url);
    return page;
  }

  /** Puts the tab of a page in front. */
  async select(page: FirefoxPage): Promise<void> {
    await this.chrome(
      `gBrowser.selectedTab = gBrowser.getTabForBrowser(${CONTEXT}.top.embedderElement);`,
      page.place,
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
    const tab = await waitFor(
      () => this.chrome<number | null>(`return ${open}?.browserId ?? null;`, url),
      'the popup to open',
    );
    const popup = new FirefoxPage(this.chrome, { tab });
    await popup.waitForUrl(url);
    return popup;
  }

  /** Presses "Allow" in the browser's permission prompt, once it shows. @returns what the prompt said. */
  acceptPermissions(timeout = PATIENCE): Promise<string> {
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
