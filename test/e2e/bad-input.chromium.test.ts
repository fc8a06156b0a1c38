// What goes wrong ends in one clear sentence on the screen, with nothing lost and nothing half-written. Leans on the scene and
// on the sandbox's faults; reads the sentences off the screens, as a person does.
import type { Page } from 'playwright-core';
import encodeQR from 'qr';
import { afterEach, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { answerOf, ask, creations, emails, keptMessages, openScene, type Scene } from './scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

/** Waits until a trouble on the page says this. */
const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('alert').filter({ hasText: words }).first().waitFor();

test('accounts: insecure, wrong, silent and babbling servers, and a key that was revoked', async () => {
  scene = await openScene({ account: false, access: false });
  const { journey, sandbox, browser } = scene;
  const { options } = journey;
  await browser.grantHost('http://127.0.0.1/*');
  await options.getByRole('radio', { name: /AliasKit/ }).check();
  const key = options.getByLabel(/API key/i).first();
  const url = options.getByLabel(/base URL/i);
  const attempt = async (withKey: string, base: string, words: string): Promise<void> => {
    await key.fill(withKey);
    await url.fill(base);
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await told(options, words);
    expect(await key.inputValue()).toBe(withKey);
    expect(await url.inputValue()).toBe(base);
    expect((await ask(options, 'accounts.list', {})).accounts).toEqual([]);
  };
  const { api } = sandbox.json;
  await attempt(sandbox.json.key, 'http://api.example/v1', 'That base URL is not secure');
  await attempt(sandbox.json.key, 'no address at all', 'The service did not accept');
  expect(sandbox.world.journal.list()).toEqual([]);
  await attempt('ak_live_0123456789abcdef0123456789abcdef', api, 'does not accept the key');
  await attempt(sandbox.json.key, 'http://127.0.0.1:1/api/v1', 'could not be reached');
  sandbox.world.faults.add({ path: '/api/v1/*', times: 1, after: false, act: { kind: 'malformed' } });
  await attempt(sandbox.json.key, api, 'answered something we do not understand');
  // A page of ours is not believed either: the background refuses by itself what the form refuses.
  const refused = await answerOf(options, 'accounts.connect', {
    kind: 'aliaskit',
    name: 'X',
    baseUrl: 'http://api.example/v1',
    apiKey: sandbox.json.key,
    cardKey: null,
  });
  expect(refused).toMatchObject({ err: { code: expect.stringMatching(/insecure-url|no-access/) } });

  await url.fill(api);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await options.getByRole('button', { name: /all sites/i }).waitFor();
  const { accounts } = await ask(options, 'accounts.list', {});
  await ask(options, 'addresses.create', { accountId: accounts[0]?.id ?? '', site: 'kept.example' });
  const before = await emails(scene);
  for (const row of sandbox.world.state.keys.values()) row.revoked = true;
  await options.goto(`${browser.origin}/options.html#/accounts`);
  await options.getByRole('button', { name: 'Fetch again' }).click();
  await told(options, 'does not accept the key');
  expect(await emails(scene)).toEqual(before);

  await ask(options, 'vault.lock', {});
  await options.locator('input[type=password]').fill('not the passphrase');
  await options.getByRole('button', { name: 'Unlock', exact: true }).click();
  await options.getByText('That passphrase does not open this vault').first().waitFor();
  expect((await ask(options, 'vault.status', {})).state).toBe('locked');
  await options.locator('input[type=password]').fill(tour.PASSPHRASE);
  await options.getByRole('button', { name: 'Unlock', exact: true }).click();
  await waitFor(
    async () => (await ask(options, 'vault.status', {})).state === 'unlocked',
    'the vault to open',
  );
  expect(await emails(scene)).toEqual(before);
});

test('authenticator links and pictures that are none', async () => {
  scene = await openScene({ account: false, access: false });
  const { journey, sandbox, browser } = scene;
  const page = await browser.openPopupPage();
  await page.getByRole('tab', { name: 'Codes' }).click();
  await page.getByRole('button', { name: 'Add authenticator' }).click();
  const link = page.getByLabel(/paste its link/i);
  for (const [text, words] of [
    ['otpauth://totp/Shop:me?secret=1189', 'wrong “secret”'],
    ['otpauth://totp/Shop:me?secret=JBSWY3DPEHPK3PXP&algorithm=MD5', 'wrong “algorithm”'],
    ['otpauth://totp/Shop:me?secret=JBSWY3DPEHPK3PXP&digits=99', 'wrong “digits”'],
    ['https://shop.example/', 'not an authenticator link'],
  ] as const) {
    await link.fill(text);
    await page.getByRole('button', { name: 'Read the link' }).click();
    await told(page, words);
    expect(await link.inputValue()).toBe(text);
  }
  await page.close();

  const { shop } = journey;
  await shop.bringToFront();
  await shop.goto(sandbox.json.shop);
  const popup = await browser.popup(shop);
  const reads = (words: string) =>
    waitFor(async () => (await popup.text('[role=alert]')).includes(words), `“${words}” in the popup`);
  await popup.click('button', 'QR');
  await reads('No QR code was found');
  const other = encodeQR('https://shop.example/menu', 'svg');
  await shop.evaluate((svg) => {
    document.body.innerHTML = svg;
    // As attributes: the shop's policy takes no inline styles.
    for (const side of ['width', 'height']) document.querySelector('svg')?.setAttribute(side, '300');
  }, other);
  await popup.click('button', 'QR');
  await reads('not an authenticator link');
  await popup.close();
  expect((await ask(journey.options, 'totp.list', {})).totps).toEqual([]);
});

test('an address the site refuses is kept and not made again', async () => {
  scene = await openScene();
  const { journey } = scene;
  const { shop } = journey;
  const email = await tour.takeAddress(journey, '?reject=1');
  await shop.locator('#name').fill(tour.SHOPPER.name);
  await shop.locator('#password').fill(tour.SHOPPER.password);
  await shop.locator('#signup-submit').click();
  await shop.getByText('We cannot accept this e-mail address').waitFor();
  expect(await shop.locator('#email').inputValue()).toBe(email);
  expect(await emails(scene)).toEqual([email]);
  await shop.locator('#email').fill('');
  await shop.locator('#name').click();
  await shop.locator('#email').click();
  const menu = await tour.menuOf(journey, shop);
  await tour.rowOf(menu, new RegExp(email));
  await tour.rowOf(menu, /new address/i);
  expect(creations(scene)).toHaveLength(1);
});

test('mails without a code, with two, and of five megabytes', async () => {
  scene = await openScene();
  const { journey, sandbox } = scene;
  const { shop, options } = journey;
  const codeOf = (email: string) => sandbox.world.state.shopUsers.get(email)?.mailCode?.value;
  const arrived = (count: number) =>
    waitFor(async () => (await keptMessages(options)).length === count, `${count} messages to be fetched`);

  await tour.signUp(journey, '?mail=no-code');
  await shop.locator('#verify-form input').first().click();
  const waiting = await tour.menuOf(journey, shop);
  await waiting.getByText('Waiting for a code').waitFor();
  await arrived(1);
  // The menu opens anew for what arrived: nobody waits for a mail that is there.
  const told = await tour.menuOf(journey, shop);
  await tour.rowOf(told, /without a code in it/);
  expect(await told.getByRole('menuitem', { name: /^Code/ }).count()).toBe(0);
  expect(await shop.locator('#verify-form input').first().inputValue()).toBe('');

  // Two numbers that could both be it: the right one or none, never the other.
  const twofold = await tour.signUp(journey, '?mail=two-codes');
  await shop.locator('#verify-form input').first().click();
  const menu = await tour.menuOf(journey, shop);
  await arrived(2);
  for (const row of await menu.getByRole('menuitem', { name: /^Code/ }).all())
    expect((await row.innerText()).replace(/\s/g, '')).toContain(codeOf(twofold));

  const large = await tour.signUp(journey, '?mail=large');
  await tour.enterMailCode(journey);
  expect(sandbox.world.state.shopUsers.get(large)?.verified).toBe(true);
  expect(creations(scene)).toHaveLength(3);
  await options.goto(`${scene.browser.origin}/popup.html`);
  await options.getByRole('tab', { name: 'Inbox' }).click();
  await options.getByText('Your Corner Shop verification code').first().click();
  await options.getByText('Your verification code is').first().waitFor();
});
