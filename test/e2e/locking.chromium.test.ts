// Locking: every window at once, at its deadline, over a restart of the browser; a change of passphrase that survives the
// worker's death; erasing. Leans on the scene; looks into storage.session from the worker, where the keys must not be.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { launchChromium } from './drivers/chromium.ts';
import { waitFor } from './drivers/wait.ts';
import { answerOf, ask, emails, openScene, type Scene } from './scene.ts';

const NEXT = 'seven paper lanterns drift';

let scene: Scene;
let folder: string | null = null;
afterEach(async () => {
  await scene?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
  folder = null;
});

const state = async (): Promise<string> => (await ask(scene.journey.options, 'vault.status', {})).state;
const isLocked = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
const keysInSession = async (): Promise<string[]> =>
  (await scene.browser.worker()).evaluate(
    "chrome.storage.session.get().then((all) => Object.keys(all).filter((key) => key.startsWith('vault.')))",
  );
const unlock = async (page: Page, passphrase: string): Promise<void> => {
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
};

/** Some addresses, so that there is something to seal again. */
async function addAddresses(count: number): Promise<string[]> {
  const { options } = scene.journey;
  const { account } = await ask(options, 'accounts.connect', {
    kind: 'local',
    name: 'Mine',
    scheme: { type: 'catch-all', domain: 'own.example' },
    format: 'site-hash',
  });
  for (let at = 0; at < count; at += 1)
    await ask(options, 'addresses.create', {
      accountId: account.id,
      site: `s${at}.example`,
      label: `label ${at}`,
    });
  return emails(scene);
}

test('a click on the lock closes popup, options and the menu of every window, and the keys are gone', async () => {
  scene = await openScene({ account: false });
  const { journey, browser, sandbox } = scene;
  const { options, shop } = journey;
  await addAddresses(1);
  await options.goto(`${browser.origin}/options.html#/security`);
  const [second] = await Promise.all([
    browser.context.waitForEvent('page'),
    (await browser.worker()).evaluate('chrome.windows.create({ url: chrome.runtime.getURL("popup.html") })'),
  ]);
  await second.getByRole('tab', { name: 'Addresses' }).waitFor();
  await shop.bringToFront();
  await shop.goto(`${sandbox.json.shop}/signup`);
  await shop.locator('#email').click();
  const menu = await tour.menuOf(journey, shop);
  await tour.rowOf(menu, /new address/i);
  expect(await keysInSession()).toContain('vault.keys');

  const popup = await browser.popup(shop);
  await popup.click('button[aria-label="Lock now"]');
  await popup.waitFor('button', 'Unlock');
  await isLocked(options);
  await isLocked(second);
  await menu.getByRole('menuitem', { name: /unlock/i }).waitFor();
  expect(await keysInSession()).toEqual([]);
  expect(await answerOf(options, 'addresses.list', {})).toEqual({ err: { code: 'locked', detail: {} } });
  await popup.close();

  await unlock(second, tour.PASSPHRASE);
  await options.getByLabel('Current passphrase').waitFor();
  expect(await emails(scene)).toHaveLength(1);
});

test('the deadline locks by itself, is moved on by use, and is not revived once past', async () => {
  scene = await openScene({ account: false, access: false });
  const { journey, browser } = scene;
  const { options } = journey;
  await options.goto(`${browser.origin}/options.html#/security`);
  await options.getByLabel('Lock automatically').selectOption('5');
  const lockAt = async () => (await ask(options, 'vault.status', {})).lockAt ?? 0;
  await waitFor(async () => (await lockAt()) - Date.now() <= 5 * 60_000, 'the new deadline');
  const worker = await browser.worker();
  const move = (to: string) => worker.evaluate(`chrome.storage.session.set({ 'vault.deadline': ${to} })`);
  await move('Date.now() + 60_000');
  const near = await lockAt();
  await addAddresses(1);
  await waitFor(async () => (await lockAt()) > near, 'use to move the deadline on');
  // Past it, the next call finds a locked vault, whether or not an alarm came first.
  await move('Date.now() - 1');
  expect(await answerOf(options, 'addresses.list', {})).toEqual({ err: { code: 'locked', detail: {} } });
  expect(await keysInSession()).toEqual([]);
  // The alarm makes it visible without any call.
  await options.reload();
  await unlock(options, tour.PASSPHRASE);
  await options.getByLabel('Current passphrase').waitFor();
  await move('Date.now() - 1');
  await worker.evaluate("chrome.alarms.create('lock', { when: Date.now() })");
  await isLocked(options);
  expect(await keysInSession()).toEqual([]);
});

test('a restart of the browser comes back locked, with everything there', async () => {
  folder = await mkdtemp(join(tmpdir(), 'moniker-profile-'));
  scene = await openScene({ account: false, access: false, launch: { userDataDir: folder } });
  const before = await addAddresses(3);
  await scene.browser.close();
  const browser = await launchChromium({ userDataDir: folder });
  const options = await browser.openOptions();
  scene = { ...scene, browser, journey: { ...scene.journey, browser, options } };
  expect(await state()).toBe('locked');
  await unlock(options, tour.PASSPHRASE);
  await waitFor(async () => (await state()) === 'unlocked', 'the vault to open');
  expect(await emails(scene)).toEqual(before);
});

test('a new passphrase with a new vault key goes on after the worker was killed midway', async () => {
  scene = await openScene({ account: false, access: false });
  const { journey, browser } = scene;
  const { options } = journey;
  const before = await addAddresses(120);
  await options.goto(`${browser.origin}/options.html#/security`);
  await options.getByLabel('Current passphrase').fill(tour.PASSPHRASE);
  await options.getByLabel('New passphrase').fill(NEXT);
  await options.getByLabel('Repeat the passphrase').fill(NEXT);
  await options.getByRole('switch', { name: /new vault key/i }).click();
  await options.getByRole('button', { name: 'Change passphrase' }).click();
  // The new key lies on disk from here on; the records follow.
  await waitFor(async () => {
    const { rekey } = await ask(options, 'vault.status', {});
    return rekey !== null;
  }, 'the re-encryption to begin');
  await browser.killWorker();
  // Whatever was sealed by then opens, and the next worker goes on without being told.
  expect(await state()).toBe('unlocked');
  expect((await emails(scene)).sort()).toEqual([...before].sort());
  await waitFor(
    async () => (await ask(options, 'vault.status', {})).rekey === null,
    'every record to follow',
  );
  await ask(options, 'vault.lock', {});
  expect(await answerOf(options, 'vault.unlock', { passphrase: tour.PASSPHRASE })).toMatchObject({
    err: { code: 'wrong-passphrase' },
  });
  await ask(options, 'vault.unlock', { passphrase: NEXT });
  await waitFor(
    async () => (await ask(options, 'vault.status', {})).rekey === null,
    'every record to follow',
  );
  expect((await emails(scene)).sort()).toEqual([...before].sort());
});

test('erasing asks for a word, takes everything, and leads to the beginning', async () => {
  scene = await openScene({ account: false, access: false });
  const { journey, browser } = scene;
  const { options } = journey;
  await addAddresses(2);
  await ask(options, 'vault.lock', {});
  await options.goto(`${browser.origin}/options.html#/security`);
  await options.getByRole('button', { name: 'Erase…' }).click();
  const sure = options.getByRole('button', { name: 'Erase everything' });
  expect(await sure.isDisabled()).toBe(true);
  await options.getByLabel(/Type .erase./).fill('erase');
  await sure.click();
  await options.getByText('Choose a passphrase').first().waitFor();
  expect(await state()).toBe('empty');
  expect(await keysInSession()).toEqual([]);
  await tour.createVault(journey, NEXT);
  expect(await emails(scene)).toEqual([]);
});
