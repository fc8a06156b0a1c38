// Authenticator entries that the service holds, and a key with few rights, by a person's clicks: registered after a warning, its code
// got and filled from the page's menu, deleted; rights named before connecting and after, each refusal with its right, the rest working.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '../../lib/totp/code.ts';
import { chooseRow, menuOf, rowOf } from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

const TOTP = {
  issuer: 'Corner Shop',
  account: 'robin',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
} as const;
let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  await ask(options, 'addresses.create', { accountId: sources[0]?.accountId ?? '', site: null });
  await ask(options, 'totp.add', { ...TOTP, site: new URL(scene.sandbox.json.lookalike).hostname });
  page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
}, 120_000);
afterAll(() => scene?.close());

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
/** As it looks in both themes. */
async function shown(name: string, of: Page = page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await of.emulateMedia({ colorScheme });
    await of.screenshot({ path: `output/rights/${name}-${colorScheme}.png`, animations: 'disabled' });
  }
}
/** The codes of now and of the turns beside it. */
const near = () => [-30_000, 0, 30_000].map((by) => totpCode(TOTP, Date.now() + by).code);
const held = () => scene.sandbox.world.state.vaults.totps;

test('an entry of the vault is registered after the warning, and gives its code', async () => {
  await page.getByRole('tab', { name: 'Codes' }).click();
  await page.getByText('None found so far').waitFor();
  await press('Change Corner Shop');
  await press('Register at a service…');
  const register = page.getByRole('button', { name: 'Register', exact: true });
  expect(await register.isDisabled()).toBe(true);
  await page.getByText('can read the secret').waitFor();
  await shown('register');
  await page.getByRole('switch').click();
  await register.click();
  await waitFor(() => held().size === 1, 'the entry at the service');
  await press('Back');
  await press('Get code');
  const row = page.getByRole('region', { name: 'Held by services' });
  expect(near()).toContain(
    await row
      .locator('.digits')
      .innerText()
      .then((text) => text.replace(/\D/g, '')),
  );
  await shown('held');
});

test('its code is filled from the page’s menu, asked for when it is chosen', async () => {
  const { shop } = scene.journey;
  await shop.bringToFront();
  await shop.goto(`${scene.sandbox.json.lookalike}/login/two-factor`);
  const asked = () => scene.sandbox.world.journal.list().filter(({ path }) => path.endsWith('/code')).length;
  const before = asked();
  await shop.locator('#digit-1, #code').first().click();
  const menu = await menuOf(scene.journey, shop);
  await rowOf(menu, /Fill the code from/);
  expect(asked()).toBe(before);
  await shown('menu', shop);
  await chooseRow(menu, /Fill the code from/);
  // Six boxes send themselves when they are full; the site keeps what it was sent.
  const sent = await waitFor(() => scene.sandbox.world.caught.at(-1)?.form, 'the code at the site');
  expect(near()).toContain(Object.values(sent).join(''));
  expect(asked()).toBe(before + 1);
});

test('the toolbar popup gets it for the site in front', async () => {
  const popup = await scene.browser.popup(scene.journey.shop);
  await popup.click('[role=tab]', 'This site');
  await popup.click('.held button', 'Get code');
  await popup.waitFor('.held .digits');
  await popup.screenshot('output/rights/site.png');
  expect(near()).toContain((await popup.text('.held .digits')).replace(/\D/g, ''));
  await popup.close();
});

test('it is deleted at the service, and the vault’s own stays', async () => {
  await page.bringToFront();
  await page.getByRole('region', { name: 'Held by services' }).getByTitle('Change Corner Shop').click();
  await page.getByText('makes its codes').waitFor();
  await shown('held-open');
  await press('Delete');
  await page.getByText('cannot be read back').waitFor();
  await press('Delete for good');
  await waitFor(() => held().size === 0, 'the entry to be gone at the service');
  await page.getByText('None found so far').waitFor();
  expect((await ask(scene.journey.options, 'totp.list', {})).totps).toHaveLength(1);
});

test('a key with few rights is told what it lacks, and nothing else breaks', async () => {
  const { options } = scene.journey;
  const response = await fetch(`${scene.sandbox.json.admin}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes: ['identities:read', 'messages:read'] }),
  });
  const { key } = await response.json();
  await options.bringToFront();
  await options.goto(`${options.url().split('#')[0]}#/accounts`);
  await options.getByRole('button', { name: 'AliasKit', exact: true }).click();
  await options.getByText('Rights to choose for the key').click();
  await options.getByText('Read mail and SMS, and fill codes from them').waitFor();
  await shown('connect', options);
  await options.getByRole('button', { name: 'Cancel' }).click();
  await options.getByRole('button', { name: 'Change key' }).click();
  await options.getByPlaceholder('ak_live_…').fill(key);
  await shown('change-key', options);
  await options.getByRole('button', { name: 'Save' }).click();
  const right = (scope: string) => options.locator('.rights li', { hasText: scope });
  await right('cards:read').getByText('missing').waitFor();
  await right('messages:read').getByText('works').waitFor();
  await right('identities:write').getByText('missing').waitFor();
  await shown('rights', options);

  await page.bringToFront();
  await page.getByRole('tab', { name: 'Cards' }).click();
  await page.getByText('lacks the right “cards:read”').waitFor();
  await page.getByText('See cards and fill them at checkouts').waitFor();
  await shown('cards-lacking');
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await page.getByText('@aliaskit.com').first().waitFor();
  await page.getByRole('tab', { name: 'Codes' }).click();
  await press('Change Corner Shop');
  await press('Register at a service…');
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('lacks the right “identities:write”').waitFor();
  await shown('register-lacking');
  expect(held().size).toBe(0);
});
