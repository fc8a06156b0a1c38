// A card's life by a person's clicks: key made and kept, card added, filled at the demo checkout from the toolbar popup under its
// budget, refused over it; frames of others named, rivals held back. Leans on the real sandbox, whose state shows what it was sent.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Popup } from './drivers/popup.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

const NUMBER = '4111111111111111';
let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  await ask(options, 'addresses.create', { accountId: sources[0]?.accountId ?? '', site: null });
  page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
}, 120_000);
afterAll(() => scene?.close());

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const field = (name: string) => page.getByLabel(name, { exact: true });
/** As it looks in both themes. */
async function shown(name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `output/cards/${name}-${colorScheme}.png`, animations: 'disabled' });
  }
}
const card = async () => (await ask(scene.journey.options, 'cards.list', {})).cards[0];
const reveals = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/reveal'));

/** The document of a page that holds a match, or null. */
async function holding(shop: Page, selector: string): Promise<Frame | null> {
  for (const frame of shop.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
  return null;
}

/** The demo checkout in front, and the toolbar popup over it with the card looked for. */
async function checkout(query: string): Promise<{ shop: Page; popup: Popup }> {
  const { shop } = scene.journey;
  await shop.bringToFront();
  await shop.goto(`${scene.sandbox.json.shop}/checkout?item=enamel-mug&${query}`);
  const popup = await scene.browser.popup(shop);
  await popup.click('[role=tab]', 'This site');
  await popup.click('button', 'Look for card fields');
  await popup.waitFor('h3', 'Pay with a card');
  return { shop, popup };
}

test('a key is made, shown once, and kept before a card can be added', async () => {
  await page.getByRole('tab', { name: 'Cards' }).click();
  await page.getByText('No cards').waitFor();
  await shown('empty');
  await press('Add card');
  await press('Make a key');
  const key = (await page.locator('output.card-key').innerText()).replace(/\s|\u200b/g, '');
  expect(key).toMatch(/^ak_ck_[0-9a-f]{64}$/);
  await shown('key');
  expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
  await page.getByRole('switch').click();
  await press('Go on');
  expect(JSON.stringify(scene.sandbox.world.journal.list())).not.toContain(key);
});

test('a card is checked while typed, sealed, and listed with its budget', async () => {
  await field('Card number').fill('4111 1111 1111 1112');
  await page.getByText('A digit is wrong').waitFor();
  await field('Card number').fill(NUMBER);
  expect(await field('Card number').inputValue()).toBe('4111 1111 1111 1111');
  await page.getByText('Visa').waitFor();
  await field('Expiry').fill('12/30');
  await field('Security code').fill('123');
  await field('Name on card').fill('Robin Quist');
  await field('Budget').fill('100');
  await field('Label').fill('Online');
  await shown('new');
  await page.locator('button[type=submit]').click();
  await page.getByText('Visa •••• 1111').waitFor();
  await shown('open');
  expect(JSON.stringify([...scene.sandbox.world.state.vaults.cards.values()])).not.toMatch(/411111|Robin/);
  await press('Back');
  await page.getByText('100.00 of 100.00 left').waitFor();
  await shown('list');
});

test.each(['pay=frame', 'pay=split', 'pay=own', 'pay=page'])(
  'it fills the checkout with %s, once, and is paid',
  async (query) => {
    await ask(scene.journey.options, 'cards.limit', {
      id: (await card())?.id ?? '',
      budgetCents: 100_000,
      resetSpent: true,
    });
    const before = reveals().length;
    const { shop, popup } = await checkout(query);
    const amount = await popup
      .waitFor('form input[inputmode=numeric]')
      .then(() => popup.value('form input[inputmode=numeric]'));
    expect(Number(amount)).toBeGreaterThan(0);
    await popup.screenshot(`output/cards/pay-${query.slice(4)}.png`);
    await popup.click('button', 'Fill on');
    await popup.waitFor('[role=status]', 'Paying is your own click');
    await popup.screenshot(`output/cards/paid-${query.slice(4)}.png`);
    expect(await popup.text('[role=status]')).not.toMatch(/not kept|no longer/);
    await popup.close();
    expect(reveals().length - before).toBe(1);
    const form = await waitFor(() => holding(shop, '#pay-submit'), 'the button to pay with');
    await form.locator('#pay-submit').click();
    await waitFor(() => holding(shop, '#paid'), 'the payment to be taken');
  },
);

test('over the budget nothing is revealed or filled', async () => {
  await ask(scene.journey.options, 'cards.limit', {
    id: (await card())?.id ?? '',
    budgetCents: 100,
    resetSpent: true,
  });
  const before = reveals().length;
  const { shop, popup } = await checkout('pay=page');
  await popup.waitFor('.field-error', 'More than is left');
  await popup.screenshot('output/cards/over.png');
  await popup.close();
  expect(reveals().length).toBe(before);
  expect(await shop.locator('#card-number').inputValue()).toBe('');
});

test('a frame that is another document by the time of the click gets nothing, and nothing is revealed', async () => {
  await ask(scene.journey.options, 'cards.limit', {
    id: (await card())?.id ?? '',
    budgetCents: 100_000,
    resetSpent: true,
  });
  const before = reveals().length;
  const { shop, popup } = await checkout('pay=frame');
  await popup.waitFor('.pay-frames');
  const frame = await waitFor(() => holding(shop, '#card-number'), 'the payment frame');
  // Another form of the very same origin, loaded where the confirmed one stood.
  const other = `${scene.sandbox.json.pay}/frame?amount=1`;
  await shop.locator('#pay-frame').evaluate((element, src) => element.setAttribute('src', src), other);
  await waitFor(() => frame.url() === other, 'the other form');
  await popup.click('button', 'Fill on');
  await popup.waitFor('[role=alert]', 'The page changed');
  await popup.close();
  expect(reveals().length).toBe(before);
  expect(await frame.locator('#card-number').inputValue()).toBe('');
});

test('a strange frame that asks for the same values gets none unasked', async () => {
  await ask(scene.journey.options, 'cards.limit', {
    id: (await card())?.id ?? '',
    budgetCents: 100_000,
    resetSpent: true,
  });
  await ask(scene.journey.options, 'settings.set', { theme: 'dark' });
  const { shop, popup } = await checkout('pay=frame&extra=hostile');
  await popup.waitFor('.pay-frames');
  const chosen = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('.pay-frames input')].map(({ checked }) => checked),
  );
  expect(chosen).toEqual([false, false]);
  await popup.screenshot('output/cards/rivals.png');
  await popup.click('.pay-frames label', new URL(scene.sandbox.json.pay).host.split(':')[0]);
  await popup.click('button', 'Fill on');
  await popup.waitFor('[role=status]', 'Paying is your own click');
  await popup.close();
  expect(JSON.stringify(scene.sandbox.world.caught)).not.toContain('1111');
  for (const frame of shop.frames()) {
    const number = frame.locator('[autocomplete=cc-number]');
    const kept = (await number.count()) > 0 ? await number.first().inputValue() : '';
    expect(kept !== '', frame.url()).toBe(
      new URL(frame.url()).origin === scene.sandbox.json.pay && frame.url().includes('/frame'),
    );
  }
});
