// The main job in real Firefox, reduced to what differs there: the event page, the doorhanger, filling through Xray, the
// menu frame in a closed root. Leans on the driver, the sandbox and the shipped build.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';
import { chooseIn, type FirefoxScene, openFirefox } from './firefox-scene.ts';

let scene: FirefoxScene;
let shop: FirefoxPage;
const choose = (text: string): Promise<void> => chooseIn(shop, text);

beforeEach(async () => {
  scene = await openFirefox('aliaskit');
});
afterEach(() => scene?.close());

test('vault, address, mail code by SMTP, two-factor set-up by QR, log-in with the TOTP in six boxes', async () => {
  const { browser, sandbox } = scene;
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
