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
  await menu.locator('body').screenshot({ path: 'output/identities/persona-new.png' });
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
