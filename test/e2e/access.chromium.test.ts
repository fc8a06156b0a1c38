// Site access in real Chromium: none, given, taken back, and over a reload of the extension; commands and the context menu.
// Leans on the scene and on a page of frames of its own; grants only by the product's own request.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, emails, openScene, type Scene } from './scene.ts';

const FORM = `<!doctype html><title>Join</title><h1>Create your account</h1><form>
<label>E-mail <input id="email" type="email" autocomplete="email"></label>
<label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>`;

let site: Server;
let home: string;
let other: string;
let scene: Scene;

beforeAll(async () => {
  site = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html');
    // Room between them: the menu that opens when the focus comes back from the popup would lie over the next frame.
    const apart = 'style="display: block; margin-top: 500px"';
    const frames = `<iframe id="near" ${apart} src="/form"></iframe><iframe id="far" ${apart} src="${other}/form"></iframe>`;
    reply.end(request.url === '/' ? FORM + frames : FORM);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  home = `http://main.localhost:${port}`;
  other = `http://other.localhost:${port}`;
});
afterAll(() => void site.close());
afterEach(() => scene?.close());

/** An open vault with a domain of one's own. */
async function openVault(access: boolean): Promise<Page> {
  scene = await openScene({ account: false, access });
  await ask(scene.journey.options, 'accounts.connect', {
    kind: 'local',
    name: 'Mine',
    scheme: { type: 'catch-all', domain: 'own.example' },
    format: 'site-hash',
  });
  return scene.journey.shop;
}

/** Roots of ours in the page: one while something is shown, none otherwise. */
const roots = async (page: Page): Promise<string[]> => (await scene.browser.pierce(page)).kinds();

test('without any access the popup fills the field in front, also in a frame of the same origin, and names a foreign one', async () => {
  const page = await openVault(false);
  const { browser } = scene;
  await page.bringToFront();
  await page.goto(`${home}/`);
  await page.locator('#email').click();
  const first = await browser.popup(page);
  await first.click('button', 'New address here');
  const made = await tour.filled(page, '#email');
  expect(await emails(scene)).toEqual([made]);
  await first.close();

  const near = page.frameLocator('#near').locator('#email');
  await near.click();
  const second = await browser.popup(page);
  await second.click('button', 'Fill');
  expect(await waitFor(() => near.inputValue(), 'the field in the near frame')).toBe(made);
  await second.close();

  const far = page.frameLocator('#far').locator('#email');
  await far.click();
  const third = await browser.popup(page);
  await third.click('button', 'Fill');
  await third.waitFor('[role=alert]', 'other.localhost');
  expect(await far.inputValue()).toBe('');
  // Allowed for that frame by its name, it is filled.
  await browser.grantHost('http://other.localhost/*');
  await third.click('[role=alert] button', 'Allow');
  expect(await waitFor(() => far.inputValue(), 'the field in the far frame')).toBe(made);
  await third.close();
});

test('a grant works in open tabs at once, and taking it back removes everything at once', async () => {
  const page = await openVault(false);
  const { journey, browser } = scene;
  const { options } = journey;
  await page.bringToFront();
  await page.goto(`${home}/form`);
  await page.locator('#email').click();
  expect(await roots(page)).toEqual([]);
  await options.bringToFront();
  await options.goto(`${browser.origin}/options.html#/sites`);
  await browser.grantHost('*://*/*');
  await options.getByRole('button', { name: /all sites/i }).click();
  await options.getByText('on all sites').first().waitFor();
  // The field kept its focus while we came: no click, no reload.
  await page.bringToFront();
  await tour.rowOf(await tour.menuOf(journey, page), /new address/i);
  expect(await roots(page)).toEqual(['closed']);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove', exact: true }).click();
  await waitFor(async () => (await roots(page)).length === 0, 'our UI to leave the page');
  await page.bringToFront();
  await page.locator('[type=password]').click();
  await page.locator('#email').click();
  expect(await ask(options, 'browser.state', {})).toMatchObject({ access: 'none' });
  expect(await roots(page)).toEqual([]);
});

test('a reload of the extension leaves the old scripts silent and brings new ones into open tabs', async () => {
  const page = await openVault(true);
  const { journey, browser } = scene;
  await page.bringToFront();
  await page.goto(`${home}/form`);
  await page.locator('#email').click();
  await tour.rowOf(await tour.menuOf(journey, page), /new address/i);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await browser.reloadExtension();
  await page.bringToFront();
  await page.locator('[type=password]').click();
  await waitFor(async () => (await roots(page)).length === 0, 'what the old script showed to go');
  await page.locator('#email').click();
  await waitFor(async () => (await roots(page)).length > 0, 'the new script to show its button');
  // A reload empties the session: locked, so the menu comes when asked for, and says so.
  await (await browser.pierce(page)).click('button');
  await (await tour.menuOf(journey, page)).getByRole('menuitem', { name: /unlock/i }).waitFor();
  expect(await roots(page)).toEqual(['closed']);
  expect(troubles).toEqual([]);
});

test('commands and the context menu fill the field in focus, reusing before creating', async () => {
  const page = await openVault(true);
  const { browser } = scene;
  const field = page.locator('#email');
  const fill = async (event: 'commands.onCommand' | 'contextMenus.onClicked', detail: unknown) => {
    await page.bringToFront();
    await page.goto(`${home}/form`);
    await field.click();
    await browser.dispatch(event, detail);
    return tour.filled(page, '#email');
  };
  const first = await fill('commands.onCommand', 'fill-address');
  expect(await fill('commands.onCommand', 'fill-address')).toBe(first);
  expect(await fill('contextMenus.onClicked', { menuItemId: 'address', editable: true })).toBe(first);
  await page.goto(`${home}/form`);
  await field.click();
  await page.keyboard.press('Escape');
  await browser.dispatch('contextMenus.onClicked', { menuItemId: 'here', editable: true });
  await tour.chooseRow(await tour.menuOf(scene.journey, page), /Used here/);
  expect(await tour.filled(page, '#email')).toBe(first);
  const second = await fill('contextMenus.onClicked', { menuItemId: 'new-address', editable: true });
  expect(second).not.toBe(first);
  expect((await emails(scene)).sort()).toEqual([first, second].sort());
  await field.click();
  await browser.dispatch('contextMenus.onClicked', { menuItemId: 'mute', editable: true });
  await waitFor(async () => (await roots(page)).length === 0, 'our UI to leave the page');
  await page.locator('[type=password]').click();
  await field.click();
  expect((await ask(scene.journey.options, 'site.mutes', {})).sites).toEqual(['main.localhost']);

  const typed = async (place: string) => {
    const { value } = await ask(scene.journey.options, 'draft.get', { place });
    return JSON.parse(value ?? '{}') as { query?: string; tab?: string; screen?: string; site?: string };
  };
  await browser.dispatch('contextMenus.onClicked', {
    menuItemId: 'search',
    selectionText: ' corner\n shop ',
  });
  await waitFor(
    async () => (await typed('addresses.search')).query === 'corner shop',
    'the words to look for',
  );
  await page.bringToFront();
  await browser.dispatch('contextMenus.onClicked', { menuItemId: 'address-form' });
  await waitFor(async () => (await typed('address.new')).site === 'main.localhost', 'the form for this site');
  expect(await typed('popup.place')).toMatchObject({ tab: 'addresses', screen: 'new' });
});
