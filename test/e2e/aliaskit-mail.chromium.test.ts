// A hostile mail, opened: what its frame asks of the network, what is left of its forms, scripts, styles and tricks, and where its
// links say they lead. Leans on the real sandbox, whose log must stay empty, and on the browser's own record of requests.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPost } from '../sandbox/post/send.ts';
import { waitFor } from './drivers/wait.ts';
import { hostileMail, PICTURE } from './inbox/hostile-mail.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;
let frame: Frame;
/** Everything the browser asked for since the mail was opened, beside our own files. */
const asked: string[] = [];

/** Where every remote part of the mail points: a host that the sandbox serves and logs. */
const trap = () => `${scene.sandbox.json.pages}/trap`;

beforeAll(async () => {
  scene = await openScene();
  const { journey, sandbox } = scene;
  const { addresses } = await ask(journey.options, 'addresses.sources', { site: null }).then(({ sources }) =>
    ask(journey.options, 'addresses.create', { accountId: sources[0]?.accountId ?? '', site: null }).then(
      ({ address }) => ({
        addresses: [address],
      }),
    ),
  );
  const to = addresses[0]?.email ?? '';
  const post = createPost(sandbox.json.smtp);
  await post.send({ from: 'Bank <hello@evil.example>', to, subject: 'Open me', html: hostileMail(trap()) });
  post.close();
  await ask(journey.options, 'inbox.pull', {});
  page = await scene.browser.openExtensionPage('popup.html');
  await page.getByRole('tab', { name: 'Inbox' }).click();
  sandbox.world.journal.clear();
  scene.browser.context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(scene.browser.origin) && !url.startsWith('about:') && !url.startsWith('data:'))
      asked.push(url);
  });
  await page.getByText('Open me').first().click();
  frame = await mailFrame();
}, 120_000);
afterAll(() => scene?.close());

/** The frame of the mail, once its words are there. */
async function mailFrame(): Promise<Frame> {
  const handle = await page.locator('iframe.mail-frame').elementHandle();
  const inside = await handle?.contentFrame();
  if (!inside) throw new Error('no frame');
  await inside.getByText('Kept words.').waitFor();
  return inside;
}

/** What the sandbox saw beside the calls of our own worker. */
const strangers = () => scene.sandbox.world.journal.list().filter(({ path }) => path.includes('trap'));

test('opening it asks nothing of any server', async () => {
  await page.getByText(/link.*lead/).waitFor();
  expect(strangers()).toEqual([]);
  expect(asked.filter((url) => /trap|example/.test(url))).toEqual([]);
});

test('nothing in it runs, submits, covers, refreshes or frames', async () => {
  const html = await frame.content();
  for (const gone of [
    '<script',
    '<form',
    '<input',
    '<iframe',
    '<object',
    '<embed',
    '<link',
    '<base',
    '<svg',
    '<video',
    'onload',
    'onerror',
    'refresh',
    'javascript:',
    'trap',
    '\u202e',
    'position',
    'u\\72l',
  ])
    expect(html, gone).not.toContain(gone);
  // Styles that only colour text are kept: the mail looks as it was meant to.
  expect(await frame.getByText('Kept words.').evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgb(1, 2, 3)',
  );
  expect(await frame.evaluate('location.href')).toBe('about:srcdoc');
});

test('the frame has no script, no origin of ours, and a policy of its own', async () => {
  const element = page.locator('iframe.mail-frame');
  expect((await element.getAttribute('sandbox'))?.split(' ').sort()).toEqual([
    'allow-popups',
    'allow-popups-to-escape-sandbox',
  ]);
  expect(await element.getAttribute('srcdoc')).toContain("default-src 'none'");
});

describe('its links', () => {
  test('carry their real host, which no style of the mail can hide', async () => {
    const host = frame.getByText('(evil.example)');
    expect(await host.isVisible()).toBe(true);
    expect(await host.evaluate((element) => getComputedStyle(element).display)).not.toBe('none');
  });

  test('stand once more in our own document: real hosts, no look-alike, no script', async () => {
    await page.getByText(/link.*lead/).click();
    const hosts = await page.locator('.mail-links a').allInnerTexts();
    expect(hosts).toEqual(['evil.example', 'xn--pple-43d.com', 'bank.example', 'help@shop.example']);
    expect(await page.locator('.mail-links').innerText()).not.toContain('\u202e');
  });
});

test('pictures are fetched only after a click, and only over https', async () => {
  await scene.browser.context.route('https://pictures.example/**', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('button', { name: 'Show pictures' }).click();
  await waitFor(() => asked.includes(PICTURE), 'the picture to be asked for');
  expect(asked.filter((url) => /trap|example/.test(url))).toEqual([PICTURE]);
  expect(strangers()).toEqual([]);
});

test('the log sees what is asked of the trap', async () => {
  const shop = await scene.browser.context.newPage();
  await shop.goto(`${trap()}/control`);
  expect(strangers().map(({ path }) => path)).toEqual(['/trap/control']);
  await page.screenshot({ path: `${process.cwd()}/output/mail.png` });
});
