// A real Chromium with the shipped build in it: its worker, its toolbar popup, its pages, its site access, its death.
// Leans on playwright-core and the DevTools protocol. Never swaps the build for a test build and never sleeps:
// whatever a person could do is done by the browser's own means.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from 'playwright-core';
import { findChromium } from '../../tools/browsers.ts';
import { Pierced } from './pierce.ts';
import { Popup } from './popup.ts';
import { listTargets, RemoteTarget, type TargetInfo, withHiddenPage } from './target.ts';
import { PATIENCE, waitFor } from './wait.ts';
import { WorkerLife } from './worker.ts';

export const CHROME_BUILD = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** How to start. */
export interface LaunchOptions {
  /** A visible window (a display must exist); headless otherwise. */
  headed?: boolean;
  /** A profile to keep or reopen; a fresh one, removed at the end, otherwise. */
  userDataDir?: string;
  /** Folder of the unpacked extension; the shipped build otherwise. */
  extension?: string;
  /** More command line switches. */
  args?: string[];
  /** More environment, such as DISPLAY. */
  env?: Record<string, string>;
  /** The caller hears Ctrl-C itself and closes; else Playwright ends browser and process. */
  ownSignals?: boolean;
}

/** Starts Chromium and waits until the extension's worker has started once. */
export async function launchChromium(options: LaunchOptions = {}): Promise<ChromiumDriver> {
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'moniker-chromium-')));
  const extension = resolve(options.extension ?? CHROME_BUILD);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    // Playwright's own headless mode loads no extension; Chromium's new one does.
    headless: false,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    handleSIGINT: !options.ownSignals,
    handleSIGTERM: !options.ownSignals,
    handleSIGHUP: !options.ownSignals,
    env: { ...process.env, LANGUAGE: 'en_US', ...options.env },
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      '--lang=en-US',
      '--window-size=1280,900',
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Chromium gave no browser session');
  return new ChromiumDriver(context, browser, new URL(worker.url()).host, {
    path: profile,
    keep: options.userDataDir !== undefined,
  });
}

/** One running Chromium with one extension. */
export class ChromiumDriver {
  /** Playwright's own handle: tabs, clicks in pages and in frames (the in-page menu included). */
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** `chrome-extension://ID` */
  readonly origin: string;
  readonly profile: string;
  readonly #keepProfile: boolean;
  readonly #browser: CDPSession;
  readonly #life: WorkerLife;

  constructor(
    context: BrowserContext,
    browser: CDPSession,
    extensionId: string,
    profile: { path: string; keep: boolean },
  ) {
    this.context = context;
    this.#browser = browser;
    this.extensionId = extensionId;
    this.origin = `chrome-extension://${extensionId}`;
    this.#life = new WorkerLife(context, browser, this.origin);
    this.profile = profile.path;
    this.#keepProfile = profile.keep;
  }

  async #targets(keep: (target: TargetInfo) => boolean): Promise<TargetInfo[]> {
    return (await listTargets(this.#browser)).filter(keep);
  }

  /** The service worker, started first if it is not running. `worker.evaluate('chrome.storage.session.get()')`. */
  worker(): Promise<Worker> {
    return this.#life.worker();
  }

  /** Whether the worker runs at this moment. */
  workerAlive(): Promise<boolean> {
    return this.#life.alive();
  }

  /**
   * Ends the worker and waits until that very instance is gone; the next event for it starts a new one.
   * @param how 'stop' as the browser does after idle time; 'close' as a crash of its target would.
   */
  killWorker(how: 'stop' | 'close' = 'stop'): Promise<void> {
    return this.#life.kill(how);
  }

  /**
   * Clicks the toolbar icon: opens the real popup over the tab in front (of the last window used) and gives it `activeTab`
   * there. A popup that is still open is closed first.
   * @param page brought to the front first, when given
   */
  async popup(page?: Page): Promise<Popup> {
    await page?.bringToFront();
    const url = `${this.origin}/popup.html`;
    const shown = (target: TargetInfo) => target.type === 'page' && target.url.startsWith(url);
    const tabsBefore = new Set<string>();
    for (const { targetId } of await this.#targets(shown)) {
      if (await this.#isTab(targetId)) tabsBefore.add(targetId);
      else await this.#browser.send('Target.closeTarget', { targetId });
    }
    const isPopup = (target: TargetInfo) => shown(target) && !tabsBefore.has(target.targetId);
    await waitFor(async () => (await this.#targets(isPopup)).length === 0, 'the old popup to close');
    const tab = await this.#activeTab(page);
    await this.#browser.send('Extensions.triggerAction', { id: this.extensionId, targetId: tab.targetId });
    const [target] = await waitFor(async () => {
      const found = await this.#targets(isPopup);
      return found.length > 0 && found;
    }, 'the popup to open');
    if (!target) throw new Error('no popup');
    const popup = new Popup(await RemoteTarget.attach(this.#browser, target.targetId));
    await waitFor(() => popup.evaluate('document.readyState === "complete"'), 'the popup to load');
    return popup;
  }

  /** Popup documents opened as tabs are Playwright pages; the real popup is not. */
  async #isTab(targetId: string): Promise<boolean> {
    for (const page of this.context.pages()) {
      const session = await this.context.newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      await session.detach();
      if (targetInfo.targetId === targetId) return true;
    }
    return false;
  }

  /** The tab in front; with several windows the one that shows `page`. */
  async #activeTab(page: Page | undefined): Promise<TargetInfo> {
    const tabs = await this.#targets((t) => t.type === 'tab' && t.embedderData?.tabActive === true);
    const tab = tabs.find((candidate) => candidate.url === page?.url()) ?? tabs[0];
    if (!tab) throw new Error('no tab is in front');
    return tab;
  }

  /** Opens a page of the extension in a new tab: 'popup.html', 'options.html' … */
  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/${path}`);
    return page;
  }

  /** The popup's document in a tab of its own (the tab in front is then itself). */
  openPopupPage(): Promise<Page> {
    return this.openExtensionPage('popup.html');
  }

  openOptions(): Promise<Page> {
    return this.openExtensionPage('options.html');
  }

  /**
   * Agrees beforehand to the prompt that the product's own `permissions.request` would show, which headless cannot show.
   * The product still has to ask, from a click; until it does, nothing is granted.
   * @param origins match patterns, such as `*://*\/*`
   */
  async grantHost(...origins: string[]): Promise<void> {
    await withHiddenPage(this.#browser, 'chrome://extensions/', (page) =>
      page.evaluate(
        async ({ id, hosts }: { id: string; hosts: string[] }) => {
          const { chrome } = globalThis as unknown as {
            chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
          };
          for (const host of hosts) await chrome.developerPrivate.addHostPermission(id, host);
        },
        { id: this.extensionId, hosts: origins },
      ),
    );
  }

  /** Eyes and mouse inside closed shadow roots of a page, or of a frame in another process. */
  pierce(place: Page | Frame): Promise<Pierced> {
    return Pierced.open(this.context, place);
  }

  /** Waits for the extension's own frame inside a page (the in-page menu); use it as any Playwright frame. */
  menuFrame(page: Page, timeout = PATIENCE): Promise<Frame> {
    const ours = (frame: Frame) => frame !== page.mainFrame() && frame.url().startsWith('chrome-extension:');
    return waitFor(() => page.frames().find(ours), 'our frame in the page', timeout);
  }

  /**
   * Runs the worker's listeners of `commands.onCommand` or `contextMenus.onClicked` for the tab in front, as the browser would.
   * Headless shows neither keyboard shortcuts nor native menus; unlike the real thing this gives no `activeTab`.
   */
  async dispatch(event: 'commands.onCommand' | 'contextMenus.onClicked', detail: unknown): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.${event}.dispatch(${JSON.stringify(detail)}, tab);
    })()`);
  }

  /**
   * Reloads the extension as an update does: its pages close, its scripts in open tabs are orphaned, a new worker starts.
   * Needs the developer mode of chrome://extensions, without which a reloaded unpacked extension stays off.
   */
  async reloadExtension(): Promise<void> {
    await (await this.worker()).evaluate('globalThis.beforeReload = true');
    await withHiddenPage(this.#browser, 'chrome://extensions/', (page) =>
      page.evaluate(`(async () => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.reload('${this.extensionId}', { failQuietly: false });
      })()`),
    );
    await waitFor(async () => {
      if (!(await this.workerAlive())) return false;
      return (await this.worker()).evaluate('!globalThis.beforeReload');
    }, 'the new worker');
  }

  /** Closes the browser and removes the profile unless the caller chose it. */
  async close(): Promise<void> {
    await this.context.close();
    if (!this.#keepProfile) await rm(this.profile, { recursive: true, force: true });
  }
}
