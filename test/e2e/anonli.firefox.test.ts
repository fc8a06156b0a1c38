// anon.li in real Firefox, reduced to what differs there: the doorhanger for its host, sealing in the event page, Dexie with a queue
// that outlives it. Leans on the driver, the sandbox and the shipped build.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type Held, type Service, SHAPES, serviceOf } from './anonli/service.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const PASSPHRASE = 'orbital lemon teacup';
let sandbox: Sandbox;
let service: Service;
let browser: FirefoxDriver;
let options: FirefoxPage;
let shop: FirefoxPage;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  service = serviceOf(sandbox);
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
  const gone = async () => !(await menu.has(ROW, text).catch(() => false));
  await waitFor(gone, 'the row to be taken', 4_000).catch(() => menu.click(ROW, text));
}

/** The first run up to site access, with anon.li and its vault's password. */
async function firstRun(): Promise<void> {
  options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.press('Tab');
  await options.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=password]')[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  await options.waitFor('label', 'anon.li');
  await options.click('label', 'anon.li');
  await options.click('button[type=submit]');
  await options.waitFor('input[placeholder="ak_…"]');
  await options.fill('input[placeholder="ak_…"]', sandbox.json.anonliKey);
  await options.fill('input[inputmode=url]', sandbox.json.anonli);
  await options.fill('.field:nth-of-type(3) input[type=password]', sandbox.json.anonliPassword);
  await options.click('button[type=submit]');
  expect(await browser.acceptPermissions()).toContain('127.0.0.1');
  await options.waitFor('button', 'Allow on all sites');
  await options.click('button', 'Allow on all sites');
  expect(await browser.acceptPermissions()).toMatch(/all web/i);
  await options.waitFor('[role=status]');
}

const held = (is: (alias: Held) => boolean, what: string): Promise<Held> =>
  waitFor(async () => (await service.aliases()).find(is), what);

test.each(Object.entries(SHAPES))(
  'a server that answers %s: alias from the menu, sealed label, an edit that waits through the background’s death',
  async (_, shape) => {
    await service.setShape(shape);
    await firstRun();
    shop = await browser.newTab(`${sandbox.json.shop}/signup`);
    await shop.click('#email');
    await choose('New address');
    const email = await waitFor(() => shop.value('#email'), 'the address');
    expect(email).toMatch(/@anon\.li$/);
    const alias = await held(({ encryptedLabel }) => encryptedLabel !== null, 'the sealed label');
    expect(alias).toMatchObject({ email, label: 'shop.localhost' });

    service.down();
    const popup = await browser.newTab(`${browser.origin}/popup.html`);
    await popup.click('[role=tab]', 'Addresses');
    await popup.click('.row-main', email.split('@')[0] ?? email);
    await popup.waitFor('.screen-body form input');
    await popup.fill('.screen-body form input', 'Renamed on the train');
    await popup.click('button[type=submit]', 'Save');
    await popup.waitFor('.notice', 'not sent yet');
    await browser.killBackground();
    expect(await service.aliases()).toMatchObject([{ label: 'shop.localhost' }]);

    service.back();
    await options.evaluate(() => {
      location.hash = '#/accounts';
    });
    await options.click('button', 'Fetch again');
    await held(({ label }) => label === 'Renamed on the train', 'the new label at the service');
    await popup.close();
  },
);
