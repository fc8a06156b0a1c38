// The stage of the placement tests in Firefox: the shipped build with a vault that holds one address for the test pages and
// access to all sites. Leans on the drivers and the sandbox; looks into our closed root with the browser's own rights.
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { launchFirefox } from '../drivers/firefox.ts';
import type { FirefoxDriver } from '../drivers/firefox-driver.ts';
import type { FirefoxPage } from '../drivers/firefox-page.ts';
import { FIND } from '../drivers/firefox-scripts.ts';
import { waitFor } from '../drivers/wait.ts';
import type { OpenScreen, Screen } from './screen.ts';

const BOX = `const found = (function () { ${FIND} })(arguments[0], '');
  if (!found) return null;
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x, y, width, height };`;

export interface FirefoxStage {
  driver: FirefoxDriver;
  sandbox: Sandbox;
}

/** @returns the stage, set while the tests of the file run, and how to open its pages. */
export function useFirefox(): { stage: () => FirefoxStage; open: OpenScreen } {
  let stage: FirefoxStage | null = null;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(async () => {
    await stage?.driver.close();
    await stage?.sandbox.close();
  });
  const get = () => {
    if (!stage) throw new Error('the stage is not set');
    return stage;
  };
  return {
    stage: get,
    async open(name) {
      const { driver, sandbox } = get();
      const page = await driver.newTab(`${sandbox.json.pages}/placement/${name}`);
      onTestFinished(() => page.close());
      return screenOf(page);
    },
  };
}

function screenOf(page: FirefoxPage): Screen {
  return {
    // As the page's own script would: its lexical names are seen by no sandbox.
    evaluate: (expression) =>
      page.inPage(
        `const value = (0, window.eval)(arguments[0]); return value === undefined ? null : value;`,
        [expression],
        null,
      ),
    click: (selector) => page.click(selector),
    openByKey: () => page.press('ArrowDown', { altKey: true }),
    box: (selector) => page.inPage(BOX, [selector], 'system'),
    async menu() {
      const menu = await page.menuFrame();
      await menu.waitFor('[role=menuitem]', 'own.example');
    },
  };
}

async function setStage(): Promise<FirefoxStage> {
  const sandbox = await startSandbox();
  const driver = await launchFirefox();
  const options = await driver.newTab(`${driver.origin}/options.html`);
  const ask = async <T>(call: string, args: object): Promise<T> => {
    const answer = await options.evaluate<{ ok?: T; err?: unknown }>(
      `browser.runtime.sendMessage(${JSON.stringify({ call, args })})`,
    );
    if (answer.ok === undefined) throw new Error(`${call}: ${JSON.stringify(answer.err)}`);
    return answer.ok;
  };
  const site = new URL(sandbox.json.pages).hostname;
  await ask('vault.create', { passphrase: 'orbital lemon teacup' });
  const scheme = { type: 'catch-all', domain: 'own.example' };
  const { account } = await ask<{ account: { id: string } }>('accounts.connect', {
    kind: 'local',
    name: 'Own domain',
    scheme,
    format: 'site-hash',
  });
  await ask('addresses.create', { accountId: account.id, site, label: 'Label of the test site' });
  const sites = await driver.newTab(`${driver.origin}/options.html#/sites`);
  await sites.waitFor('button', 'all sites');
  await sites.click('button', 'all sites');
  await driver.acceptPermissions();
  await waitFor(
    () => options.evaluate<boolean>(`browser.permissions.contains({ origins: ['*://*/*'] })`),
    'the grant',
  );
  return { driver, sandbox };
}
