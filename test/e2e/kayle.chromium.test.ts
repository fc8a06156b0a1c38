// Asking for a check by a person's clicks: an account connected in the options with a server of one's own, a template, the link and its
// QR code, then what the other person's phone does, seen in the ledger. Leans on the sandbox, which plays phone and clock.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;

/** In the options, as a person would; the base URL is not Kayle's own. */
async function connect(key: string): Promise<void> {
  const { browser, journey, sandbox } = scene;
  const { options } = journey;
  await browser.grantHost('http://127.0.0.1/*');
  await options.bringToFront();
  await options.goto(`${browser.origin}/options.html#/accounts`);
  await options.getByRole('button', { name: 'Kayle ID' }).click();
  await options.getByLabel('API key').fill(sandbox.json.kayleKeys[key] ?? '');
  await options.getByLabel('Base URL').fill(sandbox.json.kayle);
  await options.getByRole('button', { name: 'Test' }).click();
}

beforeAll(async () => {
  scene = await openScene({ account: false });
  await connect('main');
  await scene.journey.options.locator('.good').waitFor();
  await scene.journey.options.locator('button[type=submit]').click();
  await scene.journey.options.getByText('Connected:').first().waitFor();
  page = await scene.browser.openPopupPage();
  await page.setViewportSize({ width: 380, height: 580 });
  await page.getByRole('tab', { name: 'Checks' }).click();
}, 120_000);
afterAll(() => scene?.close());

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const field = (name: string) => page.getByLabel(name, { exact: true });
const ledger = async () => (await ask(scene.journey.options, 'checks.list', {})).checks;
const posts = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/v1/sessions'));

/** By day and by night, as the popup and as a narrow window has it. */
async function shown(name: string): Promise<void> {
  for (const [look, colorScheme, width] of [
    ['light', 'light', 380],
    ['dark', 'dark', 380],
    ['narrow', 'light', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 580 });
    await page.screenshot({ path: `output/kayle/${name}-${look}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 380, height: 580 });
}

/** What the other person's phone, or the clock, does. */
async function admin(path: string, body: object = {}): Promise<void> {
  const response = await fetch(`${scene.sandbox.json.admin}/kayle${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Asks by a template; the check's own screen is open then. */
async function askFor(template: string, whom: string): Promise<string> {
  await press('Ask for a check');
  await press(template);
  await field('Whom it is for').fill(whom);
  await press('Make the link');
  await page.getByRole('heading', { name: 'Link for the other person' }).waitFor();
  const made = (await ledger()).find((entry) => entry.whom === whom);
  return made?.check?.remoteId ?? '';
}

test('what would be refused is not sent, and what asks for too much is said', async () => {
  await page.getByText('No checks yet').waitFor();
  await shown('empty');
  await press('Ask for a check');
  await press('Over another age');
  const send = page.getByRole('button', { name: 'Make the link' });
  await field('Age').fill('11');
  await page.getByText('from 12 to 130').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await field('Age').fill('18');
  await field('Why').fill('kyc');
  await page.getByText('not why').waitFor();
  await field('Why').fill('');
  await page.getByText('Say why.').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('Ask for something more').selectOption({ label: 'Date of birth' });
  await page.getByText('already tells the age').waitFor();
  await field('Where to go afterwards').fill('http://example.com/done');
  await page.getByText('must begin with https').waitFor();
  await shown('refused');
  await press('Leave out: Date of birth');
  await field('Where to go afterwards').fill('');
  await press('Back');
  expect(posts()).toHaveLength(0);
});

test('a template, a name for oneself, and the link is there as text and as a code, with its hour', async () => {
  await press('Ask for a check');
  await press('Over 18');
  await field('Whom it is for').fill('Robin, from the market');
  await page.getByRole('heading', { name: 'What the other person will be asked' }).scrollIntoViewIfNeeded();
  await shown('new');
  await press('Make the link');
  const link = await page.locator('output.check-link').innerText();
  const [entry] = await ledger();
  expect(link).toBe(entry?.link);
  expect(link).toContain(entry?.check?.remoteId);
  await page.getByRole('img', { name: 'QR' }).waitFor();
  expect(await page.getByRole('timer').innerText()).toMatch(/^(60:00|59:\d\d) left$/);
  await shown('link');
  expect(posts()).toHaveLength(1);
  expect(JSON.stringify(scene.sandbox.world.journal.list())).not.toContain('Robin');

  await admin(`/sessions/${entry?.check?.remoteId}/phone`, { act: 'connect' });
  await page.getByText('Under way').waitFor();
  await admin(`/sessions/${entry?.check?.remoteId}/phone`, { act: 'succeed' });
  await page.getByText('the answer went to your webhook').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/verified/i);
  expect(await page.locator('output.check-link').count()).toBe(0);
  await shown('completed');
  await press('Back');
  await page.getByRole('button', { name: /Robin.*Completed.*Over 18/s }).waitFor();
});

test('a failure is told with what can be done, an hour that is over as expired', async () => {
  const failing = await askFor('Over 21', 'Sascha');
  await admin(`/sessions/${failing}/phone`, { act: 'fail', code: 'selfie_face_mismatch' });
  await page.getByText('did not match the picture').waitFor();
  await shown('failed');
  await press('Back');
  const expiring = await askFor('Nationality only', 'Kim');
  scene.sandbox.world.state.clockOffset += 61 * 60_000;
  await admin('/settle');
  await page.getByText('The hour is over').waitFor();
  scene.sandbox.world.state.clockOffset -= 61 * 60_000;
  expect((await ledger()).find(({ whom }) => whom === 'Kim')?.check).toMatchObject({
    remoteId: expiring,
    status: 'expired',
  });
  await press('Back');
});

test('a check is cancelled only after a question, and forgotten without a word to the service', async () => {
  const id = await askFor('Name only', 'Toni');
  await press('End check');
  await page.getByText('stops working at once').waitFor();
  await shown('cancel');
  await page.locator('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
  expect(scene.sandbox.world.state.kayle.sessions.get(id)?.status).toBe('created');
  await press('End check');
  await page.locator('dialog').getByRole('button', { name: 'End check' }).click();
  await page.getByText('Cancelled by you').waitFor();
  expect(scene.sandbox.world.state.kayle.sessions.get(id)?.status).toBe('cancelled');
  await press('Forget');
  await page.locator('dialog').getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('button', { name: /Kim/ }).waitFor();
  await expect.poll(async () => (await ledger()).some(({ whom }) => whom === 'Toni')).toBe(false);
  await shown('list');
});

test('an answer that never came is looked for, and one of those found is said to be it', async () => {
  const before = posts().length;
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '*/sessions',
    times: 1,
    after: true,
    act: { kind: 'html', status: 502 },
  });
  await press('Ask for a check');
  await press('Over 18');
  await field('Whom it is for').fill('Lost');
  await press('Make the link');
  await page.getByRole('button', { name: /Lost.*No answer yet/s }).click();
  await press('Look for it');
  await page.getByText('A colleague may have made it').waitFor();
  await shown('lost');
  await press('This is it');
  await page.getByText('The link is not here').waitFor();
  expect(posts().length - before).toBe(1);
  await press('Back');
});

test('a worker that ends between the request and its answer: the intent stands in the list, and the form invites no second one', async () => {
  const before = posts().length;
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '*/sessions',
    times: 1,
    after: true,
    act: { kind: 'hang' },
  });
  await press('Ask for a check');
  await press('Over 21');
  await field('Whom it is for').fill('Cut off');
  await press('Make the link');
  await waitFor(() => posts().length > before, 'the request');
  await scene.browser.killWorker();
  await page.getByRole('button', { name: /Cut off.*No answer yet/s }).click();
  await press('Look for it');
  await press('This is it');
  await page.getByText('The link is not here').waitFor();
  await press('Back');
  await press('Ask for a check');
  expect(await field('Whom it is for').inputValue()).toBe('');
  await press('Back');
  expect(posts().length - before).toBe(1);
});

test('checks made elsewhere are found on request', async () => {
  const { kayle, kayleKeys } = scene.sandbox.json;
  await fetch(`${kayle}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${kayleKeys.main}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      share_fields: { age_over_40: { required: true, reason: 'For a club of the old.' } },
    }),
  });
  await press('Find others');
  await page.getByRole('button', { name: /Made elsewhere.*Over 40/s }).waitFor();
});

test('a key that may only read says so when it is connected, and cannot ask', async () => {
  await connect('sessread');
  const { options } = scene.journey;
  await waitFor(() => options.locator('.good').innerText(), 'what the key may do');
  expect(await options.locator('.good').innerText()).toContain('cannot ask for checks');
  await options.locator('button[type=submit]').click();
  await options.getByText('Connected:').first().waitFor();
  await page.bringToFront();
  await press('Ask for a check');
  await press('Over 18');
  await page.getByLabel('Account').selectOption({ index: 1 });
  const before = (await ledger()).length;
  await press('Make the link');
  await page.getByRole('alert').waitFor();
  await shown('no-scope');
  expect(await page.getByRole('alert').innerText()).toContain('sessions:write');
  expect(await ledger()).toHaveLength(before);
});
