// anon.li in real Firefox, reduced to what differs there: the doorhanger for its host, sealing in the event page, Dexie with a queue
// that outlives it, a second client's words against ours, and what is left of the month. Leans on the driver, the sandbox and the
// shipped build.
import { afterEach, expect, test } from 'vitest';
import { type Held, type Service, SHAPES, serviceOf } from './anonli/service.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';
import { chooseIn, type FirefoxScene, openFirefox } from './firefox-scene.ts';

let scene: FirefoxScene;
let service: Service;
afterEach(() => scene?.close());

const held = (is: (alias: Held) => boolean, what: string): Promise<Held> =>
  waitFor(async () => (await service.aliases()).find(is), what);

async function fetchAgain(): Promise<void> {
  const { options } = scene;
  await options.evaluate(() => {
    location.hash = '#/accounts';
  });
  await options.click('button', 'Fetch again');
}

/** Our popup's screens in a tab, on one address. */
async function openAddress(email: string): Promise<FirefoxPage> {
  const { browser } = scene;
  const popup = await browser.newTab(`${browser.origin}/popup.html`);
  await popup.click('[role=tab]', 'Addresses');
  await popup.click('.row-main', email.split('@')[0] ?? email);
  await popup.waitFor('.screen-body form input');
  return popup;
}

async function saveLabel(popup: FirefoxPage, label: string): Promise<void> {
  await popup.fill('.screen-body form input', label);
  await popup.click('button[type=submit]', 'Save');
  await popup.waitFor('.notice', 'not sent yet');
}

test.each(Object.entries(SHAPES))(
  'a server that answers %s: alias from the menu, edits that outlive the background, two versions to pick from, the month nearly used',
  async (_, shape) => {
    scene = await openFirefox('anonli');
    const { browser, sandbox } = scene;
    service = serviceOf(sandbox);
    await service.setShape(shape);
    const shop = await browser.newTab(`${sandbox.json.shop}/signup`);
    await shop.click('#email');
    await chooseIn(shop, 'New address');
    const email = await waitFor(() => shop.value('#email'), 'the address');
    expect(email).toMatch(/@anon\.li$/);
    const alias = await held(({ encryptedLabel }) => encryptedLabel !== null, 'the sealed label');
    expect(alias).toMatchObject({ email, label: 'shop.localhost' });

    service.down();
    const popup = await openAddress(email);
    await saveLabel(popup, 'Renamed on the train');
    await browser.killBackground();
    expect(await service.aliases()).toMatchObject([{ label: 'shop.localhost' }]);
    service.back();
    await fetchAgain();
    await held(({ label }) => label === 'Renamed on the train', 'the new label at the service');
    await waitFor(async () => !(await popup.has('.notice', 'not sent yet')), 'nothing to wait any more');

    service.down();
    await saveLabel(popup, 'Ours');
    await service.edit(email, { label: 'Theirs, from the web app' });
    service.back();
    await fetchAgain();
    await popup.waitFor('.conflict', 'Theirs, from the web app');
    await popup.waitFor('.conflict', 'Ours');
    expect(await service.aliases()).toMatchObject([{ label: 'Theirs, from the web app' }]);
    await popup.click('.conflict button', 'Take that one');
    await waitFor(async () => !(await popup.has('.conflict')), 'the conflict to be settled');
    const isTheirs = async () =>
      (await popup.value('.screen-body form input')) === 'Theirs, from the web app';
    await waitFor(isTheirs, 'the form to show what was picked');

    await service.leaveRequests(6);
    await fetchAgain();
    await popup.click('button[title=Back]');
    await popup.waitFor('.notice', 'requests left this month, resets');
    await scene.options.click('button', 'Fetch again');
    await scene.options.waitFor('.notice', 'This would use 1 of the');
    await scene.options.click('.notice button', 'Cancel');
    await popup.close();
  },
);
