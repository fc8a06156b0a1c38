// The Firefox driver on the shipped build: what every other browser test relies on holds. Leans on the driver only;
// asserts nothing about what the screens show.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import { waitFor } from './drivers/wait.ts';

let browser: FirefoxDriver;
let site: Server;
let home: string;

beforeAll(async () => {
  site = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end('<!doctype html><title>Site</title><input name="email">');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  home = `http://shop.localhost:${(site.address() as AddressInfo).port}/`;
  browser = await launchFirefox();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

test('the extension is installed and its background runs', async () => {
  expect(browser.origin).toMatch(/^moz-extension:\/\/[0-9a-f-]{36}$/);
  expect(await browser.backgroundAlive()).toBe(true);
});

test('the toolbar button opens the real popup, in which typing and clicking are trusted', async () => {
  await (await browser.tab()).go(home);
  const popup = await browser.popup();
  expect(await popup.url()).toBe(`${browser.origin}/popup.html`);
  await popup.evaluate(() => {
    document.body.innerHTML = '<input id="t"><button id="b">Go</button><p id="seen">.</p>';
    const seen = document.querySelector('#seen');
    for (const kind of ['keydown', 'click']) {
      document.addEventListener(kind, (event) => {
        if (seen) seen.textContent += `${kind}:${event.isTrusted} `;
      });
    }
  });
  await popup.click('#t');
  await popup.type('a');
  await popup.press('Backspace');
  await popup.fill('#t', 'h');
  expect(await popup.value('#t')).toBe('h');
  await popup.click('button', 'Go');
  expect(await popup.text('#seen')).not.toContain('false');
  expect(await popup.text('#seen')).toMatch(/^\.click:true keydown:true keydown:true .*click:true$/);
  expect((await popup.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  await popup.close();
  expect(await popup.closed()).toBe(true);
});

test('options and popup open as tabs', async () => {
  for (const [page, path] of [
    [await browser.openOptions(), '/options.html'],
    [await browser.openPopupPage(), '/popup.html'],
  ] as const) {
    expect(await page.url()).toBe(`${browser.origin}${path}`);
    expect(await page.evaluate('typeof browser.runtime.id')).toBe('string');
    await page.close();
  }
});

test('an ended background is gone, keeps its session, and comes back new', async () => {
  const page = await browser.openOptions();
  const birth = () =>
    page.evaluate<string>(
      `browser.runtime.getBackgroundPage().then((w) => (w.__birth ??= String(Math.random())))`,
    );
  const before = await birth();
  await page.evaluate('browser.storage.session.set({ kept: 1 })');
  await browser.killBackground();
  expect(await browser.backgroundAlive()).toBe(false);
  expect(await birth()).not.toBe(before);
  expect(await page.evaluate('browser.storage.session.get("kept")')).toEqual({ kept: 1 });
  await page.close();
});

test('site access is given by the button of the real prompt', async () => {
  const page = await browser.openOptions();
  const held = () => page.evaluate<string[]>('browser.permissions.getAll().then((p) => [...p.origins])');
  expect(await held()).toEqual([]);
  await page.evaluate(() => {
    document.body.innerHTML = '<button>Allow</button>';
    document.querySelector('button')?.addEventListener('click', () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { request(asked: object): Promise<boolean> } };
      };
      browser.permissions.request({ origins: ['*://*/*'] }).then((given) => {
        document.title = String(given);
      });
    });
  });
  await page.click('button');
  expect(await browser.acceptPermissions()).toMatch(/all web/i);
  await waitFor(() => page.evaluate<boolean>('document.title === "true"'), 'the grant');
  expect(await held()).toEqual(['*://*/*']);
  await page.close();
});

test('closed shadow roots are seen and clicked', async () => {
  const page = await browser.newTab(home);
  await page.evaluate(() => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    root.innerHTML = '<button>Inside</button>';
    root.addEventListener('click', (event) => {
      document.title = `clicked ${event.isTrusted}`;
    });
  });
  expect(await page.text('button')).toBe('Inside');
  await page.click('button');
  expect(await page.evaluate('document.title')).toBe('clicked true');
  await page.close();
});

test('native context menu items and keyboard commands reach the background', async () => {
  const page = await browser.newTab(home);
  const options = await browser.openOptions();
  await options.evaluate(`browser.runtime.getBackgroundPage().then((w) => {
    w.browser.contextMenus.create({ id: 'driver', title: 'Driver item', contexts: ['editable'] });
    w.browser.contextMenus.onClicked.addListener((info) => { w.__menu = info.menuItemId; });
    w.browser.commands.onCommand.addListener((name) => { w.__command = name; });
  })`);
  await browser.select(page);
  await page.contextMenu('input', 'Driver item');
  await browser.command('fill-address');
  const seen = () =>
    options.evaluate<unknown>('browser.runtime.getBackgroundPage().then((w) => [w.__menu, w.__command])');
  await waitFor(async () => JSON.stringify(await seen()) === '["driver","fill-address"]', 'both events');
  await options.close();
  await page.close();
});
