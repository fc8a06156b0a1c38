// A card's life in real Firefox, reduced to what differs there: the payment frame that needs a permission of its own, asked for in the
// toolbar popup; filling through Xray into other documents; and what a key with few rights leaves working. Leans on the driver, the
// sandbox and the shipped build.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppCalls, ArgsOf, ReplyOf } from '../../lib/messages/contract.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const PASSPHRASE = 'orbital lemon teacup';
const NUMBER = '4111111111111111';
const CENTS = 10_000;
let sandbox: Sandbox;
let browser: FirefoxDriver;
let page: FirefoxPage;
let shop: FirefoxPage;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  browser = await launchFirefox();
  const options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=password]')[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  await options.click('label', 'AliasKit');
  await options.waitFor('summary', 'Rights to choose');
  await options.fill('input[placeholder^=ak_live]', sandbox.json.key);
  await options.fill('input[inputmode=url]', sandbox.json.api);
  await options.click('button[type=submit]');
  await browser.acceptPermissions(45_000);
  // No site is granted: the payment frame has to be asked for.
  await options.waitFor('button', 'Allow on all sites');
  page = await browser.openPopupPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

/** Asks the background from one of our own pages, as its screens do. */
async function ask<Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): Promise<ReplyOf<AppCalls[Name]>> {
  const answer = await page.evaluate<{ ok: ReplyOf<AppCalls[Name]> }>(
    `browser.runtime.sendMessage(${JSON.stringify({ call, args })})`,
  );
  if (!('ok' in answer)) throw new Error(`${call}: ${JSON.stringify(answer)}`);
  return answer.ok;
}

/** Types into the control that a label names. */
async function fill(label: string, text: string): Promise<void> {
  await page.waitFor('label', label);
  const id = await page.evaluate<string, string>((wanted) => {
    const labels = [...document.querySelectorAll('label')];
    return labels.find(({ textContent }) => textContent?.trim() === wanted)?.htmlFor ?? '';
  }, label);
  await page.fill(`[id="${id}"]`, text);
}

const reveals = () =>
  sandbox.world.journal.list().filter(({ method, path }) => method === 'POST' && path.endsWith('/reveal'));
const card = async () => (await ask('cards.list', {})).cards[0];
const left = (budgetCents: number) =>
  card().then((one) => ask('cards.limit', { id: one?.id ?? '', budgetCents, resetSpent: true }));

/** The demo checkout in front, and the toolbar popup over it with the card looked for. */
async function checkout(query: string): Promise<FirefoxPage> {
  await browser.select(shop);
  await shop.go(`${sandbox.json.shop}/checkout?item=enamel-mug&${query}`);
  const popup = await browser.popup();
  await popup.click('[role=tab]', 'This site');
  await popup.click('button', 'Look for card fields');
  return popup;
}

test('a key is made, a card added', async () => {
  const { sources } = await ask('addresses.sources', { site: null });
  await ask('addresses.create', { accountId: sources[0]?.accountId ?? '', site: null });
  await page.click('[role=tab]', 'Cards');
  await page.click('button', 'Add card');
  await page.click('button', 'Make a key');
  await page.click('[role=switch]');
  await page.click('button', 'Go on');
  await fill('Card number', NUMBER);
  await fill('Expiry', '12/30');
  await fill('Security code', '123');
  await fill('Name on card', 'Robin Quist');
  await fill('Budget', String(CENTS / 100));
  await page.click('button[type=submit]');
  await page.waitFor('h2, h1', 'Visa •••• 1111');
  expect(await card()).toMatchObject({ last4: '1111', budgetCents: CENTS, spentCents: 0 });
});

test('the payment frame is asked for by its name, then filled under the budget, once, and paid', async () => {
  shop = await browser.newTab(`${sandbox.json.shop}/`);
  let popup = await checkout('pay=frame');
  await popup.waitFor('p', 'in a frame of another site');
  expect(reveals()).toEqual([]);
  await popup.click('button', 'Allow pay.localhost');
  await browser.acceptPermissions();
  // The browser's question may have closed the popup; the page stands as it was.
  if (await popup.closed()) {
    popup = await browser.popup();
    await popup.click('[role=tab]', 'This site');
    await popup.click('button', 'Look for card fields');
  }
  await popup.waitFor('.pay-frames', 'pay.localhost');
  const amount = await popup.value('form input[inputmode=numeric]');
  expect(Number(amount)).toBeGreaterThan(0);
  await popup.screenshot('output/cards/firefox-pay.png');
  await popup.click('button', 'Fill on');
  await popup.waitFor('[role=status]', 'Paying is your own click');
  expect(await popup.text('[role=status]')).not.toMatch(/not kept|no longer/);
  await popup.close();
  expect(reveals()).toHaveLength(1);
  const form = await shop.frame(`${sandbox.json.pay}/frame`);
  expect((await form.value('#card-number')).replace(/\D/g, '')).toBe(NUMBER);
  await form.click('#pay-submit');
  await waitFor(async () => (await shop.frame(`${sandbox.json.pay}/frame`)).has('#paid'), 'the payment');
  expect((await card())?.spentCents).toBe(Math.round(Number(amount) * 100));
});

test('over the budget, or frozen, nothing is revealed or filled, and it says why', async () => {
  await left(100);
  const before = reveals().length;
  const over = await checkout('pay=page');
  await over.waitFor('.field-error', 'More than is left');
  await over.close();
  await left(CENTS);
  await ask('cards.change', { id: (await card())?.id ?? '', deed: 'freeze' });
  const frozen = await checkout('pay=page');
  await frozen.waitFor('[role=alert]', 'This card is frozen');
  await frozen.close();
  expect(reveals()).toHaveLength(before);
  expect(await shop.value('#card-number')).toBe('');
});

test('a key with few rights names the one it lacks, and the rest works', async () => {
  const response = await fetch(`${sandbox.json.admin}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes: ['identities:read', 'messages:read'] }),
  });
  const { key } = await response.json();
  const { accounts } = await ask('accounts.list', {});
  await ask('accounts.changeKey', { id: accounts[0]?.id ?? '', apiKey: key });
  await browser.select(page);
  await page.go(`${browser.origin}/popup.html`);
  await page.click('[role=tab]', 'Cards');
  await page.waitFor('[role=alert]', 'lacks the right “cards:read”');
  await page.waitFor('li', 'Visa •••• 1111');
  await page.click('[role=tab]', 'Inbox');
  await waitFor(async () => !(await page.has('[role=alert]')), 'an inbox without trouble');
  await page.click('[role=tab]', 'Addresses');
  await page.waitFor('li', '@aliaskit.com');
});
