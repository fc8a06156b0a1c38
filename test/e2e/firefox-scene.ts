// A stage for tests of the product in Firefox: sandbox, browser, vault, account, site access, all made by a person's clicks and
// keys; and the click in our menu after a glance at it. Leans on the driver and the sandbox; scene.ts is the same for Chromium.
import { expect } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

export const PASSPHRASE = 'orbital lemon teacup';

export interface FirefoxScene {
  sandbox: Sandbox;
  browser: FirefoxDriver;
  /** Our options page, from the first run on. */
  options: FirefoxPage;
  close(): Promise<void>;
}

/** What the second step of the welcome connects: its radio (or the button past them), and how its form is filled. */
interface Choice {
  label: string;
  fill: (options: FirefoxPage, sandbox: Sandbox) => Promise<void>;
}

const CHOICES: Record<'aliaskit' | 'anonli' | 'later', Choice> = {
  aliaskit: {
    label: 'AliasKit',
    async fill(options, { json }) {
      await options.waitFor('input[placeholder^=ak_live]');
      await options.fill('input[placeholder^=ak_live]', json.key);
      await options.fill('input[inputmode=url]', json.api);
    },
  },
  anonli: {
    label: 'anon.li',
    async fill(options, { json }) {
      await options.waitFor('input[placeholder="ak_…"]');
      await options.fill('input[placeholder="ak_…"]', json.anonliKey);
      await options.fill('input[inputmode=url]', json.anonli);
      await options.fill('.field:nth-of-type(3) input[type=password]', json.anonliPassword);
    },
  },
  later: { label: 'Later', fill: async () => undefined },
};

/** Everything up to an allowed browser, with an account of the kind or none. */
export async function openFirefox(kind: keyof typeof CHOICES): Promise<FirefoxScene> {
  const sandbox = await startSandbox({ rateLimit: null });
  const browser = await launchFirefox();
  const options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  const scene: FirefoxScene = {
    sandbox,
    browser,
    options,
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
  await firstRun(scene, CHOICES[kind]).catch(async (error: unknown) => {
    await scene.close();
    throw error;
  });
  return scene;
}

async function firstRun({ sandbox, browser, options }: FirefoxScene, { label, fill }: Choice): Promise<void> {
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.press('Tab');
  await options.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=password]')[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  if (label === CHOICES.later.label) {
    await options.waitFor('button', label);
    await options.click('button', label);
  } else {
    await options.waitFor('label', label);
    await options.click('label', label);
    await fill(options, sandbox);
    await options.click('button[type=submit]');
    expect(await browser.acceptPermissions()).toContain('127.0.0.1');
  }
  await options.waitFor('button', 'Allow on all sites');
  await options.click('button', 'Allow on all sites');
  expect(await browser.acceptPermissions()).toMatch(/all web/i);
  await options.waitFor('[role=status]');
}

const ROW = '[role=menuitem]';
/** How long a person looks before clicking; the menu asks for less. */
const GLANCE = 800;

/** Clicks a row of the menu beside the focused field of a page, after having looked at it. */
export async function chooseIn(page: FirefoxPage, text: string): Promise<void> {
  const menu = await page.menuFrame();
  await menu.waitFor(ROW, text);
  const seen = Date.now();
  await waitFor(() => Date.now() - seen > GLANCE, 'a glance at the menu');
  await menu.click(ROW, text);
  // "Look again": the menu moved under the pointer and asks for a second click, as it would a person.
  const gone = async () => !(await menu.has(ROW, text).catch(() => false));
  await waitFor(gone, 'the row to be taken', 4_000).catch(() => menu.click(ROW, text));
}
