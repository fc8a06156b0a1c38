// The main job as a person does it, in small steps over a real Chromium: vault, account, site access, sign-up, code, TOTP,
// log-in. Leans on the browser driver and the sandbox; clicks what is on screen and waits for what must appear, nothing else.
import type { Frame, Page } from 'playwright-core';
import type { ChromiumDriver } from '../e2e/drivers/chromium.ts';
import { waitFor } from '../e2e/drivers/wait.ts';
import type { SandboxInfo } from '../sandbox/info.ts';

export const PASSPHRASE = 'orbital lemon teacup';
export const SHOPPER = { name: 'Robin Quist', password: 'a-Shop-password-9' };

export interface Journey {
  browser: ChromiumDriver;
  sandbox: SandboxInfo;
  /** Our options page, from the first run on. */
  options: Page;
  /** The tab with the shop. */
  shop: Page;
}

/** The page that the extension opens by itself after installation. */
export async function meetWelcome(browser: ChromiumDriver, sandbox: SandboxInfo): Promise<Journey> {
  const options = await waitFor(
    () => browser.context.pages().find((page) => page.url().includes('/options.html#/welcome')),
    'the welcome page to open',
  );
  await options.getByRole('textbox').or(options.locator('input[type=password]')).first().waitFor();
  const shop = browser.context.pages().find((page) => page !== options) ?? (await browser.context.newPage());
  return { browser, sandbox, options, shop };
}

export async function createVault({ options }: Journey, passphrase = PASSPHRASE): Promise<void> {
  await options.bringToFront();
  const fields = options.locator('input[type=password]');
  await fields.nth(0).fill(passphrase);
  await fields.nth(1).fill(passphrase);
  await options.locator('button[type=submit]').click();
  await options.getByRole('radio').first().waitFor();
}

/** Chooses AliasKit in the second step of the welcome, with the sandbox as its server. */
export async function connectAliaskit(
  { browser, options, sandbox }: Journey,
  key = sandbox.key,
): Promise<void> {
  await options.bringToFront();
  await browser.grantHost('http://127.0.0.1/*');
  await options.getByRole('radio', { name: /AliasKit/ }).check();
  await options.locator('button[type=submit]').click();
  await options
    .getByLabel(/API key/i)
    .first()
    .fill(key);
  await options.getByLabel(/server|base URL|address of the service/i).fill(sandbox.api);
  await options.locator('button[type=submit]').click();
}

/** The third step: site access, asked for in the page, agreed to in the browser. */
export async function allowSites({ browser, options }: Journey): Promise<void> {
  await browser.grantHost('*://*/*');
  await options.getByRole('button', { name: /all sites/i }).click();
  await options.getByRole('status').filter({ hasText: /site/i }).first().waitFor();
}

/** Our menu beside the focused field of a page. */
export async function menuOf({ browser }: Journey, page: Page): Promise<Frame> {
  const frame = await browser.menuFrame(page);
  await frame.getByRole('menu').waitFor();
  return frame;
}

/** How long a person looks before clicking; the menu asks for 350 ms of being seen. */
const GLANCE = 600;

/** Clicks a row of the menu, once, when it has been in view as long as a person needs to see it. */
export async function chooseRow(frame: Frame, name: RegExp): Promise<void> {
  const row = frame.getByRole('menuitem', { name }).first();
  await row.waitFor();
  const seen = Date.now();
  await waitFor(() => Date.now() - seen > GLANCE, 'a glance at the menu');
  await row.click();
}

/** The value of a field once it has one. */
export function filled(page: Page, selector: string): Promise<string> {
  return waitFor(() => page.locator(selector).inputValue(), `${selector} to be filled`);
}

export async function signUp(journey: Journey): Promise<string> {
  const { shop, sandbox } = journey;
  await shop.bringToFront();
  await shop.goto(`${sandbox.shop}/signup`);
  await shop.locator('#email').click();
  await chooseRow(await menuOf(journey, shop), /new address/i);
  const email = await filled(shop, '#email');
  await shop.locator('#name').fill(SHOPPER.name);
  await shop.locator('#password').fill(SHOPPER.password);
  await shop.locator('#signup-submit').click();
  await shop.locator('#verify-form').waitFor();
  return email;
}

/** The mail comes by SMTP; its code stands in the menu and fills the field. */
export async function enterMailCode(journey: Journey): Promise<void> {
  const { shop } = journey;
  await shop.locator('#verify-form input').first().click();
  await chooseRow(await menuOf(journey, shop), /^Code \d/);
  await filled(shop, '#verify-form input');
  await shop.locator('#verify-submit').click();
  await shop.locator('#account-email').waitFor();
}

/** Reads the QR code of the set-up page with the toolbar popup, keeps the entry, and confirms with its first code. */
export async function setUpTwoFactor(journey: Journey): Promise<void> {
  const { browser, shop } = journey;
  await shop.locator('#setup-two-factor').click();
  await shop.locator('#qr').waitFor();
  const popup = await browser.popup(shop);
  await popup.click('[role=tab]', 'Codes');
  await popup.click('button', 'Add authenticator');
  await popup.click('button', 'QR');
  await popup.waitFor('button', 'Save');
  await popup.click('button', 'Save');
  await popup.waitFor('[role=timer], .ring, svg');
  await popup.close();
  await shop.locator('#two-factor-form input').first().click();
  await chooseRow(await menuOf(journey, shop), /^Authenticator code/);
  await filled(shop, '#two-factor-form input');
  await shop.locator('#two-factor-submit').click();
  await shop.locator('#two-factor-off').waitFor();
}

/** Logs out and in again: the address used here from the menu, the TOTP into six boxes. */
export async function logInAgain(journey: Journey, email: string): Promise<void> {
  const { shop, sandbox } = journey;
  await shop.locator('#logout').click();
  await shop.goto(`${sandbox.shop}/login`);
  await shop.locator('#email').click();
  await chooseRow(await menuOf(journey, shop), new RegExp(email.split('@')[0] ?? email));
  await filled(shop, '#email');
  await shop.locator('#password').fill(SHOPPER.password);
  await shop.locator('#login-submit').click();
  await shop.locator('#digit-1').click();
  await chooseRow(await menuOf(journey, shop), /^Authenticator code/);
  await shop.locator('#account-email').waitFor();
}
