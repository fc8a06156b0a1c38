// The main job in real Firefox, reduced to what differs there: the event page, the doorhanger, filling through Xray, the
// menu frame in a closed root. Leans on the driver, the sandbox and the shipped build.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const PASSPHRASE = 'orbital lemon teacup';
let sandbox: Sandbox;
let browser: FirefoxDriver;
let shop: FirefoxPage;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  browser = await launchFirefox();
});

afterEach(async () => {
  await browser?.close();
  await sandbox?.close();
});

const ROW = '[role=menuitem]';
/** How long a person looks before clicking; the menu asks for less. */
const GLANCE = 800;

/** Clicks a row of the menu beside the focused field, after having looked at it. */
async function choose(text: string): Promise<void> {
  const menu = await shop.menuFrame();
  await menu.waitFor(ROW, text);
  const seen = Date.now();
  await waitFor(() => Date.now() - seen > GLANCE, 'a glance at the menu');
  await menu.click(ROW, text);
  // "Look again": the menu moved under the pointer and asks for a second click, as it would a person.
  const gone = async () => !(await menu.has(ROW, text).catch(() => false));
  await waitFor(gone, 'the row to be taken', 4_000).catch(() => menu.click(ROW, text));
}

async function firstRun(): Promise<void> {
  const options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.press('Tab');
  await options.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('input[type=password]');
    fields[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  await options.waitFor('label', 'AliasKit');
  await options.click('label', 'AliasKit');
  await options.click('button[type=submit]');
  await options.waitFor('input[placeholder^=ak_live]');
  await options.fill('input[placeholder^=ak_live]', sandbox.json.key);
  await options.fill('input[inputmode=url]', sandbox.json.api);
  await options.click('button[type=submit]');
  expect(await browser.acceptPermissions()).toContain('127.0.0.1');
  await options.waitFor('button', 'Allow on all sites').catch(async () => console.log(await options.text()));
  await options.waitFor('button', 'Allow on all sites');
  await options.click('button', 'Allow on all sites');
  expect(await browser.acceptPermissions()).toMatch(/all web/i);
  await options.waitFor('[role=status]');
}

test('vault, address, mail code by SMTP, two-factor set-up by QR, log-in with the TOTP in six boxes', async () => {
  await firstRun();

  shop = await browser.newTab(`${sandbox.json.shop}/signup`);
  await shop.click('#email');
  await choose('New address');
  const email = await waitFor(() => shop.value('#email'), 'the address');
  expect(email).toMatch(/@aliaskit\.com$/);
  await shop.fill('#name', 'Robin Quist');
  await shop.fill('#password', 'a-Shop-password-9');
  await shop.click('#signup-submit');

  await shop.waitFor('#code');
  await shop.click('#code');
  await choose('Corner Shop');
  expect(await waitFor(() => shop.value('#code'), 'the code')).toMatch(/^\d{6}$/);
  await shop.click('#verify-submit');
  await shop.waitFor('#setup-two-factor');
  await shop.click('#setup-two-factor');

  await shop.waitFor('#qr');
  const popup = await browser.popup();
  await popup.click('[role=tab]', 'Codes');
  await popup.click('button', 'Add authenticator code');
  await popup.click('button', 'Scan the QR code');
  await popup.waitFor('button', 'Save');
  await popup.click('button', 'Save');
  await popup.waitFor('li, [role=listitem]', 'Corner Shop');
  await popup.close();
  await shop.click('#code');
  await choose('Authenticator');
  expect(await waitFor(() => shop.value('#code'), 'the TOTP')).toMatch(/^\d{6}$/);
  await shop.click('#two-factor-submit');
  await shop.waitFor('#two-factor-off');

  await browser.killBackground();
  await shop.click('#logout');
  await shop.go(`${sandbox.json.shop}/login`);
  await shop.click('#email');
  await choose(email.split('@')[0] ?? email);
  expect(await waitFor(() => shop.value('#email'), 'the address used here')).toBe(email);
  await shop.fill('#password', 'a-Shop-password-9');
  await shop.click('#login-submit');
  await shop.waitFor('#digit-1');
  await shop.click('#digit-1');
  await choose('Authenticator');
  await shop.waitFor('#account-email');
  expect([...sandbox.world.state.shopUsers.values()]).toMatchObject([{ email, verified: true }]);
  expect(sandbox.world.state.identities.size).toBe(1);
});
