// "Why not here?", answered and mended in real Chromium: the verdict in the toolbar, pointing at the right field, the rule
// over a reload and its end in the options; a refused address and the next kind; a page exported without its people.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

/** What a person typed or a page knows of them; none of it may be in an export. */
const CANARIES = [
  'typed-canary',
  'canary@mail.example',
  'Marguerite',
  'hidden-canary',
  '4111111111111111',
  'canaryprose',
  'query-canary',
  'option-canary',
  'comment-canary',
  'script-canary',
  'attribute-canary',
  '490055512345',
];

const ODD = `<!doctype html><html lang="en"><title>Your zone, Marguerite</title>
<!-- comment-canary --><script>var secret = 'script-canary';</script>
<h1>Marguerite, welcome back</h1><p>Order 4111111111111111 for canaryprose, call +49 00555 12345.</p>
<form id="odd-form" action="/odd?q=query-canary" data-user="attribute-canary" onsubmit="return false">
<input type="hidden" name="token" value="hidden-canary">
<label for="contactref">Blorp</label><input id="contactref" name="contactref" value="typed-canary">
<label for="note">Grumble</label><textarea id="note">typed-canary</textarea>
<label for="ship">Frobnicate</label><select id="ship"><option>option-canary 5</option><option>x</option></select>
<label for="mail">E-mail</label><input id="mail" type="email" value="canary@mail.example">
<button type="submit">Go on</button></form></html>`;

let scene: Scene;
let odd: string;
beforeAll(async () => {
  scene = await openScene({ account: false });
  const { journey, sandbox } = scene;
  for (const [name, scheme] of Object.entries({
    Mailbox: { type: 'subaddress', mailbox: 'me@mail.example', separator: '+' },
    Domain: { type: 'catch-all', domain: 'own.example' },
  } as const))
    await ask(journey.options, 'accounts.connect', { kind: 'local', name, scheme, format: 'site-hash' });
  odd = `${sandbox.json.shop}/odd`;
  await journey.shop.route('**/odd*', (route) => route.fulfill({ contentType: 'text/html', body: ODD }));
});
afterAll(() => scene?.close());

/** Opens the toolbar popup over the page and unfolds its "why". */
async function askWhy(page: Page) {
  const popup = await scene.browser.popup(page);
  await popup.click('.why button');
  await popup.waitFor('.why select');
  return popup;
}

test('says why not, takes the user’s word for the field pointed at, keeps it over a reload, forgets it in the options', async () => {
  const { journey } = scene;
  const { shop, options } = journey;
  await shop.bringToFront();
  await shop.goto(odd);
  await shop.locator('#contactref').click();
  let popup = await askWhy(shop);
  expect(await popup.text('.why')).toContain('not enough to be sure');
  await popup.click('.why button', 'Point at');
  await waitFor(() => popup.closed, 'the popup to give way');

  // A click anywhere else is none; the page hears of neither.
  await shop.evaluate(() => {
    addEventListener('click', () => document.body.setAttribute('data-heard', ''));
  });
  await shop.locator('h1').click();
  await shop.locator('#contactref').click();
  const { rules } = await waitFor(async () => {
    const kept = await ask(options, 'site.rules', {});
    return kept.rules.length > 0 && kept;
  }, 'the rule to be kept');
  expect(await shop.locator('body').getAttribute('data-heard')).toBeNull();
  expect(rules).toMatchObject([
    { site: 'shop.localhost', means: 'email', field: { name: 'contactref', label: 'blorp', path: '/odd' } },
  ]);
  expect(JSON.stringify(rules)).not.toMatch(new RegExp(CANARIES.join('|')));

  await shop.reload();
  await shop.locator('#contactref').fill('');
  await shop.locator('#note').click();
  await shop.locator('#contactref').click();
  const menu = await tour.menuOf(journey, shop);
  await menu.getByRole('menuitem', { name: 'Why?' }).click();
  await menu.getByText('You said so for this site').waitFor();
  await tour.chooseRow(menu, /new address/i);
  expect(await tour.filled(shop, '#contactref')).toContain('me+');

  await options.bringToFront();
  await options.goto(`${scene.browser.origin}/options.html#/sites`);
  await options.locator('.field-rules .row').getByRole('button').click();
  await options.getByText('You pointed out no field').waitFor();
  await shop.bringToFront();
  await shop.reload();
  await shop.locator('#contactref').click();
  popup = await askWhy(shop);
  expect(await popup.text('.why')).toContain('not enough to be sure');
  await popup.close();
});

test('never this field: said in the menu, true at once and after a reload', async () => {
  const { journey } = scene;
  const { shop, options } = journey;
  await shop.bringToFront();
  await shop.goto(odd);
  await shop.locator('#mail').fill('');
  await shop.locator('#note').click();
  await shop.locator('#mail').click();
  const menu = await tour.menuOf(journey, shop);
  await menu.getByRole('menuitem', { name: 'Why?' }).click();
  await tour.chooseRow(menu, /never this field/i);
  await waitFor(() => menu.isDetached(), 'the menu to go');
  const { rules } = await ask(options, 'site.rules', {});
  expect(rules).toMatchObject([{ means: 'never', field: { type: 'email', label: 'e-mail' } }]);
  await shop.reload();
  await shop.locator('#mail').click();
  const popup = await askWhy(shop);
  expect(await popup.text('.why')).toContain('you said never');
  await popup.close();
  expect(shop.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))).toEqual([]);
  for (const { id } of rules) await ask(options, 'site.unrule', { id });
});

test('an address that the site refuses: the menu says so and offers another kind first', async () => {
  const { journey, sandbox } = scene;
  const { shop } = journey;
  sandbox.world.state.settings.shop.reject = ['@mail.example'];
  await shop.bringToFront();
  await shop.goto(`${sandbox.json.shop}/signup`);
  await shop.locator('#email').click();
  // The tests before have left an address of this site behind.
  await tour.chooseRow(await tour.menuOf(journey, shop), /me\+/);
  expect(await tour.filled(shop, '#email')).toMatch(/@mail\.example$/);
  await shop.locator('#name').fill(tour.SHOPPER.name);
  await shop.locator('#password').fill(tour.SHOPPER.password);
  await shop.locator('#signup-submit').click();
  await shop.getByText('We cannot accept this e-mail address').waitFor();
  await shop.locator('#email').click();
  const menu = await tour.menuOf(journey, shop);
  await menu.getByRole('alert').getByText('did not accept').waitFor();
  const rows = await menu.getByRole('menuitem').allInnerTexts();
  expect(rows[0]).toContain('@own.example');
  expect(rows.join()).not.toMatch(/used here/i);
  await tour.chooseRow(menu, /own\.example/);
  await waitFor(
    async () => (await shop.locator('#email').inputValue()).endsWith('@own.example'),
    'the other address',
  );
  await shop.locator('#password').fill(tour.SHOPPER.password);
  await shop.locator('#signup-submit').click();
  await shop.locator('#verify-form').waitFor();
});

test('a page that refuses while one is still in the field: the menu turns to another kind by itself', async () => {
  const { journey } = scene;
  const { shop } = journey;
  await shop.bringToFront();
  await shop.goto(`${odd}?strict`);
  await shop.locator('#mail').fill('');
  await shop.locator('#mail').evaluate((field: HTMLInputElement) => {
    field.addEventListener('input', () => {
      setTimeout(() => field.setAttribute('aria-invalid', String(field.value.endsWith('@mail.example'))));
    });
  });
  await shop.locator('#note').click();
  await shop.locator('#mail').click();
  const first = await tour.menuOf(journey, shop);
  await tour.chooseRow(first, /me\+/);
  await waitFor(() => first.isDetached(), 'the first menu to go');
  const menu = await tour.menuOf(journey, shop);
  await menu.getByRole('alert').getByText('did not accept').waitFor();
  await tour.chooseRow(menu, /@own\.example/);
  await waitFor(
    async () => (await shop.locator('#mail').inputValue()).endsWith('@own.example'),
    'the other address',
  );
  expect(await shop.locator('#mail').getAttribute('aria-invalid')).toBe('false');
});

test('the exported page holds its structure and labels, and nothing of the person', async () => {
  const { journey } = scene;
  const { shop } = journey;
  await shop.bringToFront();
  await shop.goto(`${odd}?who=query-canary`);
  await shop.locator('#note').fill('typed-canary Marguerite');
  await shop.locator('#contactref').fill('typed-canary');
  const page = await scene.browser.openExtensionPage('popup.html');
  await shop.bringToFront();
  const { name, html } = await ask(page, 'site.export', {});
  await page.close();
  expect(name).toBe('shop-localhost.html');
  for (const canary of CANARIES) expect(html).not.toContain(canary);
  for (const kept of [
    'Blorp',
    'Grumble',
    'E-mail',
    'Go on',
    'name="contactref"',
    'type="email"',
    'data-cf="4"',
  ])
    expect(html).toContain(kept);

  const popup = await askWhy(shop);
  // Where a file would be saved, its name and content are noted instead.
  await popup.evaluate(() => {
    HTMLAnchorElement.prototype.click = async function save(this: HTMLAnchorElement) {
      const text = await (await fetch(this.href)).text();
      document.title = `${this.download} ${text.slice(0, 17)}`;
    };
  });
  await popup.click('.why button', 'Export');
  await waitFor(
    async () => (await popup.evaluate('document.title')) === 'shop-localhost.html <!-- moniker-case',
    'the file to be offered',
  );
  await popup.close();
});
