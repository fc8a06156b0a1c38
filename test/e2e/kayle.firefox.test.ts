// Checks in real Firefox, reduced to what differs there: asking from the event page, and the browser's own context menu on a link.
// Leans on the driver, the sandbox and the shipped build.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';
import { type FirefoxScene, openFirefox } from './firefox-scene.ts';

let scene: FirefoxScene;
let popup: FirefoxPage;

beforeAll(async () => {
  scene = await openFirefox('later');
}, 120_000);
afterAll(() => scene?.close());

const session = () => [...scene.sandbox.world.state.kayle.sessions.values()][0];

test('connected, asked by a template, and seen to be completed', async () => {
  const { browser, sandbox } = scene;
  const page = await browser.newTab(`${browser.origin}/options.html#/accounts`);
  await page.click('button', 'Kayle ID');
  await page.fill('input[placeholder="kk_…"]', sandbox.json.kayleKeys.main ?? '');
  await page.fill('input[inputmode=url]', sandbox.json.kayle);
  await page.click('button[type=submit]');
  await page.waitFor('[role=status]', 'Connected');
  popup = await browser.openPopupPage();
  await popup.click('[role=tab]', 'Checks');
  await popup.click('button', 'Ask for a check');
  await popup.click('button', 'Over 18');
  await popup.click('button', 'Make the link');
  await popup.waitFor('output.check-link');
  await popup.waitFor('svg.qr');
  const { id = '' } = session() ?? {};
  expect(await popup.text('output.check-link')).toContain(id);
  const response = await fetch(`${sandbox.json.admin}/kayle/sessions/${id}/phone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'succeed' }),
  });
  expect(response.ok).toBe(true);
  await popup.waitFor('.hero', 'the answer went to your webhook');
});

test('a link is looked at from the context menu, and its token goes nowhere', async () => {
  const { browser, sandbox } = scene;
  await popup.click('button[title=Back]');
  await popup.click('button', 'Ask for a check');
  await popup.click('button', 'Over 21');
  await popup.click('button', 'Make the link');
  await popup.waitFor('output.check-link');
  const link = (await popup.text('output.check-link')).trim();
  const shop = await browser.newTab(`${sandbox.json.shop}/`);
  await shop.evaluate((href: string) => {
    const made = document.createElement('a');
    made.id = 'kayle-link';
    made.href = href;
    made.textContent = 'Prove your age';
    document.body.prepend(made);
  }, link);
  await shop.contextMenu('#kayle-link', 'Inspect this Kayle link');
  const page = await waitFor(async () => {
    const tab = await browser.tab();
    return (await tab.url()).includes('#/link/') && tab;
  }, 'the page on the link');
  await page.waitFor('h3', 'Corner Shop');
  expect(await page.text('main')).toContain('Over 21');
  const token = new URL(link).searchParams.get('cancel_token') ?? '';
  expect(token).not.toBe('');
  const reads = sandbox.world.journal.list().filter(({ path }) => path.includes('/verify/'));
  expect(reads.length).toBeGreaterThan(0);
  expect(JSON.stringify(reads)).not.toContain(token);
});

test('the whole way: an endpoint with a key of this device, the answer at the receiver, opened here, the ledger complete', async () => {
  const { browser, sandbox } = scene;
  const box = `${sandbox.json.kayleReceiver}/till`;
  const page = await browser.newTab(`${browser.origin}/options.html#/checks/webhooks`);
  await page.click('button', 'New endpoint');
  await page.fill('form input[inputmode=url]', box);
  await page.click('button', 'Make endpoint');
  // The pair is made in the event page, whose WebCrypto is another than Chromium's.
  await page.waitFor('.health', 'Ready. Nothing was delivered yet.');
  await popup.click('button[title=Back]');
  await popup.click('button', 'Ask for a check');
  await popup.click('button', 'Over 21');
  await popup.click('button', 'Make the link');
  await popup.waitFor('output.check-link');
  const link = (await popup.text('output.check-link')).trim();
  const id = new URL(link).pathname.slice(1);
  const person = await browser.newTab(link);
  await person.click('#continue');
  const done = await fetch(`${sandbox.json.admin}/kayle/sessions/${id}/phone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'succeed', holder: { date_of_birth: '2010-01-01' } }),
  });
  expect(done.ok).toBe(true);
  expect(sandbox.world.state.kayle.received).toHaveLength(1);
  await browser.select(page);
  await page.click('[role=tab]', 'Answers');
  await page.fill('input[inputmode=url]', box);
  await page.click('button', 'Read it now');
  await page.waitFor('article', 'Noted with its check in your list.');
  const said = await page.text('article');
  expect(said).toContain('Signed by Kayle just now.');
  expect(said).toContain('No, not over 21');
  // The ledger's own screen, in a tab that was behind all the while.
  await browser.select(popup);
  await popup.waitFor('section.card', 'No, not over 21');
  await popup.waitFor('.hero', 'the answer went to your webhook');
});
