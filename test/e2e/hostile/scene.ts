// A vault with an address and an authenticator code for the site of the test pages, site access to all, and hands to work
// with: what every test of a hostile page begins with. Leans on the drivers and the sandbox; asks the background as our own
// pages do, because how values got into the vault is not what these tests are about.
import type { Frame, Page } from 'playwright-core';
import type { AppCalls, ArgsOf, ReplyOf } from '../../../lib/messages/contract.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts';
import { waitFor } from '../drivers/wait.ts';

export const ADDRESS_LABEL = 'Label of the test site';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DP';

/** Our menu counts as seen after 350 ms; a person takes longer. */
const GLANCE = 700;

export interface Scene {
  browser: ChromiumDriver;
  sandbox: Sandbox;
  /** Our options page, through which the vault is asked. */
  options: Page;
  /** The address kept for the site of the test pages. */
  email: string;
  ask<Name extends keyof AppCalls & string>(
    call: Name,
    args: ArgsOf<AppCalls[Name]>,
  ): Promise<ReplyOf<AppCalls[Name]>>;
  /** A page of test/fixtures/pages/hostile in a new tab in front. `query` may carry `?csp=`. */
  open(name: string, query?: string): Promise<Page>;
  close(): Promise<void>;
}

/** @param beforeAccess runs while no site may be seen yet. */
export async function setScene(beforeAccess?: (scene: Scene) => Promise<void>): Promise<Scene> {
  const sandbox = await startSandbox();
  const browser = await launchChromium();
  const options = await waitFor(
    () => browser.context.pages().find((page) => page.url().includes('/options.html')),
    'the options page',
  );
  const scene: Scene = {
    browser,
    sandbox,
    options,
    email: '',
    async ask(call, args) {
      const answer = await options.evaluate(
        (message) => (globalThis as unknown as Runtime).chrome.runtime.sendMessage(message),
        { call, args },
      );
      if ('err' in answer) throw new Error(`${call}: ${JSON.stringify(answer.err)}`);
      return answer.ok as never;
    },
    async open(name, query = '') {
      const page = await browser.context.newPage();
      await page.goto(`${sandbox.json.pages}/hostile/${name}${query}`);
      return page;
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
  scene.email = await fillVault(scene);
  await beforeAccess?.(scene);
  await browser.grantHost('*://*/*');
  await options.goto(`${browser.origin}/options.html#/sites`);
  await options.getByRole('button', { name: /all sites/i }).click();
  await options.getByText('on all sites.').waitFor();
  return scene;
}

interface Runtime {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: unknown } | { err: unknown }> } };
}

async function fillVault({ ask, sandbox }: Scene): Promise<string> {
  const site = new URL(sandbox.json.pages).hostname;
  await ask('vault.create', { passphrase: 'orbital lemon teacup' });
  const scheme = { type: 'catch-all', domain: 'own.example' } as const;
  const draft = { kind: 'local', name: 'Own domain', scheme, format: 'site-hash' } as const;
  const { account } = await ask('accounts.connect', draft);
  const { address } = await ask('addresses.create', { accountId: account.id, site, label: ADDRESS_LABEL });
  const code = { issuer: 'Hostile', account: 'me', algorithm: 'SHA1', digits: 6, period: 30, site } as const;
  await ask('totp.add', { ...code, secret: TOTP_SECRET });
  return address.email;
}

/** Clicks into a field and waits for our menu with a row of that name. */
export async function openMenu(scene: Scene, page: Page, field: string, row: RegExp): Promise<Frame> {
  await page.locator(field).click();
  const frame = await scene.browser.menuFrame(page);
  await frame.getByRole('menuitem', { name: row }).first().waitFor();
  return frame;
}

/** Waits as long as a person looks before acting; the product asks for that, and less of it would test the wrong refusal. */
export async function glance(): Promise<void> {
  const start = performance.now();
  await waitFor(() => performance.now() - start > GLANCE, 'a glance');
}

/** Chooses the first row by keys: they reach the menu whatever lies over it. */
export async function chooseByKeys(page: Page): Promise<void> {
  await glance();
  await page.keyboard.press('Alt+ArrowDown');
  // The frame takes the focus in its own time; before that, Enter would go to the page's form. A hidden frame never takes it.
  await page
    .waitForFunction(() => document.activeElement instanceof HTMLDivElement, null, { timeout: 6000 })
    .catch(() => undefined);
  await page.keyboard.press('Enter');
}
