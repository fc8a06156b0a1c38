// Codes and links on their way to the page that waits, in real Chromium: by the live line, by turns, by SMS, as a link, from another
// site, and after a minute and a half. Leans on the scene and the sandbox; every step is a person's click.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import {
  codeMail,
  confirmations,
  disturb,
  lists,
  rentNumber,
  requests,
  SHOP,
  sendMail,
  sendSms,
  topics,
} from './codes/post.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let email: string;
const settings = (change: object) => Object.assign(scene.sandbox.world.state.settings.aliaskit, change);

beforeAll(async () => {
  scene = await openScene();
  email = await tour.signUp(scene.journey, '?mail=code&delay=94000');
}, 120_000);
afterAll(() => scene?.close());

/** The page anew, its code field in focus, our menu beside it. */
async function waitAnew(): Promise<Frame> {
  const { journey, sandbox } = scene;
  await journey.shop.bringToFront();
  await journey.shop.goto(`${sandbox.json.shop}/verify`);
  sandbox.world.journal.clear();
  await journey.shop.locator('#code').click();
  return tour.menuOf(journey, journey.shop);
}

const value = () => tour.filled(scene.journey.shop, '#code');
const waiting = (menu: Frame) => menu.locator('.waiting').waitFor();
/** The line stands, and what came before it was listed. */
const heard = () =>
  waitFor(
    async () => (await topics(scene.sandbox)).length > 0 && lists(scene.sandbox).length > 0,
    'the live line',
  );

// First, so that nothing else keeps the worker awake.
test('a code that comes after ninety seconds still reaches the page', async () => {
  const { journey, sandbox } = scene;
  sandbox.world.journal.clear();
  const begun = Date.now();
  await journey.shop.locator('#code').click();
  const menu = await tour.menuOf(journey, journey.shop);
  await waiting(menu);
  const row = menu.getByRole('menuitem', { name: /^Code \d/ }).first();
  await row.waitFor({ timeout: 110_000 });
  expect(Date.now() - begun).toBeGreaterThan(89_000);
  expect(requests(sandbox).filter((line) => line.startsWith('GET')).length).toBeLessThanOrEqual(6);
  await tour.chooseRow(menu, /^Code \d/);
  expect(await value()).toMatch(/^\d{6}$/);
}, 140_000);

test('a mailed code comes over the live line, without another list, and is shown as used when it was', async () => {
  const menu = await waitAnew();
  await waiting(menu);
  await heard();
  const before = lists(scene.sandbox).length;
  await sendMail(scene.sandbox, codeMail(email, '482913'));
  await tour.chooseRow(menu, /^Code 4 8 2 9 1 3 from Corner Shop/);
  expect(await value()).toBe('482913');
  expect(lists(scene.sandbox)).toHaveLength(before);
  expect(requests(scene.sandbox).filter((line) => line.startsWith('GET')).length).toBeLessThanOrEqual(4);
  const again = await waitAnew();
  await tour.rowOf(again, /^Code 4 8 2 9 1 3 .*used before/);
});

test('where the line is refused, or lost on the way, the code comes by asking', async () => {
  await waiting(await waitAnew());
  await heard();
  await disturb(scene.sandbox, { kind: 'refuse', times: 1000 });
  await disturb(scene.sandbox, { kind: 'drop' });
  await sendMail(scene.sandbox, codeMail(email, '550817'));
  const menu = await tour.menuOf(scene.journey, scene.journey.shop);
  await tour.rowOf(menu, /^Code 5 5 0 8 1 7/);
  expect(await topics(scene.sandbox)).toEqual([]);
  await disturb(scene.sandbox, { kind: 'refuse', times: 1, status: 503 });

  settings({ realtime_url: false });
  const second = await waitAnew();
  await sendMail(scene.sandbox, codeMail(email, '617204'));
  await tour.chooseRow(second, /^Code 6 1 7 2 0 4/);
  expect(await value()).toBe('617204');
  settings({ realtime_url: true });
});

test('a vault that is locked in the middle of a wait and opened again: the page goes on waiting, untouched', async () => {
  const { journey, sandbox } = scene;
  await waitAnew();
  await heard();
  const popup = await journey.browser.popup(journey.shop);
  await popup.click('button[aria-label="Lock now"]');
  await popup.waitFor('button', 'Unlock');
  await waitFor(async () => (await topics(sandbox)).length === 0, 'the line to end');
  await sendMail(sandbox, codeMail(email, '905512'));
  await popup.fill('input[type=password]', tour.PASSPHRASE);
  await popup.click('button', 'Unlock');
  await popup.waitFor('[role=tab]', 'This site');
  await popup.close();
  await tour.chooseRow(await tour.menuOf(journey, journey.shop), /^Code 9 0 5 5 1 2/);
  expect(await value()).toBe('905512');
});

test('a text message is offered where it says which site it is for, and only named where it does not', async () => {
  const number = await rentNumber(scene.sandbox, email);
  await ask(scene.journey.options, 'accounts.pull', {});
  const menu = await waitAnew();
  await heard();
  await sendSms(scene.sandbox, number, 'Your code is 904417');
  await tour.rowOf(menu, /does not say which site it is for\. You are on shop\.localhost/);
  expect(await menu.content()).not.toContain('904');
  await sendSms(scene.sandbox, number, `Your code is 338602\n\n@${SHOP} #338602`);
  await tour.chooseRow(menu, /^Code 3 3 8 6 0 2/);
  expect(await value()).toBe('338602');
});

test('a code of another site is named, never held, and released in the popup alone', async () => {
  const { journey, sandbox } = scene;
  const menu = await waitAnew();
  await sendMail(sandbox, codeMail(email, '771204', 'bank.example'));
  await tour.rowOf(menu, /This code is from bank\.example\. You are on shop\.localhost\./);
  expect((await menu.content()).replace(/\s|<[^>]*>/g, '')).not.toContain('771204');
  const popup = await journey.browser.popup(journey.shop);
  await popup.waitFor('.code-strange', 'This code is from bank.example. You are on shop.localhost.');
  await popup.click('.code-strange button', 'Fill it anyway');
  expect(await value()).toBe('771204');
  await popup.close();
});

test('what comes while the popup shows the inbox, or a site without a field, appears by itself', async () => {
  const { journey, sandbox } = scene;
  await journey.shop.goto(`${sandbox.json.shop}/`);
  // A page that was left keeps no line open, which would keep the worker awake for good.
  const silent = async () => (await topics(sandbox)).length === 0;
  await waitFor(silent, 'the line of the last page to end', 20_000);
  const inbox = await journey.browser.popup(journey.shop);
  await inbox.click('[role=tab]', 'Inbox');
  await heard();
  await sendMail(sandbox, { ...codeMail(email, ''), subject: 'News of today', text: 'Nothing to type.' });
  await inbox.waitFor('body', 'News of today');
  await inbox.click('[role=tab]', 'This site');
  await sendMail(sandbox, codeMail(email, '224466'));
  await inbox.waitFor('.code-card .digits', '224466');
  await inbox.close();
});

test('a confirmation link is shown with its real host, never fetched, and opened in the waiting tab on a click', async () => {
  const { journey, sandbox } = scene;
  await tour.signUp(journey, '?mail=link&delay=0');
  // Before any field was entered: the toolbar button says that something came.
  const worker = await journey.browser.worker();
  const badge = () =>
    worker.evaluate<string>(
      'chrome.tabs.query({ url: "*://shop.localhost/*" }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))',
    );
  await waitFor(async () => (await badge()) === '1', 'the number on the toolbar button', 25_000);
  sandbox.world.journal.clear();
  await journey.shop.locator('#code').click();
  const menu = await tour.menuOf(journey, journey.shop);
  const link = await tour.rowOf(menu, /Open the confirmation link/);
  expect(await link.innerText()).toMatch(/shop\.localhost · matches this site/);
  expect(confirmations(sandbox)).toBe(0);

  const [, second] = (await ask(journey.options, 'addresses.list', {})).addresses.map((it) => it.email);
  for (const to of [email, second ?? ''])
    await sendMail(sandbox, {
      ...codeMail(to, ''),
      from: '\u202eelpmaxe.pohs\u202c <no-reply@shop.localhost>',
      subject: 'Confirm your address',
      text: '',
      html: `<p>Please confirm your e-mail address.</p>
        <a href="javascript:alert(1)//confirm?token=a1b2c3d4e5f6a7b8c9">Confirm</a> <a href="data:text/html,confirm">Confirm</a>
        <a href="http://${SHOP}@sh\u043ep.localhost/confirm?token=a1b2c3d4e5f6a7b8c9">https://${SHOP}/confirm</a>`,
    });
  const strange = await tour.rowOf(menu, /a different site/);
  expect(await strange.innerText()).toContain('xn--shp-ted.localhost · a different site');
  expect(await menu.locator('.sheet').innerText()).not.toMatch(/[\u202a-\u202e]|javascript|data:/);
  expect(confirmations(sandbox)).toBe(0);

  await tour.chooseRow(menu, /shop\.localhost · matches this site/);
  await journey.shop.locator('#account-email').waitFor();
  expect(confirmations(sandbox)).toBe(1);
});
