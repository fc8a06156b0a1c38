// A person's day with secrets, by clicks and keys alone: an account with its keys, an address with label and note, an
// authenticator code, a mail that is read, a sign-up, a site switched off, a draft. Leans on the tour's steps and the drivers.
import type { Page } from 'playwright-core';
import { createPost } from '../../sandbox/post/send.ts';
import { allowSites, chooseRow, createVault, filled, type Journey, menuOf } from '../../tour/journey.ts';
import type { Popup } from '../drivers/popup.ts';
import { waitFor } from '../drivers/wait.ts';
import { SECRETS } from './secrets.ts';

/** Connects AliasKit with both keys, which are looked at once ("Show"): a shown secret is a plain text field. */
async function connect({ browser, options, sandbox }: Journey): Promise<void> {
  await browser.grantHost('http://127.0.0.1/*');
  await options.getByRole('radio', { name: /AliasKit/ }).check();
  await options.getByLabel('API key').fill(sandbox.key);
  await options.getByLabel('Card key (optional)').fill(SECRETS['card key']);
  const show = options.getByRole('button', { name: 'Show' });
  await show.last().click();
  await show.first().click();
  await options.getByLabel('Base URL').fill(sandbox.api);
  await options.getByLabel('Name of this account').fill(SECRETS['account name']);
  await options.locator('button[type=submit]').click();
}

async function makeAddress(popup: Page): Promise<void> {
  await popup.getByRole('tab', { name: 'Addresses' }).click();
  await popup.getByRole('button', { name: 'New address' }).first().click();
  await popup.getByLabel('Site').fill(SECRETS['site of an address']);
  await popup.getByLabel('Label', { exact: true }).fill(SECRETS.label);
  await popup.getByLabel('Name', { exact: true }).fill(SECRETS['identity name']);
  await popup.getByLabel('Handle').fill(SECRETS.handle);
  await popup.getByRole('button', { name: 'Make address' }).click();
  await popup.getByLabel('Note').fill(SECRETS.note);
  await popup.getByRole('button', { name: 'Save' }).click();
  await popup.getByRole('button', { name: 'Save' }).waitFor({ state: 'hidden' });
  await popup.getByRole('button', { name: 'Back' }).click();
}

async function readMail(popup: Page, { sandbox }: Journey): Promise<void> {
  const post = createPost(sandbox.smtp);
  await post.send({
    from: `Sender <${SECRETS['mail sender']}@mail.example>`,
    to: `${SECRETS.handle}@aliaskit.com`,
    subject: SECRETS['mail subject'],
    text: `Hello,\n\n${SECRETS['mail text']}.\n`,
  });
  post.close();
  await popup.getByRole('tab', { name: 'Inbox' }).click();
  await popup.getByText(SECRETS['mail subject']).first().click();
  await popup.getByText(SECRETS['mail text']).first().waitFor();
}

async function keepCode(popup: Page): Promise<void> {
  await popup.getByRole('tab', { name: 'Codes' }).click();
  await popup.getByRole('button', { name: 'Add authenticator code' }).first().click();
  await popup.getByLabel('Secret', { exact: true }).fill(SECRETS['authenticator secret']);
  await popup.getByLabel('Issuer').fill(SECRETS.issuer);
  await popup.getByLabel('Log-in name').fill(SECRETS['log-in name']);
  await popup.getByLabel('Site').fill(SECRETS['site of a code']);
  await popup.getByRole('button', { name: 'Save' }).click();
  await popup.getByText(SECRETS.issuer).first().waitFor();
}

/** @returns the address that the page was given. */
async function signUp(journey: Journey, url: string): Promise<string> {
  const { shop } = journey;
  await shop.bringToFront();
  await shop.goto(url);
  await shop.locator('#email').click();
  await chooseRow(await menuOf(journey, shop), /new address/i);
  const email = await filled(shop, '#email');
  await shop.locator('button').click();
  await shop.getByRole('heading', { name: 'Welcome' }).waitFor();
  return email;
}

/** The field under a label of the real popup, as a selector. */
async function fieldOf(popup: Popup, label: string): Promise<string> {
  await popup.waitFor('label', label);
  const id = await popup.evaluate(
    (text: string) =>
      [...document.querySelectorAll('label')].find((one) => one.textContent === text)?.htmlFor ?? '',
    label,
  );
  return `[id="${id}"]`;
}

/** Switches the site off in the real toolbar popup, then begins an address there and lets the popup close. */
async function switchOffAndDraft({ browser, shop }: Journey): Promise<void> {
  const popup = await browser.popup(shop);
  await popup.click('[role=tab]', 'This site');
  await popup.click('label.switch');
  await waitFor(() => popup.evaluate('document.querySelector("label.switch input")?.checked'), 'the switch');
  await popup.click('[role=tab]', 'Addresses');
  await popup.click('button[aria-label="New address"]');
  await popup.fill(await fieldOf(popup, 'Label'), SECRETS.draft);
  await popup.close();
  const again = await browser.popup(shop);
  const label = await fieldOf(again, 'Label');
  await waitFor(async () => (await again.value(label)) === SECRETS.draft, 'the draft to be back');
  await again.close();
}

/** Everything, once. @returns the address given to the page at `url`. */
export async function enterSecrets(journey: Journey, url: string): Promise<string> {
  const { browser, shop } = journey;
  await createVault(journey, SECRETS.passphrase);
  await connect(journey);
  await allowSites(journey);
  const popup = await browser.openPopupPage();
  await makeAddress(popup);
  await readMail(popup, journey);
  await keepCode(popup);
  await popup.close();
  const email = await signUp(journey, url);
  await shop.bringToFront();
  await switchOffAndDraft(journey);
  return email;
}

/** After a restart: unlocks, deletes the address, takes another passphrase and a new vault key, locks. */
export async function deleteAndRekey({ browser }: Pick<Journey, 'browser'>): Promise<void> {
  const popup = await browser.openPopupPage();
  await popup.locator('input[type=password]').fill(SECRETS.passphrase);
  await popup.getByRole('button', { name: 'Unlock' }).click();
  await popup.getByRole('tab', { name: 'Addresses' }).click();
  await popup.getByText(SECRETS.label).first().click();
  await popup.getByRole('button', { name: 'Delete address' }).click();
  await popup.getByRole('button', { name: 'Delete for good' }).click();
  await popup.getByText(SECRETS.label).first().waitFor({ state: 'detached' });
  await popup.close();
  const options = await browser.openExtensionPage('options.html#/security');
  await options.getByLabel('Current passphrase').fill(SECRETS.passphrase);
  await options.getByLabel('New passphrase').fill(SECRETS['next passphrase']);
  await options.getByLabel('Repeat the passphrase').fill(SECRETS['next passphrase']);
  await options.getByLabel('Also make a new vault key').check();
  await options.getByRole('button', { name: 'Change passphrase' }).click();
  await options.getByText('Passphrase changed').waitFor();
  await options.close();
}
