// The tour: the main job done by itself, headless, by the clicks of journey.ts; a line a step, a screenshot a moment.
// Leans on journey.ts for every click and every expectation; a step that does not hold ends the tour, with its reason.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import { waitFor } from '../e2e/drivers/wait.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { ROOT } from '../tools/command.ts';
import * as journey from './journey.ts';

export const PICTURES = join(ROOT, 'output/tour');

interface Step {
  words: string;
  run(trip: Trip): Promise<string>;
}

/** What the steps hand on to each other. */
interface Trip {
  journey: journey.Journey;
  email: string;
}

const STEPS: readonly Step[] = [
  {
    words: 'Choose a passphrase: the vault is made',
    run: async (trip) => {
      await journey.createVault(trip.journey);
      return 'unlocked';
    },
  },
  {
    words: 'Connect AliasKit with its base URL and key',
    run: async (trip) => {
      await journey.connectAliaskit(trip.journey);
      return 'tested and saved';
    },
  },
  {
    words: 'Allow Moniker on all sites',
    run: async (trip) => {
      await journey.allowSites(trip.journey);
      return 'allowed';
    },
  },
  {
    words: 'Sign up at the shop with a new address, in one click',
    run: async (trip) => {
      trip.email = await journey.signUp(trip.journey);
      return trip.email;
    },
  },
  {
    words: 'The code comes by mail, stands beside its field, and fills it',
    run: async (trip) => {
      await journey.enterMailCode(trip.journey);
      return 'address confirmed';
    },
  },
  {
    words: 'Scan the QR code of the page, turn on two-factor log-in',
    run: async (trip) => {
      await journey.setUpTwoFactor(trip.journey);
      return 'two-factor log-in is on';
    },
  },
  {
    words: 'Log out, and in again with the address used here',
    run: async (trip) => {
      await journey.logIn(trip.journey, trip.email);
      return 'asked for the second factor';
    },
  },
  {
    words: 'Fill the code into the six boxes of the second factor',
    run: async (trip) => {
      await Promise.all([seeBoxesFull(trip.journey), journey.fillBoxes(trip.journey)]);
      return 'logged in';
    },
  },
];

/** The shop sends its form as soon as the boxes are full: held back once, so that they can be looked at, then sent by its button. */
async function seeBoxesFull({ shop, look }: journey.Journey): Promise<void> {
  await shop.evaluate(() => {
    addEventListener('submit', (event) => event.preventDefault(), { capture: true, once: true });
  });
  await waitFor(
    () =>
      shop
        .locator('[data-boxes] input')
        .evaluateAll((boxes) => boxes.every((box) => 'value' in box && box.value !== '')),
    'all boxes to be full',
  );
  await look('boxes-filled', shop);
  await shop.locator('#totp-submit').click();
}

/** Writes numbered pictures, 01-welcome.png and so on; the numbers keep their order in a folder. */
function camera(): { look: journey.Look; taken: string[] } {
  const taken: string[] = [];
  let count = 0;
  const look: journey.Look = async (moment, sight) => {
    count += 1;
    const path = join(PICTURES, `${String(count).padStart(2, '0')}-${moment}.png`);
    await writeFile(path, await sight.screenshot());
    taken.push(relative(ROOT, path));
  };
  return { look, taken };
}

/** What went wrong, in one line: the first of the message; call logs and stacks are for a debugger. */
const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * @param say hears each line
 * @param extension another folder than the shipped build's
 * @returns whether every step held
 */
export async function takeTour(say: (line: string) => void, extension?: string): Promise<boolean> {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  const began = performance.now();
  const { look, taken } = camera();
  const sandbox = await startSandbox();
  const browser = await launchChromium(extension === undefined ? {} : { extension });
  const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
  try {
    const trip: Trip = { journey: await journey.meetWelcome(browser, sandbox.json, look), email: '' };
    // A picture in the middle of a fade shows what nobody sees.
    for (const page of browser.context.pages()) await page.emulateMedia({ reducedMotion: 'reduce' });
    say(`   ${'Start Chromium with the extension; it opens its welcome'.padEnd(64)} ${seconds(began)}`);
    for (const [at, { words, run }] of STEPS.entries()) {
      const start = performance.now();
      try {
        const outcome = await run(trip);
        say(`${at + 1}. ${words.padEnd(64)} ${seconds(start)}   ${outcome}`);
      } catch (error) {
        say(`${at + 1}. ${words.padEnd(64)} ${seconds(start)}   DID NOT HOLD: ${reason(error)}`);
        await look('failed-options', trip.journey.options);
        await look('failed-shop', trip.journey.shop);
        return false;
      }
    }
    say(`All ${STEPS.length} steps held, ${seconds(began)} in all.`);
    return true;
  } finally {
    await browser.close();
    await sandbox.close();
    say(`${taken.length} pictures in ${relative(ROOT, PICTURES)}: ${taken.map(nameOf).join(', ')}`);
  }
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.png$/, '');
