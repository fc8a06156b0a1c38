// Identities as a person uses them: a sign-up that asks who one is, filled from the menu and from the popup. Leans on the real sandbox;
// what the shop was sent is what counts.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let shop: Page;

beforeAll(async () => {
  scene = await openScene();
  shop = scene.journey.shop;
}, 120_000);
afterAll(() => scene?.close());

const shopUser = (email: string) => scene.sandbox.world.state.shopUsers.get(email);
const identityOf = (email: string) => {
  const row = [...scene.sandbox.world.state.identities.values()].find((one) => one.email === email);
  if (!row) throw new Error(`no identity ${email}`);
  return row;
};
const value = (selector: string) => shop.locator(selector).inputValue();

async function openSignUp(): Promise<void> {
  await shop.bringToFront();
  await shop.goto(`${scene.sandbox.json.shop}/signup?person=1`);
}

/** A part of the identity in the menu, as something to be chosen. */
const part = (menu: Frame, name: RegExp) => menu.getByRole('menuitemcheckbox', { name });

test('a new identity signs up whole: its values are seen, chosen, spelled for each field, and sent', async () => {
  await openSignUp();
  await shop.locator('#email').click();
  const menu = await tour.menuOf(scene.journey, shop);
  await tour.chooseRow(menu, /new address/i);
  const email = await tour.filled(shop, '#email');
  const { name, dateOfBirth } = identityOf(email);
  await part(menu, /^Name/).waitFor();
  // The address was filled by the choice before.
  expect(await part(menu, /^Address/).count()).toBe(0);
  expect(await part(menu, /^Name/).innerText()).toContain(name);
  for (const colorScheme of ['light', 'dark'] as const) {
    await shop.emulateMedia({ colorScheme });
    await shop.screenshot({ path: `output/identities/persona-${colorScheme}.png` });
  }
  await tour.chooseRow(menu, /^Fill in 2 things/);
  await menu.getByText(/^Filled in as/).waitFor();
  expect(await value('#given')).toBe(name.split(' ')[0]);
  expect(await value('#family')).toBe(name.split(' ')[1]);
  const [year, month, day] = dateOfBirth.split('-').map(Number);
  expect([await value('#birth-day'), await value('#birth-month'), await value('#birth-year')]).toEqual(
    [day, (month ?? 0) - 1, year].map(String),
  );
  expect(await value('#phone')).toBe('');
  await shop.locator('#password').fill('a-Shop-password-9');
  await shop.locator('#signup-submit').click();
  await shop.locator('#verify-form').waitFor();
  expect(shopUser(email)).toMatchObject({ name, person: { phone: 'CA ' } });
  expect(shopUser(email)?.person?.born).toMatch(new RegExp(`^${day} \\w+ ${year}$`));
});

test('the same identity, with a number by now, comes again from the name field; what stands there stays', async () => {
  const [known] = (await ask(scene.journey.options, 'addresses.list', { kind: 'identity' })).addresses;
  const row = identityOf(known?.email ?? '');
  row.phoneNumber = '+12025550143';
  await ask(scene.journey.options, 'sync.pull', { id: known?.accountId ?? '' });
  await openSignUp();
  await shop.locator('#family').fill('Typed-Before');
  await shop.locator('#given').click();
  const menu = await tour.menuOf(scene.journey, shop);
  await tour.chooseRow(menu, /^Fill in as/);
  await part(menu, /^Phone/).waitFor();
  expect(await part(menu, /^Name/).getAttribute('aria-checked')).toBe('false');
  await tour.chooseRow(menu, /^Fill in 3 things/);
  await menu.getByText(/^Filled in as/).waitFor();
  expect(await value('#email')).toBe(row.email);
  expect(await value('#family')).toBe('Typed-Before');
  expect([await value('#phone-code'), await value('#phone')]).toEqual(['US', '(202) 555-0143']);
  // All of it goes back, lists too.
  await menu.getByRole('menuitem', { name: 'Undo' }).click();
  const all = ['#phone', '#phone-code', '#birth-year', '#birth-month', '#email'];
  const before = ['', 'CA', '', '', ''];
  await waitFor(
    async () => `${await Promise.all(all.map(value))}` === `${before}`,
    'the fields to be as they were',
  );
  expect(await value('#family')).toBe('Typed-Before');
});

test('a creation that the browser sent twice leaves one identity', async () => {
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  // The connection breaks after the work was done and before a word of the answer.
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '/api/v1/identities',
    times: 1,
    after: true,
    act: { kind: 'drop' },
  });
  const wish = { accountId: sources[0]?.accountId ?? '', site: null, name: 'Ida Twin' };
  const { address } = await ask(options, 'addresses.create', wish);
  const living = () =>
    [...scene.sandbox.world.state.identities.values()].filter(
      ({ name, status }) => name === 'Ida Twin' && status === 'active',
    );
  await waitFor(() => living().length === 1, 'the second one to be gone');
  expect(living()[0]?.email).toBe(address.email);
});

test('a group is opened, deleted whole, and told of in a receipt; what failed is tried again on wish', async () => {
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  const accountId = sources[0]?.accountId ?? '';
  const make = async (name: string) =>
    (
      await ask(options, 'addresses.create', {
        accountId,
        site: null,
        name,
        metadata: { group: 'Rome 2027' },
      })
    ).address;
  const [ann, ben, kim] = [await make('Ann Aalto'), await make('Ben Brandt'), await make('Kim Kowalski')];
  const page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `output/identities/${name}-${colorScheme}.png`, animations: 'disabled' });
    }
  };
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await page.getByRole('button', { name: 'Rome 2027' }).click();
  await page.getByText('3 matches').waitFor();
  await look('group-chips');
  await page.getByRole('button', { name: 'Rome 2027' }).click();
  await page.getByText(kim.email).click();
  await page.getByRole('button', { name: 'Get a phone number' }).waitFor();
  await page.getByRole('button', { name: 'Show group Rome 2027' }).scrollIntoViewIfNeeded();
  await look('identity-top');
  await press('Get a phone number');
  await page.getByLabel('Country of the number').selectOption('GB');
  await look('phone');
  await press('Get the number');
  await page.getByText(/^\+44/).first().waitFor();
  await page.getByRole('switch', { name: 'In use' }).click();
  await page.getByRole('switch', { name: 'Suspended' }).waitFor();
  await waitFor(() => identityOf(kim.email).status === 'suspended', 'the service to have it suspended');
  await page.getByRole('switch', { name: 'Suspended' }).click();
  await page.getByRole('switch', { name: 'In use' }).waitFor();
  await waitFor(() => identityOf(kim.email).status === 'active', 'the service to have it active');
  await press('Data kept with it at its service');
  await page.getByLabel('New name').fill('project');
  await page.getByLabel('Text', { exact: true }).fill('Trevi');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const project = page.getByRole('textbox', { name: 'project' });
  await project.waitFor();
  await expect
    .poll(() => identityOf(kim.email).metadata)
    .toMatchObject({ project: 'Trevi', group: 'Rome 2027' });
  await project.scrollIntoViewIfNeeded();
  await look('identity');
  await press('Show group Rome 2027');
  await page.getByText('3 identities').waitFor();
  await look('group');
  scene.sandbox.world.faults.add({
    method: 'DELETE',
    path: `/api/v1/identities/${ben.remoteId}`,
    times: 1,
    after: false,
    act: { kind: 'status', status: 403 },
  });
  await press('Delete the whole group');
  await page.getByText('1 phone number is given up with them.').waitFor();
  await page.getByLabel(/Type the name/).fill('Rome 2027');
  await look('group-delete');
  await press('Delete for good');
  await page.getByText('1 identity not deleted').waitFor();
  await look('group-receipt');
  await press('Go on');
  await page.getByText('3 identities deleted').waitFor();
  await press('Dismiss');
  await page.getByText('This group is empty').waitFor();
  expect(await page.getByText(ann.email).count()).toBe(0);
  expect([ann, ben, kim].map(({ email }) => identityOf(email).status)).toEqual([
    'deleted',
    'deleted',
    'deleted',
  ]);
  await page.close();
});

test('a plain address gets a made-up person, and signs up with it from the menu', async () => {
  const { options } = scene.journey;
  const { account } = await ask(options, 'accounts.connect', {
    kind: 'local',
    name: 'Mine',
    scheme: { type: 'subaddress', mailbox: 'me@mail.example', separator: '+' },
    format: 'hash',
  });
  const { addresses } = await ask(options, 'addresses.list', { kind: 'identity' });
  const site = addresses.find((one) => one.site !== null)?.site ?? null;
  const { address } = await ask(options, 'addresses.create', { accountId: account.id, site });
  const page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await page.getByText(address.email).click();
  await page.getByRole('button', { name: 'Make up a person' }).click();
  await page.getByRole('button', { name: 'Another person' }).scrollIntoViewIfNeeded();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `output/identities/made-up-${colorScheme}.png`, animations: 'disabled' });
  }
  await page.close();
  const { persona } = (await ask(options, 'addresses.get', { id: address.id })).address;
  await openSignUp();
  await shop.locator('#email').click();
  const menu = await tour.menuOf(scene.journey, shop);
  await (await tour.rowOf(menu, /whole identity me\+/)).click();
  await part(menu, /^Name/).waitFor();
  await tour.chooseRow(menu, /^Fill in 3 things/);
  await menu.getByText(/^Filled in as/).waitFor();
  expect(await value('#email')).toBe(address.email);
  expect(`${await value('#given')} ${await value('#family')}`).toBe(persona?.name);
});
