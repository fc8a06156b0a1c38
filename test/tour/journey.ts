// The main job as a person does it, in small steps over a real Chromium: vault, account, site access, sign-up, code, TOTP,
// log-in. Leans on the browser driver and the sandbox; clicks what is on screen and waits for what must appear, nothing else.
import type { Frame, Locator, Page } from 'playwright-core';
import type { ChromiumDriver } from '../e2e/drivers/chromium.ts';
import { waitFor } from '../e2e/drivers/wait.ts';
import type { SandboxInfo } from '../sandbox/info.ts';

export const PASSPHRASE = 'orbital lemon teacup';
export const SHOPPER = { name: 'Robin Quist', password: 'a-Shop-password-9' };

/** What can be looked at: a tab, or the toolbar popup. */
export interface Sight {
  screenshot(): Promise<Buffer>;
}

/** Told at every moment worth a look, while it lasts. */
export type Look = (moment: string, sight: Sight) => Promise<void>;

export interface Journey {
  browser: ChromiumDriver;
  sandbox: SandboxInfo;
  /** Our options page, from the first run on. */
  options: Page;
  /** The tab with the shop. */
  shop: Page;
  look: Look;
}

const unseen: Look = async () => undefined;

/** The page that the extension opens by itself after installation. */
export async function meetWelcome(
  browser: ChromiumDriver,
  sandbox: SandboxInfo,
  look: Look = unseen,
): Promise<Journey> {
  const options = await waitFor(
    () => browser.context.pages().find((page) => page.url().includes('/options.html#/welcome')),
    'the welcome page to open',
  );
  await options.getByRole('textbox').or(options.locator('input[type=password]')).first().waitFor();
  const shop = browser.context.pages().find((page) => page !== options) ?? (await browser.context.newPage());
  await look('welcome', options);
  return { browser, sandbox, options, shop, look };
}

export async function createVault({ options, look }: Journey, passphrase = PASSPHRASE): Promise<void> {
  await options.bringToFront();
  const fields = options.locator('input[type=password]');
  await fields.nth(0).fill(passphrase);
  await fields.nth(1).fill(passphrase);
  await look('passphrase', options);
  await options.locator('button[type=submit]').click();
  await options.getByRole('radio').first().waitFor();
}

/** Chooses AliasKit in the second step of the welcome, with the sandbox as its server. */
export async function connectAliaskit(
  { browser, options, sandbox, look }: Journey,
  key = sandbox.key,
): Promise<void> {
  await options.bringToFront();
  await browser.grantHost('http://127.0.0.1/*');
  await options.getByRole('radio', { name: /AliasKit/ }).check();
  await options
    .getByLabel(/API key/i)
    .first()
    .fill(key);
  await options.getByLabel(/base URL/i).fill(sandbox.api);
  await look('aliaskit', options);
  await options.locator('button[type=submit]').click();
  await options.getByRole('button', { name: /all sites/i }).waitFor();
}

/** Chooses anon.li in the second step of the welcome; without a password its labels stay closed. */
export async function connectAnonli(
  { browser, options, sandbox, look }: Journey,
  password: string | null = sandbox.anonliPassword,
): Promise<void> {
  await options.bringToFront();
  await browser.grantHost('http://127.0.0.1/*');
  await options.getByRole('radio', { name: /anon\.li/ }).check();
  await options.getByLabel('API key').fill(sandbox.anonliKey);
  await options.getByLabel('Base URL').fill(sandbox.anonli);
  if (password !== null) await options.getByLabel(/Vault password/).fill(password);
  await look('anonli', options);
  await options.locator('button[type=submit]').click();
  await options.getByRole('button', { name: /all sites/i }).waitFor();
}

/** Leaves the second step without an account. */
export async function decideLater({ options }: Journey): Promise<void> {
  await options.bringToFront();
  await options.getByRole('button', { name: 'Later' }).click();
  await options.getByRole('button', { name: /all sites/i }).waitFor();
}

/** The third step: site access, asked for in the page, agreed to in the browser. */
export async function allowSites({ browser, options, look }: Journey): Promise<void> {
  await look('site-access', options);
  await browser.grantHost('*://*/*');
  await options.getByRole('button', { name: /all sites/i }).click();
  await options.getByRole('status').filter({ hasText: /site/i }).first().waitFor();
  await look('allowed', options);
}

/** Our menu beside the focused field of a page. */
export async function menuOf({ browser }: Journey, page: Page): Promise<Frame> {
  const frame = await browser.menuFrame(page);
  await frame.getByRole('menu').waitFor();
  return frame;
}

/** How long a menu must have stood still before a person clicks in it; the menu itself asks for 350 ms of being seen. */
const GLANCE = 500;

/** Waits until a row of the menu is there and its place no longer changes. */
export async function rowOf(frame: Frame, name: RegExp): Promise<Locator> {
  const row = frame.getByRole('menuitem', { name }).first();
  let place = '';
  let since = 0;
  await waitFor(async () => {
    const now = JSON.stringify(await row.boundingBox({ timeout: 1000 }));
    if (now !== place) since = Date.now();
    place = now;
    return now !== 'null' && Date.now() - since > GLANCE;
  }, `a still row ${name} in the menu`);
  return row;
}

/** Clicks a row of the menu, once, when it has been in view as long as a person needs to see it. */
export async function chooseRow(frame: Frame, name: RegExp): Promise<void> {
  await (await rowOf(frame, name)).click();
}

/** The value of a field once it has one. */
export function filled(page: Page, selector: string): Promise<string> {
  return waitFor(() => page.locator(selector).inputValue(), `${selector} to be filled`);
}

/** Opens the sign-up page and has the e-mail field filled with a new address. */
export async function takeAddress(journey: Journey, query = ''): Promise<string> {
  const { shop, sandbox, look } = journey;
  await shop.bringToFront();
  await shop.goto(`${sandbox.shop}/signup${query}`);
  await shop.locator('#email').click();
  const menu = await menuOf(journey, shop);
  await rowOf(menu, /new address/i);
  await look('menu', shop);
  await chooseRow(menu, /new address/i);
  return filled(shop, '#email');
}

export async function signUp(journey: Journey, query = ''): Promise<string> {
  const { shop, look } = journey;
  const email = await takeAddress(journey, query);
  await shop.locator('#name').fill(SHOPPER.name);
  await shop.locator('#password').fill(SHOPPER.password);
  await look('signed-up', shop);
  await shop.locator('#signup-submit').click();
  await shop.locator('#verify-form').waitFor();
  return email;
}

/** The mail comes by SMTP; its code stands in the menu and fills the field. */
export async function enterMailCode(journey: Journey): Promise<void> {
  const { shop, look } = journey;
  await shop.locator('#verify-form input').first().click();
  const menu = await menuOf(journey, shop);
  await rowOf(menu, /^Code \d/);
  await look('code', shop);
  await chooseRow(menu, /^Code \d/);
  await filled(shop, '#verify-form input');
  await look('code-filled', shop);
  await shop.locator('#verify-submit').click();
  await shop.locator('#account-email').waitFor();
}

/** Reads the QR code of the set-up page with the toolbar popup, keeps the entry, and confirms with its first code. */
export async function setUpTwoFactor(journey: Journey): Promise<void> {
  const { browser, shop, look } = journey;
  await shop.locator('#setup-two-factor').click();
  await shop.locator('#qr').waitFor();
  const popup = await browser.popup(shop);
  await popup.click('[role=tab]', 'Codes');
  await popup.click('button', 'Add authenticator');
  await popup.click('button', 'QR');
  await waitFor(async () => (await popup.value('input[maxlength="253"]')) !== '', 'the scanned code');
  await look('scanned', popup);
  await popup.click('button', 'Save');
  await popup.waitFor('[role=timer], .ring, svg');
  await look('authenticator', popup);
  await popup.close();
  await shop.locator('#two-factor-form input').first().click();
  const menu = await menuOf(journey, shop);
  await rowOf(menu, /^Authenticator code/);
  await look('totp', shop);
  await chooseRow(menu, /^Authenticator code/);
  await filled(shop, '#two-factor-form input');
  await shop.locator('#two-factor-submit').click();
  await shop.locator('#two-factor-off').waitFor();
}

/** Logs out and in again with the address used here, as far as the page that asks for the second factor. */
export async function logIn(journey: Journey, email: string): Promise<void> {
  const { shop, sandbox, look } = journey;
  await shop.locator('#logout').click();
  await shop.goto(`${sandbox.shop}/login`);
  await shop.locator('#email').click();
  const menu = await menuOf(journey, shop);
  const known = new RegExp(email.split('@')[0] ?? email);
  await rowOf(menu, known);
  await look('log-in', shop);
  await chooseRow(menu, known);
  await filled(shop, '#email');
  await shop.locator('#password').fill(SHOPPER.password);
  await shop.locator('#login-submit').click();
  await shop.locator('#digit-1').waitFor();
}

/** The TOTP into six boxes; the page sends itself when they are full. */
export async function fillBoxes(journey: Journey): Promise<void> {
  const { shop, look } = journey;
  await shop.locator('#digit-1').click();
  const menu = await menuOf(journey, shop);
  await rowOf(menu, /^Authenticator code/);
  await look('boxes', shop);
  await chooseRow(menu, /^Authenticator code/);
  await shop.locator('#account-email').waitFor();
  await look('logged-in', shop);
}
