// The Chromium driver on the shipped build: what every other browser test relies on holds. Leans on the driver only;
// asserts nothing about what the screens show.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.ts';
import { waitFor } from './drivers/wait.ts';

let browser: ChromiumDriver;
let site: Server;
let home: string;

beforeAll(async () => {
  site = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end('<!doctype html><title>Site</title><input name="email">');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  home = `http://shop.localhost:${(site.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** A name that lives exactly as long as the worker does. */
const birth = async (): Promise<string> =>
  (await browser.worker()).evaluate('globalThis.__birth ??= crypto.randomUUID()');

/** Asks the browser whether the extension could read the tab in front right now. */
const canReadTab = async (): Promise<boolean> =>
  (await browser.worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => 1 }).then(() => true, () => false);
  })()`);

test('the worker runs and is of this extension', async () => {
  const worker = await browser.worker();
  expect(await worker.evaluate('chrome.runtime.id')).toBe(browser.extensionId);
});

test('the toolbar icon opens the real popup and lends it the tab in front', async () => {
  const [page] = browser.context.pages();
  await page?.goto(home);
  expect(await canReadTab()).toBe(false);
  const popup = await browser.popup(page);
  expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
  expect(await popup.evaluate(() => document.title)).toBe('Moniker');
  expect(await canReadTab()).toBe(true);
  expect((await popup.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  const again = await browser.popup(page);
  expect(popup.closed).toBe(true);
  await page?.mouse.click(400, 400);
  await waitFor(() => again.closed, 'the popup to close when the page is clicked');
});

test('typing and clicking in the popup are trusted', async () => {
  const popup = await browser.popup();
  await popup.evaluate(() => {
    document.body.innerHTML = '<input id="t"><button id="b">Go</button><p id="seen"></p>';
    const seen = document.querySelector('#seen');
    for (const kind of ['keydown', 'click']) {
      document.addEventListener(kind, (event) => {
        if (seen) seen.textContent += `${kind}:${event.isTrusted} `;
      });
    }
  });
  await popup.fill('#t', 'héllo');
  await popup.type('!');
  await popup.press('Backspace');
  expect(await popup.value('#t')).toBe('héllo');
  await popup.click('button', 'Go');
  expect(await popup.text('#seen')).toBe('click:true keydown:true keydown:true click:true');
  await popup.close();
  expect(popup.closed).toBe(true);
});

test('options and popup open as tabs', async () => {
  for (const [open, path] of [
    [() => browser.openOptions(), '/options.html'],
    [() => browser.openPopupPage(), '/popup.html'],
  ] as const) {
    const page = await open();
    expect(new URL(page.url()).pathname).toBe(path);
    await page.close();
  }
});

test.each(['stop', 'close'] as const)('a worker ended by %s is gone and comes back new', async (how) => {
  const before = await birth();
  await (await browser.worker()).evaluate('chrome.storage.session.set({ kept: 1 })');
  await browser.killWorker(how);
  expect(await browser.workerAlive()).toBe(false);
  expect(await birth()).not.toBe(before);
  expect(await (await browser.worker()).evaluate('chrome.storage.session.get("kept")')).toEqual({ kept: 1 });
});

test('site access comes only from a click in the extension, and then without a prompt', async () => {
  const ask =
    'chrome.permissions.request({ origins: ["*://*/*"] }).then((given) => { document.title = given })';
  const held = async () =>
    (await browser.worker()).evaluate('chrome.permissions.getAll().then((p) => p.origins)');
  await browser.grantHost('*://*/*');
  expect(await held()).toEqual([]);
  const popup = await browser.popup();
  await popup.evaluate(`document.body.innerHTML = '<button>Allow</button>';
    document.querySelector('button').addEventListener('click', () => { ${ask} });`);
  await popup.click('button');
  await waitFor(async () => (await popup.evaluate<string>('document.title')) === 'true', 'the grant');
  expect(await held()).toEqual(['*://*/*']);
  await popup.close();
});

test('closed shadow roots are seen, read and clicked', async () => {
  const page = await browser.context.newPage();
  await page.goto(home);
  await page.evaluate(() => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    root.innerHTML = '<button>Inside</button>';
    root.addEventListener('click', (event) => {
      document.title = `clicked ${event.isTrusted}`;
    });
  });
  const inside = await browser.pierce(page);
  expect(await inside.kinds()).toEqual(['closed']);
  expect(await inside.text('button')).toBe('Inside');
  await inside.click('button');
  expect(await page.title()).toBe('clicked true');
  await page.close();
});

test('listeners of the worker can be told of a command and of a menu click', async () => {
  await (await browser.worker()).evaluate(`
    chrome.commands.onCommand.addListener((name, tab) => { globalThis.__command = [name, typeof tab.id] });
    chrome.contextMenus.onClicked.addListener((info, tab) => { globalThis.__menu = [info.menuItemId, typeof tab.id] });
  `);
  await browser.dispatch('commands.onCommand', 'fill-address');
  await browser.dispatch('contextMenus.onClicked', { menuItemId: 'x', editable: true });
  const worker = await browser.worker();
  expect(await worker.evaluate('globalThis.__command')).toEqual(['fill-address', 'number']);
  expect(await worker.evaluate('globalThis.__menu')).toEqual(['x', 'number']);
});
