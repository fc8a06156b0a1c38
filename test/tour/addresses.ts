// The Addresses screen in every state that a heavy user meets, by real clicks over the shipped build: a picture of each, in light and
// in dark. Leans on journey.ts and the sandbox; a state that does not come about ends it with its reason.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serviceOf } from '../e2e/anonli/service.ts';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import { waitFor } from '../e2e/drivers/wait.ts';
import { ask } from '../e2e/scene.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { ROOT } from '../tools/command.ts';
import * as journey from './journey.ts';

export const ADDRESS_PICTURES = join(ROOT, 'output/addresses');

/** As large as the toolbar popup. */
const POPUP = { width: 380, height: 580 };
const MANY = 10_000;

/** Takes `0`, `7`, `offline`, `conflict`, `quota`, `10000`, `search`, `locked`, each also as `…-dark` and `…-narrow`. @param say hears each state */
export async function takeAddresses(say: (line: string) => void): Promise<void> {
  await rm(ADDRESS_PICTURES, { recursive: true, force: true });
  await mkdir(ADDRESS_PICTURES, { recursive: true });
  const sandbox = await startSandbox({ rateLimit: null });
  const service = serviceOf(sandbox);
  const browser = await launchChromium();
  try {
    const trip = await journey.meetWelcome(browser, sandbox.json);
    await journey.createVault(trip);
    await journey.connectAnonli(trip);
    const { options } = trip;
    const [account] = (await ask(options, 'accounts.list', {})).accounts;
    if (!account) throw new Error('no account is connected');
    const pull = () => ask(options, 'sync.pull', { id: account.id, force: true });
    const page = await browser.openPopupPage();
    await page.setViewportSize(POPUP);
    await page.getByRole('tab', { name: 'Addresses' }).click();
    const take = async (state: string): Promise<void> => {
      await picture(page, state);
      say(`addresses: ${state}`);
    };

    await page.getByText('No addresses yet').waitFor();
    await take('0');

    await service.seed(7);
    await pull();
    await page.getByText('7 addresses').waitFor();
    await take('7');

    service.down();
    await page.locator('.row-main').first().click();
    await page.getByLabel('Label').fill('Bakery, renamed on the train');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('not sent yet').waitFor();
    const email = (await page.locator('.hero .email').innerText()).trim();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('waiting', { exact: true }).waitFor();
    await take('offline');

    await service.edit(email, { label: 'Bakery (web app)' });
    service.back();
    await pull();
    await page.getByText('two versions', { exact: true }).click();
    const conflict = page.getByRole('region', { name: 'Two versions of the label' });
    await conflict.waitFor();
    await take('conflict');
    await conflict.getByRole('button', { name: 'Keep this one' }).click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Back' }).click();

    await service.leaveRequests(482);
    await pull();
    await page.getByText(/^4[78]\d requests left this month/).waitFor();
    await take('quota');

    await service.leaveRequests(90_000);
    await service.seed(MANY);
    await pull();
    await page.getByText('10,007 addresses').waitFor();
    await waitFor(async () => (await page.locator('.virtual-row .email').count()) > 5, 'the first rows');
    await take('10000');
    await page.getByRole('searchbox').fill('garden 99');
    await page.getByText(/^[\d,]+ matches$/).waitFor();
    await take('search');
    await page.getByRole('searchbox').fill('');

    await ask(options, 'vault.lock', {});
    await page.getByLabel('Passphrase').waitFor();
    await take('locked');
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

/** As narrow as a side panel can be. */
const NARROW = { ...POPUP, width: 300 };

/** In both themes, and narrow, when nothing moves any more. */
async function picture(page: Page, state: string): Promise<void> {
  await page.bringToFront();
  await page.locator('.toast').waitFor({ state: 'detached' });
  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.screenshot({ path: join(ADDRESS_PICTURES, `${state}-narrow.png`) });
  await page.setViewportSize(POPUP);
  for (const [colorScheme, end] of [
    ['light', ''],
    ['dark', '-dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(ADDRESS_PICTURES, `${state}${end}.png`) });
  }
}
