// What headless hides, in a window on a screen of its own: Chromium's real permission prompt and real keyboard commands.
// Leans on Xvfb through the display driver; uses the shipped build and the browser's own keys only.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.ts';
import { type Display, openDisplay } from './drivers/display.ts';
import { waitFor } from './drivers/wait.ts';

let display: Display;
let browser: ChromiumDriver;
let site: Server;
let home: string;

beforeAll(async () => {
  site = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end('<!doctype html><title>Site</title><p>Nothing here takes the focus.');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  home = `http://shop.localhost:${(site.address() as AddressInfo).port}/`;
  display = await openDisplay();
  browser = await launchChromium({ headed: true, env: display.env });
});

afterAll(async () => {
  await browser?.close();
  await display?.close();
  site?.close();
});

/** Asks for all sites by a click in a page of the extension; the answer becomes the title. */
async function ask(page: Page): Promise<void> {
  await page.evaluate(`document.body.innerHTML = '<button>Allow</button>'; document.title = 'asking';
    document.querySelector('button').addEventListener('click', () => {
      chrome.permissions.request({ origins: ['*://*/*'] }).then((given) => { document.title = String(given) });
    });`);
  const before = await display.look();
  await page.click('button');
  await display.changed(before);
}

const held = async (): Promise<unknown> =>
  (await browser.worker()).evaluate('chrome.permissions.getAll().then((all) => all.origins)');

test('a keyboard command of the manifest has a key, and the key works and lends the tab', async () => {
  const [page] = browser.context.pages();
  await page?.goto(home);
  const worker = await browser.worker();
  const commands = await worker.evaluate<{ name: string; shortcut: string }[]>('chrome.commands.getAll()');
  const keys = new Map(commands.map(({ name, shortcut }) => [name, shortcut]));
  expect(keys.get('fill-address')).not.toBe('');
  expect(keys.get('fill-code')).not.toBe('');
  await worker.evaluate(
    `chrome.commands.onCommand.addListener((name, tab) => { globalThis.__heard = [name, tab.url] })`,
  );
  await page?.bringToFront();
  await display.press(keys.get('fill-address')?.toLowerCase() ?? '');
  const heard = await waitFor(
    () => worker.evaluate<string[] | null>('globalThis.__heard ?? null'),
    'the command',
  );
  expect(heard).toEqual(['fill-address', home]);
});

test('the real prompt refuses by default and grants when allowed', async () => {
  const page = await browser.openPopupPage();
  await ask(page);
  expect(await held()).toEqual([]);
  await display.press('Return');
  await waitFor(async () => (await page.title()) === 'false', 'the refusal');
  expect(await held()).toEqual([]);
  await ask(page);
  await display.press('Tab', 'Return');
  await waitFor(async () => (await page.title()) === 'true', 'the grant');
  expect(await held()).toEqual(['*://*/*']);
});
