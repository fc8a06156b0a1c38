// The whole way of a check for whoever asks: an endpoint with a key of this device, a link, a person who opens it and completes, the
// webhook at the receiver, the sealed answer opened, the ledger complete. Then what goes wrong on the way, figures, and keys that may
// do less. Leans on the sandbox, which plays Kayle, the phone and the receiver.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;
let accountId: string;

beforeAll(async () => {
  scene = await openScene({ account: false });
  const { journey, browser } = scene;
  await browser.grantHost('http://127.0.0.1/*');
  page = journey.options;
  accountId = await connect('main');
}, 120_000);
afterAll(() => scene?.close());

async function connect(key: string): Promise<string> {
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const wish = { kind: 'kayle', name: key, baseUrl, apiKey: kayleKeys[key] ?? '' } as const;
  return (await ask(page, 'accounts.connect', wish)).account.id;
}

const press = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const open = (part: string) => page.goto(`${scene.browser.origin}/options.html#/checks/${part}`);
const ledger = async () => (await ask(page, 'checks.list', {})).checks;
const receiver = (box: string) => `${scene.sandbox.json.kayleReceiver}/${box}`;

async function admin(path: string, body: object, method = 'POST'): Promise<void> {
  const response = await fetch(`${scene.sandbox.json.admin}/kayle${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

async function askFor(whom: string) {
  const claims = [
    { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' },
    { claim: 'family_name', required: false, reason: 'For the bill.' },
  ];
  const { check } = await ask(page, 'checks.ask', {
    accountId,
    whom,
    site: null,
    claims,
    redirectUrl: '',
    endpointIds: [],
  });
  return { id: check.check?.remoteId ?? '', link: check.link ?? '' };
}

/** By day and by night, wide and narrow. */
async function shown(name: string): Promise<void> {
  for (const [look, colorScheme, width] of [
    ['light', 'light', 1000],
    ['dark', 'dark', 1000],
    ['narrow', 'light', 380],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `output/kayle/${name}-${look}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1000, height: 800 });
}

test('an endpoint is made together with a key of this device, and its secret is there to be copied', async () => {
  await open('webhooks');
  await page.getByText('No endpoint yet').waitFor();
  await press('New endpoint');
  const make = page.getByRole('button', { name: 'Make endpoint' });
  await field('Address of your receiver').fill('javascript:alert(1)');
  await page.getByText('This is not a web address.').waitFor();
  await field('Address of your receiver').fill('http://hooks.example/');
  await page.getByText('Answers travel over https only.').waitFor();
  expect(await make.isDisabled()).toBe(true);
  await field('Address of your receiver').fill(receiver('till'));
  await field('Name').fill('Till');
  await field('Labels').fill('shop, counter');
  await shown('hook-new');
  await make.click();
  await page.getByText('Ready. Nothing was delivered yet.').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('whsec_');
  await press('Show secret');
  const [row] = scene.sandbox.world.state.kayle.endpoints.values();
  expect(await page.locator('output').innerText()).toBe(row?.secret);
  expect(row).toMatchObject({ name: 'Till', labels: ['shop', 'counter'] });
  await press('Replace secret');
  await page.locator('dialog').getByRole('button', { name: 'Replace secret' }).click();
  await expect.poll(() => page.locator('output').innerText()).toBe(row?.secret);
  await shown('hook-open');
});

test('asked, opened by the person, completed, delivered, opened here: the ledger is complete', async () => {
  const { id, link } = await askFor('Robin, from the market');
  const person = await scene.browser.context.newPage();
  await person.goto(link);
  await person.click('#continue');
  await admin(`/sessions/${id}/phone`, { act: 'succeed', chosen: ['family_name'] });
  await person.close();
  await page.bringToFront();
  await open('answers');
  await field('Address of the list').fill(receiver('till'));
  await press('Read it now');
  const card = page.getByRole('article');
  await card.getByText('Noted with its check').waitFor();
  const said = await card.innerText();
  expect(said).toContain('Robin, from the market');
  expect(said).toContain('Signed by Kayle just now.');
  expect(said).toMatch(/Over 18\s+Yes, over 18/);
  expect(said).toMatch(/Family name\s+ERIKSSON/);
  await shown('answers');
  const [entry] = await ledger();
  expect(entry).toMatchObject({
    whom: 'Robin, from the market',
    check: { remoteId: id, status: 'succeeded' },
    answer: { type: 'succeeded' },
  });
  await press('Read it now');
  await card.getByText('Opened before', { exact: true }).waitFor();
});

test('an answer refused by the receiver waits, is sent again by hand, and then opens; a No is a No', async () => {
  await admin('/receiver/till', { status: 500 }, 'PATCH');
  const { id } = await askFor('Sascha <b>bold</b> \u202egnirts');
  await admin(`/sessions/${id}/phone`, { act: 'succeed', holder: { date_of_birth: '2015-01-01' } });
  await open('webhooks');
  await page.getByRole('button', { name: /Till.*waiting for your receiver/s }).click();
  await page.getByText(/Tries: 1 of 8\. Your receiver said 500\./).waitFor();
  await page.getByText(/The sealed answer will be deleted in \d days/).waitFor();
  await shown('hook-deliveries');
  await admin('/receiver/till', { status: 200 }, 'PATCH');
  await press('Try again now');
  await admin('/settle', {});
  await page.getByRole('region', { name: 'Deliveries' }).getByRole('button', { name: 'Fetch again' }).click();
  await page.getByText('Healthy: the last answer was taken.').waitFor();

  const last = scene.sandbox.world.state.kayle.received.at(-1);
  await open('answers');
  await field('Sealed answer').fill(last?.body ?? '');
  await field('Its signature').fill(last?.headers['x-kayle-signature'] ?? '');
  await press('Open');
  await page.getByText('No, not over 18').waitFor();
  expect(await page.getByRole('heading', { name: 'Sascha <b>bold</b> gnirts' }).count()).toBe(1);
  expect(await page.getByRole('article').innerText()).toMatch(/Family name\s+Not shared/);
});

test('what was cut, changed or signed by somebody else stays closed and says why', async () => {
  const last = scene.sandbox.world.state.kayle.received.at(-1);
  const body = last?.body ?? '';
  const signature = last?.headers['x-kayle-signature'] ?? '';
  const tries: [text: string, given: string, says: string][] = [
    [body.slice(0, -30), signature, 'This is no sealed answer, or only a part of one.'],
    [body, signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), 'The signature does not fit.'],
    [body, '', 'Without a signature: it opened, but nothing proves that Kayle sent it.'],
  ];
  for (const [text, given, says] of tries) {
    await field('Sealed answer').fill(text);
    await field('Its signature').fill(given);
    await press('Open');
    await page.getByText(says).waitFor();
  }
  expect(await page.getByRole('article').innerText()).toContain('nothing proves who sent it');
  await field('Address of the list').fill(`${receiver('till')}/moved`);
  await press('Read it now');
  await page.getByRole('alert').getByText('a redirect, which is not followed').waitFor();
  await shown('answers-closed');
});

test('a key is switched off only after a question; then answers are being lost, and that is said', async () => {
  await open('webhooks');
  await page.getByRole('button', { name: /Till/ }).click();
  const keys = page.getByRole('region', { name: 'Encryption keys' });
  await keys.getByRole('button', { name: 'Switch off' }).click();
  await page.locator('dialog').getByText('lost for good').waitFor();
  await page.locator('dialog').getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('No active key: answers are being lost.').waitFor();
  await shown('hook-no-key');
  await keys.getByRole('button', { name: 'Use this one' }).click();
  await keys.getByText('Active', { exact: true }).waitFor();
  await press('Edit');
  await page.getByLabel('Expired').uncheck();
  await press('Save');
  await page.getByText('Completed, Failed, Cancelled').waitFor();
  await press('Delete');
  await page.locator('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('No endpoint yet').waitFor();
  // What opened its answers stays.
  await open('answers');
  await field('Address of the list').fill(receiver('till'));
  await press('Read it now');
  await expect.poll(() => page.getByText('Opened before', { exact: true }).count()).toBe(2);
});

test('fourteen days as a picture that says what it shows, and as a table', async () => {
  await open('overview');
  const chart = page.getByRole('img', { name: /^\d+ ended checks/ });
  await chart.waitFor();
  await page.getByText('As a table').click();
  await expect.poll(() => page.getByRole('row').count()).toBe(15);
  const today = await page.getByRole('row').last().innerText();
  expect(today).toMatch(/\t2\t0\t0\t0$/);
  await shown('overview');
});

test('keys that may do less show what works and what they lack; a frozen organisation what to do', async () => {
  await connect('hookread');
  await connect('sesswrite');
  await connect('analytics');
  await page.reload();
  const choose = async (name: string, part: string) => {
    await page
      .getByLabel('Account')
      .selectOption({ label: `${name} (${new URL(scene.sandbox.json.kayle).host})` });
    await page.getByRole('tab', { name: part }).click();
  };
  await choose('hookread', 'Webhooks');
  await page.getByText('This key may only look.').waitFor();
  expect(await page.getByRole('button', { name: 'New endpoint' }).count()).toBe(0);
  await shown('hook-read-only');
  await choose('hookread', 'Overview');
  await page
    .getByRole('alert')
    .getByText(/analytics:read/)
    .waitFor();
  await choose('sesswrite', 'Webhooks');
  await page
    .getByRole('alert')
    .getByText(/webhooks:read/)
    .waitFor();
  await choose('analytics', 'Overview');
  await page.getByText('The last 14 days').waitFor();
  await admin('/organisations/00000000-0000-4000-8000-0000000000a1', { frozen: true }, 'PATCH');
  await choose('main', 'Webhooks');
  await page
    .getByRole('alert')
    .getByText(/about to be deleted/)
    .waitFor();
  await shown('frozen');
  await choose('main', 'Answers');
  await field('Sealed answer').waitFor();
});
