// Identities in real Firefox, without access to any site: the whole identity from the toolbar popup into the page by `activeTab` alone,
// through Xray; then a group deleted with its receipt. Leans on the driver, the sandbox and the shipped build.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '../../lib/totp/code.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const TOTP = { secret: SECRET, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const PASSPHRASE = 'orbital lemon teacup';
let sandbox: Sandbox;
let browser: FirefoxDriver;
let options: FirefoxPage;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  browser = await launchFirefox();
  options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.press('Tab');
  await options.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=password]')[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  await options.waitFor('label', 'AliasKit');
  await options.click('label', 'AliasKit');
  await options.waitFor('input[placeholder^=ak_live]');
  await options.fill('input[placeholder^=ak_live]', sandbox.json.key);
  await options.fill('input[inputmode=url]', sandbox.json.api);
  await options.click('button[type=submit]');
  expect(await browser.acceptPermissions()).toContain('127.0.0.1');
  await options.waitFor('button', 'Allow on all sites');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const identities = () => [...sandbox.world.state.identities.values()];

test('the whole identity goes into a sign-up form from the popup, and back out of it', async () => {
  const shop = await browser.newTab(`${sandbox.json.shop}/signup?person=1`);
  await shop.click('#email');
  const popup = await browser.popup();
  await popup.click('button', 'New address here');
  const email = await waitFor(() => shop.value('#email'), 'the address');
  const row = identities().find((one) => one.email === email);
  if (!row) throw new Error('no identity');
  row.phoneNumber = '+447700900123';
  await popup.click('button', 'Fill in the whole identity');
  await popup.waitFor('legend', row.name);
  await popup.click('button', 'Fill in 2 things');
  await popup.waitFor('[role=status]', `Filled in as ${row.name}`);
  const [given, family] = row.name.split(' ');
  const [year, month, day] = row.dateOfBirth.split('-').map(Number);
  const values = () =>
    Promise.all(
      ['#given', '#family', '#birth-day', '#birth-month', '#birth-year'].map((one) => shop.value(one)),
    );
  expect(await values()).toEqual([given, family, `${day}`, `${(month ?? 0) - 1}`, `${year}`]);
  await popup.click('button', 'Undo');
  await waitFor(async () => (await values()).join('') === '', 'the fields to be empty again');
  expect(await shop.value('#email')).toBe(email);
  await popup.close();
});

test('a code that the service holds is got in the popup, put on the site, and filled there', async () => {
  const [row] = identities();
  const held = await fetch(`${sandbox.json.api}/identities/${row?.id}/totp`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.json.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ service_name: 'Corner Shop', secret: SECRET }),
  });
  expect(held.ok).toBe(true);
  const near = () => [-30_000, 0, 30_000].map((by) => totpCode(TOTP, Date.now() + by).code);
  const page = await browser.openExtensionPage('popup.html');
  await page.click('[role=tab]', 'Codes');
  await page.click('button[title="Look for entries at your services"]');
  await page.click('button', 'Get code');
  await page.waitFor('.held .digits');
  expect(near()).toContain((await page.text('.held .digits')).replace(/\D/g, ''));
  await page.click('button[title="Change Corner Shop"]');
  await page.fill('input[placeholder="shop.example"]', new URL(sandbox.json.lookalike).hostname);
  await page.click('button', 'Save');
  const login = await browser.newTab(`${sandbox.json.lookalike}/login/two-factor`);
  await login.click('#digit-1, #code');
  const popup = await browser.popup();
  await popup.click('[role=tab]', 'This site');
  await popup.click('.held button', 'Fill');
  const sent = await waitFor(() => sandbox.world.caught.at(-1)?.form, 'the code at the site');
  expect(near()).toContain(Object.values(sent).join(''));
  await popup.close();
});

test('a group is deleted whole, with a receipt that outlives the page', async () => {
  const make = (name: string) =>
    options.evaluate<string, string>(async (its) => {
      const runtime = (
        globalThis as unknown as { browser: { runtime: { sendMessage(it: unknown): Promise<never> } } }
      ).browser.runtime;
      const ask = async (call: string, args: unknown): Promise<{ ok: Record<string, never> }> =>
        runtime.sendMessage({ call, args });
      const { sources } = (await ask('addresses.sources', { site: null })).ok as unknown as {
        sources: { accountId: string }[];
      };
      const wish = { accountId: sources[0]?.accountId, site: null, name: its, metadata: { group: 'Rome' } };
      const { address } = (await ask('addresses.create', wish)).ok as unknown as {
        address: { email: string };
      };
      return address.email;
    }, name);
  const emails = [await make('Ann Aalto'), await make('Ben Brandt')];
  const page = await browser.openExtensionPage('popup.html');
  await page.click('[role=tab]', 'Addresses');
  await page.click('button[title="Filter"]');
  await page.click('button', 'Groups of identities');
  await page.click('button', 'Rome');
  await page.waitFor('p', '2 identities');
  await page.click('button', 'Delete the whole group');
  await page.fill('dialog input', 'Rome');
  await page.click('dialog button', 'Delete for good');
  await page.waitFor('p', '2 identities deleted');
  await page.go(`${browser.origin}/popup.html`);
  await page.waitFor('p', '2 identities deleted');
  await page.click('button', 'Dismiss');
  expect(emails.map((email) => identities().find((one) => one.email === email)?.status)).toEqual([
    'deleted',
    'deleted',
  ]);
});
