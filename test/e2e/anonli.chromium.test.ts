// anon.li in real Chromium, by a person's clicks, in both shapes its server may have: sign-up with an alias from the menu, labels
// sealed before they leave, edits without a network, a second client's words against ours, the next kind after a refusal.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { type Held, type Service, SHAPES, serviceOf } from './anonli/service.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openStage, type Scene } from './scene.ts';

const OUR_MAILBOX = 'me@mail.example';
let scene: Scene;
let service: Service;
afterEach(() => scene?.close());

/** Everything up to an allowed browser with anon.li in it. */
async function open(shape: string, password?: string | null): Promise<void> {
  scene = await openStage();
  service = serviceOf(scene.sandbox);
  await service.setShape(SHAPES[shape] ?? {});
  await tour.createVault(scene.journey);
  await tour.connectAnonli(scene.journey, password);
  await tour.allowSites(scene.journey);
}

/** The one alias the service holds, once it is as wanted. */
const held = (is: (alias: Held) => boolean, what: string): Promise<Held> =>
  waitFor(async () => (await service.aliases()).find(is), what);

/** Our popup's screens in a tab, at a popup's size. */
async function openPopup(): Promise<Page> {
  const page = await scene.browser.openPopupPage();
  await page.setViewportSize({ width: 380, height: 580 });
  return page;
}

async function openAddress(page: Page, email: string): Promise<void> {
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await page
    .getByRole('button', { name: new RegExp(email.split('@')[0] ?? email) })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Address' }).waitFor();
}

async function saveLabel(page: Page, label: string): Promise<void> {
  await page.getByLabel('Label').fill(label);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
}

async function fetchAgain(): Promise<void> {
  const { options } = scene.journey;
  await options.bringToFront();
  await options.goto(`${scene.browser.origin}/options.html#/accounts`);
  await options.getByRole('button', { name: 'Fetch again' }).click();
  await options.getByText(/^Fetched: /).waitFor();
}

describe.each(Object.keys(SHAPES))('a server that answers %s', (shape) => {
  test('sign-up: one alias, its label sealed at the service, the shop’s mail forwarded', async () => {
    await open(shape);
    const { journey, sandbox } = scene;
    const email = await tour.signUp(journey);
    expect(email).toMatch(/@anon\.li$/);
    expect(sandbox.world.state.shopUsers.get(email)).toBeDefined();

    const alias = await held(({ encryptedLabel }) => encryptedLabel !== null, 'the sealed label');
    expect(alias).toMatchObject({ email, active: true, label: 'shop.localhost' });
    expect(alias.encryptedLabel).not.toContain('shop');
    expect(await service.aliases()).toHaveLength(1);
    await waitFor(() => service.mailTo(OUR_MAILBOX).length > 0, 'the forwarded mail');

    const { address } = await ask(journey.options, 'addresses.get', { id: await idOf(email) });
    expect(address).toMatchObject({ site: 'shop.localhost', label: 'shop.localhost', active: true });
    expect(address.forwarding?.pending).toEqual([]);
  });

  test('an edit without a network waits, is shown, and goes out when the service is back', async () => {
    await open(shape);
    const email = await tour.takeAddress(scene.journey);
    await held(({ label }) => label === 'shop.localhost', 'the first label');
    service.down();
    const popup = await openPopup();
    await openAddress(popup, email);
    await saveLabel(popup, 'Shop, renamed on the train');
    await popup.getByText('not sent yet').waitFor();
    await popup.getByRole('button', { name: 'Back' }).click();
    await popup.getByText('waiting', { exact: true }).waitFor();
    expect(await service.aliases()).toMatchObject([{ label: 'shop.localhost' }]);

    service.back();
    await fetchAgain();
    await held(({ label }) => label === 'Shop, renamed on the train', 'the new label at the service');
    await popup.bringToFront();
    await popup.getByText('waiting', { exact: true }).waitFor({ state: 'detached' });
  });

  test('two clients change one label: both are shown, the person picks, neither was lost before', async () => {
    await open(shape);
    const email = await tour.takeAddress(scene.journey);
    await held(({ label }) => label === 'shop.localhost', 'the first label');
    service.down();
    const popup = await openPopup();
    await openAddress(popup, email);
    await saveLabel(popup, 'Ours');
    await service.edit(email, { label: 'Theirs, from the web app' });
    service.back();
    await fetchAgain();

    await popup.bringToFront();
    const conflict = popup.getByRole('region', { name: 'Two versions of the label' });
    await conflict.getByText('Theirs, from the web app').waitFor();
    await conflict.getByText('Ours', { exact: true }).waitFor();
    expect(await service.aliases()).toMatchObject([{ label: 'Theirs, from the web app' }]);
    await conflict.getByRole('button', { name: 'Keep this one' }).click();
    await conflict.waitFor({ state: 'detached' });
    await held(({ label }) => label === 'Ours', 'the label that was picked');
  });
});

test('without the vault’s password aliases work and labels wait, said with the one button that opens it', async () => {
  await open('as the server does', null);
  const email = await tour.takeAddress(scene.journey);
  expect(await service.aliases()).toMatchObject([{ email, encryptedLabel: null }]);

  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Addresses' }).click();
  await popup.getByText('1 label waits for the vault of anon.li.').waitFor();
  await popup.getByText('waits for vault', { exact: true }).waitFor();
  await popup.getByRole('button', { name: 'Open the vault' }).click();
  const submit = popup.locator('form.inset button[type=submit]');
  await popup.getByLabel('Vault password').fill('not the one');
  await submit.click();
  await popup
    .getByRole('alert')
    .getByText(/does not open the vault/)
    .waitFor();
  await popup.getByLabel('Vault password').fill(scene.sandbox.json.anonliPassword);
  await submit.click();
  await popup.getByText('1 label waits').waitFor({ state: 'detached' });
  await held(({ label }) => label === 'shop.localhost', 'the label that waited');
});

test('a key of an organisation: aliases work, what it may not do is said and not tried, labels stay here', async () => {
  scene = await openStage();
  service = serviceOf(scene.sandbox);
  const { journey } = scene;
  journey.sandbox.anonliKey = await service.organisationKey();
  await tour.createVault(journey);
  await tour.connectAnonli(journey, null);
  await tour.allowSites(journey);
  const email = await tour.takeAddress(journey);
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Addresses' }).click();
  await popup.getByText('kept here', { exact: true }).waitFor();
  expect(await popup.getByRole('switch', { name: new RegExp(email) }).isDisabled()).toBe(true);
  await openAddress(popup, email);
  await popup.getByText(/a key of an organisation opens no vault/).waitFor();
  expect(await popup.getByRole('button', { name: 'Open the vault' }).count()).toBe(0);
  expect(await popup.getByRole('button', { name: 'Discard' }).count()).toBe(0);
  await saveLabel(popup, 'Ours alone');
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByText('Ours alone').waitFor();
});

test('a site that refuses the service’s domain: the menu offers the account’s own, what was typed stays', async () => {
  await open('as the server does');
  const { journey, sandbox } = scene;
  const { shop, options } = journey;
  await service.addDomain('own.example');
  const [account] = (await ask(options, 'accounts.list', {})).accounts;
  await ask(options, 'destinations.list', { accountId: account?.id ?? '' });
  sandbox.world.state.settings.shop.reject = ['@anon.li'];
  await tour.takeAddress(journey);
  await shop.locator('#name').fill(tour.SHOPPER.name);
  await shop.locator('#password').fill(tour.SHOPPER.password);
  await shop.locator('#signup-submit').click();
  await shop.getByText('We cannot accept this e-mail address').waitFor();
  await shop.locator('#email').click();
  const menu = await tour.menuOf(journey, shop);
  await menu.getByRole('alert').getByText('did not accept').waitFor();
  expect((await menu.getByRole('menuitem').allInnerTexts())[0]).toContain('own.example');
  await tour.chooseRow(menu, /own\.example/);
  const isOwn = async () => (await shop.locator('#email').inputValue()).endsWith('@own.example');
  await waitFor(isOwn, 'the other address');
  expect(await shop.locator('#name').inputValue()).toBe(tour.SHOPPER.name);
});

test('format and recipient are picked in the menu, made so, and offered so the next time; a name of one’s own is typed in the popup', async () => {
  await open('as documented');
  const { journey, sandbox } = scene;
  const { shop, options } = journey;
  const [account] = (await ask(options, 'accounts.list', {})).accounts;
  const accountId = account?.id ?? '';
  await ask(options, 'destinations.addRecipient', { accountId, email: 'work@mail.example' });
  await service.verifyRecipients();
  await ask(options, 'destinations.list', { accountId });
  const meetMenu = async () => {
    await shop.bringToFront();
    await shop.goto(`${sandbox.json.shop}/signup`);
    await shop.locator('#email').click();
    const menu = await tour.menuOf(journey, shop);
    await tour.rowOf(menu, /new address/i);
    return menu;
  };
  const menu = await meetMenu();
  await menu.getByRole('menuitem', { name: 'How the new address shall be' }).click();
  await menu.getByRole('menuitemradio', { name: /words/ }).click();
  await menu.getByRole('menuitemcheckbox', { name: 'work@mail.example' }).click();
  await tour.chooseRow(menu, /new address.*words.*work@/is);
  const email = await tour.filled(shop, '#email');
  expect(email).toMatch(/^[a-z]+\.[a-z]+\.\d+@anon\.li$/);
  await waitFor(() => service.mailTo('work@mail.example').length > 0, 'the mail to verify with');

  const next = await meetMenu();
  const rows = await next.getByRole('menuitem').allInnerTexts();
  expect(rows[0]).toContain(email);
  expect(rows[1]).toMatch(/words.*to work@mail\.example/);
  await next.getByRole('menuitem', { name: 'How the new address shall be' }).click();
  await next.getByRole('menuitem', { name: 'of my own choice…' }).click();
  const typed = async () => {
    const { value } = await ask(options, 'draft.get', { place: 'site.new.shop.localhost' });
    return JSON.parse(value ?? 'null') as { aliasFormat?: string; recipients?: string } | null;
  };
  const wanted = await waitFor(typed, 'the form of the popup');
  expect(wanted).toMatchObject({ aliasFormat: 'custom', recipients: expect.stringMatching(/^\S+$/) });
});

test('several are switched off at once and back again with Undo', async () => {
  await open('as the server does');
  await service.seed(7);
  await fetchAgain();
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Addresses' }).click();
  await popup.getByText('7 addresses').waitFor();
  const on = (await service.aliases()).filter(({ active }) => active).length;
  await popup.getByRole('button', { name: 'Select several' }).click();
  await popup.getByRole('button', { name: 'Select all 7' }).click();
  await popup.getByRole('button', { name: 'Switch off', exact: true }).click();
  await popup.getByText(`${on} addresses switched off`).waitFor();
  await waitFor(async () => (await service.aliases()).every(({ active }) => !active), 'all to be off');
  await popup.getByRole('button', { name: 'Undo' }).click();
  const isBack = async () => (await service.aliases()).filter(({ active }) => active).length === on;
  await waitFor(isBack, 'those to be on that were');
});

async function idOf(email: string): Promise<string> {
  const { addresses } = await ask(scene.journey.options, 'addresses.list', {});
  return addresses.find((address) => address.email === email)?.id ?? '';
}
