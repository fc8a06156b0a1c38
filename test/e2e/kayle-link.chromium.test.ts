// A right-clicked Kayle link is read without being opened: who asks, for what and why; look-alikes are called out and not spoken to; the
// cancel token in it goes nowhere. Leans on the sandbox, whose journal shows every request.
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedProfile } from './drivers/agreed.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let link: string;
let token: string;
let id: string;
let profile: string;

beforeAll(async () => {
  profile = await agreedProfile(['notifications']);
  scene = await openScene({ account: false, launch: { userDataDir: profile } });
  const { journey, browser, sandbox } = scene;
  const { kayle: baseUrl, kayleKeys } = sandbox.json;
  await browser.grantHost('http://127.0.0.1/*', 'http://verify.localhost/*');
  const apiKey = kayleKeys.main ?? '';
  const wish = { kind: 'kayle', name: 'Kayle', baseUrl, apiKey } as const;
  const { account } = await ask(journey.options, 'accounts.connect', wish);
  const { check } = await ask(journey.options, 'checks.ask', {
    accountId: account.id,
    whom: 'Robin',
    site: null,
    claims: [
      { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' },
      { claim: 'nationality_code', required: false, reason: 'To know which rules apply to you.' },
    ],
    redirectUrl: '',
    endpointIds: [],
  });
  id = check.id;
  link = check.link ?? '';
  token = new URL(link).searchParams.get('cancel_token') ?? '';
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await rm(profile, { recursive: true, force: true });
});

/** What the context menu does with a link; the page that opens. */
async function inspect(linkUrl: string): Promise<Page> {
  const { browser } = scene;
  const before = new Set(browser.context.pages());
  await browser.dispatch('contextMenus.onClicked', { menuItemId: 'link', linkUrl });
  const page = await waitFor(
    () => browser.context.pages().find((one) => !before.has(one) && one.url().includes('#/link/')),
    'the page on the link',
  );
  return page;
}

async function shown(page: Page, name: string): Promise<void> {
  for (const [look, colorScheme, width] of [
    ['light', 'light', 900],
    ['dark', 'dark', 900],
    ['narrow', 'light', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `output/kayle/${name}-${look}.png`, fullPage: true });
  }
}

test('who asks, for what and why, without opening the link or sending its token', async () => {
  expect(token).not.toBe('');
  const page = await inspect(link);
  const allow = page.getByRole('button', { name: 'Allow' });
  await allow
    .or(page.getByRole('heading', { name: 'Corner Shop' }))
    .first()
    .waitFor();
  if (await allow.isVisible()) await allow.click();
  await page.getByRole('heading', { name: 'Corner Shop' }).waitFor();
  const said = await page.locator('main').innerText();
  expect(said).toContain('Over 18');
  expect(said).toContain('You want to buy a kitchen knife.');
  expect(said).toContain('shop.localhost, example.com');
  await shown(page, 'inspect');
  expect(await page.content()).not.toContain(token);
  expect(page.url()).not.toContain(token);
  const journal = JSON.stringify(
    scene.sandbox.world.journal.list().filter(({ path }) => !path.endsWith('/v1/sessions')),
  );
  expect(journal).toContain('/details');
  expect(journal).not.toContain(token);
  const session = scene.sandbox.world.state.kayle.sessions.get(new URL(link).pathname.slice(1));
  expect(session?.status).toBe('created');
  await page.close();
});

test('on the page itself, the popup has a word before one continues', async () => {
  const { shop } = scene.journey;
  await shop.goto(link);
  const popup = await scene.browser.popup(shop);
  await popup.click('[role=tab]', 'This site');
  await popup.waitFor('h3', 'Before you continue');
  await popup.screenshot('output/kayle/before.png');
  const before = new Set(scene.browser.context.pages());
  await popup.click('button', 'See what is asked');
  const page = await waitFor(
    () => scene.browser.context.pages().find((one) => !before.has(one) && one.url().includes('#/link/')),
    'the page on the link',
  );
  await page.getByRole('heading', { name: 'Corner Shop' }).waitFor();
  await page.close();
});

test.each([
  ['https://verify-kayle.id.example', 'made to look like Kayle'],
  ['https://checks.example', 'neither Kayle nor a host you set up'],
])('%s is called out, and nothing is asked of it', async (origin, words) => {
  const page = await inspect(`${origin}/vs_${'a'.repeat(64)}?cancel_token=${'b'.repeat(32)}`);
  await page.getByRole('alert').getByText(words).waitFor();
  await shown(page, words.includes('made') ? 'look-alike' : 'stranger');
  expect(await page.content()).not.toContain('bbbbbbbb');
  const known = page.getByRole('button', { name: 'This is a server I know' });
  expect(await known.count()).toBe(words.includes('made') ? 0 : 1);
  await page.close();
});

test('a server the user knows is no stranger from then on, until they take it back', async () => {
  const page = await inspect(`https://checks.example/vs_${'c'.repeat(64)}`);
  await page.getByRole('button', { name: 'This is a server I know' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'This is a server I know' }).click();
  await page.getByText('your server’s').waitFor();
  await page.close();
  const { options } = scene.journey;
  await options.bringToFront();
  await options.goto(`${scene.browser.origin}/options.html#/asked`);
  await options.getByText('checks.example').waitFor();
  await shown(options, 'what-is-kept');
  await options.getByRole('button', { name: 'Remove' }).click();
  await options.getByText('One can be added').waitFor();
  await options.getByLabel('Checks you asked for are kept').selectOption({ label: '90 days' });
  await waitFor(async () => (await ask(options, 'settings.get', {})).checkDays === 90, 'the setting');
});

test('a check that ends is told by the browser, without a name or a claim, and pressed it opens that check', async () => {
  const { options } = scene.journey;
  const { browser, sandbox } = scene;
  await options.bringToFront();
  await options.goto(`${browser.origin}/options.html#/asked`);
  await options.getByText('Tell me when a check ends').click();
  await waitFor(async () => (await ask(options, 'settings.get', {})).notifyChecks, 'the setting');
  const worker = await browser.worker();
  // What is handed to the browser is written down on its way.
  await worker.evaluate(`{
    const create = chrome.notifications.create.bind(chrome.notifications);
    globalThis.said = [];
    chrome.notifications.create = (...notice) => { said.push(notice); return create(...notice); };
  }`);
  const phone = `${sandbox.json.admin}/kayle/sessions/${new URL(link).pathname.slice(1)}/phone`;
  const headers = { 'content-type': 'application/json' };
  await fetch(phone, { method: 'POST', headers, body: JSON.stringify({ act: 'succeed' }) });
  // The alarm of each minute, now.
  await options.evaluate(`chrome.alarms.create('checks', { when: Date.now() })`);
  const standing = () => worker.evaluate(`chrome.notifications.getAll().then((all) => 'check-ended' in all)`);
  await waitFor(async () => (await standing()) === true, 'the notification');
  const said = JSON.stringify(await worker.evaluate('said'));
  expect(said).toContain('A check has ended');
  expect(said).not.toMatch(/Robin|Corner|18|knife|nationality|succe|complet|vs_/i);
  await worker.evaluate(`chrome.notifications.onClicked.dispatch('check-ended')`);
  await waitFor(async () => (await standing()) === false, 'the notification to go');
  const popups = `chrome.runtime.getContexts({ contextTypes: ['POPUP'] }).then(({ length }) => length)`;
  await waitFor(async () => (await worker.evaluate(popups)) === 1, 'the popup it opens');
  const popup = await browser.popup(options);
  await popup.waitFor('.hero', 'the answer went to your webhook');
  await popup.waitFor('.hero', 'Robin');
  expect((await ask(options, 'draft.get', { place: 'popup.place' })).value).toContain(id);
});

test('a link in a tab of its own still tells which site it was followed from, though that site hides its name', async () => {
  const { shop } = scene.journey;
  await shop.goto(scene.sandbox.json.shop);
  await shop.evaluate((href) => {
    const made = document.createElement('a');
    Object.assign(made, { href, target: '_blank', referrerPolicy: 'no-referrer', textContent: 'Prove it' });
    document.body.prepend(made);
  }, link);
  // The browser takes the tab in front for the one that opened it.
  await shop.bringToFront();
  const opening = scene.browser.context.waitForEvent('page');
  await shop.getByText('Prove it').click();
  const page = await opening;
  const frame = await scene.browser.menuFrame(page);
  await frame.getByText('shop.localhost, a domain they have verified').waitFor();
  await page.close();
});

test('a page that shows another check without loading: the panel is about that one, and goes from the privacy page', async () => {
  const { journey, browser } = scene;
  const [account] = (await ask(journey.options, 'accounts.list', {})).accounts;
  const claims = [{ claim: 'age_over_21', required: true, reason: 'You want to rent a car.' }];
  const wish = { whom: '', site: null, claims, redirectUrl: '', endpointIds: [] };
  const { check } = await ask(journey.options, 'checks.ask', { ...wish, accountId: account?.id ?? '' });
  const { shop } = journey;
  await shop.bringToFront();
  await shop.goto(link);
  await (await browser.menuFrame(shop)).getByText('Over 18').waitFor();
  const go = (path: string) => shop.evaluate((to) => history.pushState(null, '', to), path);
  const second = new URL(check.link ?? '').pathname;
  const panels = () => shop.frames().filter((frame) => frame !== shop.mainFrame());
  await go(second);
  await waitFor(
    async () => (await panels()[0]?.getByText('You want to rent a car.').count()) === 1,
    'the other one',
  );
  await go(`${second}/privacy`);
  await waitFor(async () => panels().length === 0, 'the panel to go');
  await go(second);
  await (await browser.menuFrame(shop)).getByText('You want to rent a car.').waitFor();
});

test('locked, the popup still has its word on the page itself; after a start of the browser, that it may be a stranger', async () => {
  const { shop, options } = scene.journey;
  await ask(options, 'vault.lock', {});
  await shop.goto(link);
  const popup = await scene.browser.popup(shop);
  await popup.waitFor('h3', 'Before you continue');
  // What the browser's end takes with it.
  await (await scene.browser.worker()).evaluate(`chrome.storage.session.remove('verify-hosts')`);
  const again = await scene.browser.popup(shop);
  await again.waitFor('.trouble', 'neither Kayle nor a host you set up');
  await again.waitFor('p', 'While the vault is locked');
  await again.screenshot('output/kayle/before-locked.png');
});
