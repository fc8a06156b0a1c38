// The inbox by a person's clicks: one identity writes, the other finds it, answers, and deletes; drafts outlive the page. Leans on
// the real sandbox, where every letter travels by SMTP.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Address } from '../../lib/model.ts';
import { ask, keptMessages, openScene, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;
let ann: Address;
let ben: Address;

beforeAll(async () => {
  scene = await openScene();
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  const wish = { accountId: sources[0]?.accountId ?? '', site: null };
  ann = (await ask(options, 'addresses.create', wish)).address;
  ben = (await ask(options, 'addresses.create', wish)).address;
  page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('tab', { name: 'Inbox' }).click();
}, 120_000);
afterAll(() => scene?.close());

const field = (name: string) => page.getByLabel(name, { exact: true });
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
/** The list of one identity's messages, fetched anew. */
async function inboxOf({ id }: Address): Promise<void> {
  await page.getByLabel('Whose messages').selectOption(id);
  await press('Fetch again');
}
/** Connecting asks what the key may do, at an identity that is not there: no sending. */
const sends = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path, status }) => method === 'POST' && path.endsWith('/emails') && status !== 404);

test('a new message goes out once, from the identity chosen; half-written it outlives the page', async () => {
  await press('Write');
  await field('From').selectOption(ann.id);
  await field('To').fill(ben.email);
  await field('Subject').fill('A question');
  await field('Message').fill('Do you read me?');
  await page.reload();
  await expect.poll(() => field('Subject').inputValue()).toBe('A question');
  await page.screenshot({ path: 'output/inbox/write.png' });
  await press('Send');
  await page.getByText(`Sent to ${ben.email}`).waitFor();
  expect(sends()).toHaveLength(1);
});

test('the other identity reads and answers it', async () => {
  await inboxOf(ben);
  await page.screenshot({ path: 'output/inbox/list.png' });
  await page.getByText('A question').first().click();
  await page.getByText('Do you read me?').waitFor();
  await page.screenshot({ path: 'output/inbox/message.png' });
  await press('Reply');
  await expect.poll(() => field('To').inputValue()).toBe(ann.email);
  expect(await field('Subject').inputValue()).toBe('Re: A question');
  const quoted = await field('Message').inputValue();
  expect(quoted).toContain('> Do you read me?');
  await field('Message').fill(`Loud and clear.${quoted}`);
  await press('Send');
  await page.getByText(`Sent to ${ann.email}`).waitFor();
  await press('Back');
  await inboxOf(ann);
  await page.getByText('Re: A question').first().waitFor();
});

test('a search here shows what fits; one at the service finds words of the body', async () => {
  await page.getByLabel('Whose messages').selectOption('');
  await page.getByLabel('Search sender and subject').fill('nowhere');
  await page.getByText('Nothing kept here matches.').waitFor();
  await page.getByLabel('Search sender and subject').fill('loud clear');
  await press(/Search all mail at the service/);
  await page.getByText(/1 found at the service, in 2 of 2 inboxes/).waitFor();
  await page.screenshot({ path: 'output/inbox/search.png' });
  await page.getByLabel('Search sender and subject').fill('');
});

test('a deleted message is gone here and there', async () => {
  await inboxOf(ann);
  await page.getByText('Re: A question').first().click();
  await press('Delete');
  await page.screenshot({ path: 'output/inbox/delete.png' });
  await press('Delete for good');
  await page.getByLabel('Whose messages').waitFor();
  await inboxOf(ann);
  await ask(scene.journey.options, 'inbox.pull', { addressId: ann.id });
  expect(await keptMessages(scene.journey.options, { addressId: ann.id, direction: 'inbound' })).toEqual([]);
});
