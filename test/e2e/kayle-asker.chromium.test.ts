// Asking from where one writes: the context menu opens the form, a template of one's own fills it, the answer goes to a chosen endpoint, and
// the link is written into the focused field of a chat, at the caret, in one document, and sent by nobody. Leans on the sandbox.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;
let accountId: string;

beforeAll(async () => {
  scene = await openScene({ account: false });
  const { journey, browser, sandbox } = scene;
  const { kayle: baseUrl, kayleKeys } = sandbox.json;
  await browser.grantHost('http://127.0.0.1/*');
  const wish = { kind: 'kayle', name: 'Kayle', baseUrl, apiKey: kayleKeys.main ?? '' } as const;
  accountId = (await ask(journey.options, 'accounts.connect', wish)).account.id;
  for (const [name, key] of [
    ['Shop desk', true],
    ['Without a key', false],
  ] as const) {
    const url = `https://hooks.example.com/${key ? 'desk' : 'bare'}`;
    const eventTypes = ['verification.session.succeeded'];
    const draft = { url, name, labels: [], eventTypes, retentionHours: 72 } as const;
    await ask(journey.options, 'webhooks.create', { accountId, draft: { ...draft, labels: [] }, key });
  }
  page = await browser.openPopupPage();
  await page.setViewportSize({ width: 380, height: 580 });
  await page.getByRole('tab', { name: 'Checks' }).click();
}, 120_000);
afterAll(() => scene?.close());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const ledger = async () => (await ask(scene.journey.options, 'checks.list', {})).checks;

async function shown(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `output/kayle/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a draft is kept as a template of one’s own, and begins another check', async () => {
  await press('Ask for a check');
  await press('Over 18');
  await page.getByLabel('Why', { exact: true }).fill('You want to buy a kitchen knife.');
  await press('Keep as a template');
  await page.getByRole('dialog').getByLabel('Name').fill('Knives');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await press('Name only');
  await press('Knives');
  expect(await page.getByLabel('Why', { exact: true }).inputValue()).toBe('You want to buy a kitchen knife.');
  await shown('templates');
});

test('the answer goes where it was chosen to go, and an endpoint without a key is warned of', async () => {
  await page.getByLabel('Without a key').check();
  await page.getByText('no active encryption key').waitFor();
  await shown('endpoints');
  await page.getByLabel('Without a key').uncheck();
  await page.getByLabel('Shop desk').check();
  await page.getByText('no active encryption key').waitFor({ state: 'detached' });
  await press('Make the link');
  await page.getByRole('heading', { name: 'Link for the other person' }).waitFor();
  const [entry] = await ledger();
  const known = (await ask(scene.journey.options, 'webhooks.list', { accountId })).endpoints;
  const desk = known.find(({ endpoint }) => endpoint.name === 'Shop desk');
  expect(entry?.check?.endpointIds).toEqual([desk?.endpoint.remoteId]);
  expect(entry?.claims[0]?.reason).toBe('You want to buy a kitchen knife.');
  await shown('link-insert');
});

/** A chat with the three kinds of field that people write in; what is heard is what was typed. */
async function chat(): Promise<Page> {
  const { shop } = scene.journey;
  await shop.goto(scene.sandbox.json.shop);
  await shop.evaluate(() => {
    document.body.innerHTML = `<form id="chat"><textarea id="area">Hello Robin: </textarea>
      <input id="line" type="text" value="see  please"><div id="rich" contenteditable="true"><b>Hi</b> Robin,</div>
      <input id="mail" type="email"><button>Send</button></form>`;
    const heard = { inputs: 0, submits: 0 };
    Object.assign(globalThis, { heard });
    document.addEventListener('input', () => {
      heard.inputs += 1;
    });
    document.querySelector('#chat')?.addEventListener('submit', (event) => {
      heard.submits += 1;
      event.preventDefault();
    });
  });
  return shop;
}

const inFront = (shop: Page) => shop.bringToFront();

test('the link is written where the caret is, into one field, and nobody sends it', async () => {
  const [entry] = await ledger();
  const link = entry?.link ?? '';
  expect(link).not.toBe('');
  const shop = await chat();
  await inFront(shop);
  const insert = () => scene.browser.dispatch('contextMenus.onClicked', { menuItemId: 'check-link' });
  await shop.locator('#area').focus();
  await shop.evaluate(() => document.querySelector<HTMLTextAreaElement>('#area')?.setSelectionRange(13, 13));
  await insert();
  await waitFor(
    async () => (await shop.locator('#area').inputValue()) === `Hello Robin: ${link}`,
    'the area',
  );
  await shop.locator('#line').focus();
  await shop.evaluate(() => document.querySelector<HTMLInputElement>('#line')?.setSelectionRange(4, 4));
  await insert();
  await waitFor(async () => (await shop.locator('#line').inputValue()) === `see ${link} please`, 'the line');
  await shop.locator('#rich').click();
  await shop.keyboard.press('End');
  await insert();
  await waitFor(async () => (await shop.locator('#rich').innerText()).includes(link), 'the editable part');
  expect(await shop.locator('#rich').innerText()).toBe(`Hi Robin, ${link}`);
  expect(await shop.locator('#rich b').innerText()).toBe('Hi');
  expect(await shop.evaluate('heard')).toMatchObject({ submits: 0 });
  await shop.screenshot({ path: 'output/kayle/inserted.png' });
  // A field that holds one thing of its own kind takes no link.
  await shop.locator('#mail').focus();
  await insert();
  const worker = await scene.browser.worker();
  await waitFor(
    () => worker.evaluate('chrome.action.getBadgeText({}).then((text) => text === "!")'),
    'the sign',
  );
  expect(await shop.locator('#mail').inputValue()).toBe('');
});

test('from the real popup, and from any page to the form; locked it opens to unlock', async () => {
  const [entry] = await ledger();
  const link = entry?.link ?? '';
  const shop = await chat();
  await shop.locator('#area').focus();
  await shop.keyboard.press('Control+End');
  const popup = await scene.browser.popup(shop);
  await popup.click('[role=tab]', 'Checks');
  await popup.click('.rows button');
  await popup.click('button', 'Insert into the page');
  await waitFor(
    async () => (await shop.locator('#area').inputValue()).endsWith(link),
    'the link in the page',
  );
  await shop.bringToFront();
  await scene.browser.dispatch('contextMenus.onClicked', { menuItemId: 'check-form' });
  const place = await waitFor(async () => {
    const { value } = await ask(scene.journey.options, 'draft.get', { place: 'popup.place' });
    return value?.includes('"screen":"new"') && value;
  }, 'the popup on a new check');
  expect(JSON.parse(place)).toMatchObject({ tab: 'checks', screen: 'new' });
});

test('a request that the browser sent twice: the second check is told, and ended by a word', async () => {
  const { faults, state } = scene.sandbox.world;
  faults.add({ method: 'POST', path: '*/sessions', times: 1, after: false, act: { kind: 'twice' } });
  const before = new Set(state.kayle.sessions.keys());
  await page.bringToFront();
  await page.reload();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await press('Ask for a check');
  await press('Name only');
  await press('Make the link');
  const told = page.getByRole('region', { name: 'A second check may have been made' });
  await told.waitFor();
  await shown('second');
  const link = await page.locator('output.check-link').innerText();
  const made = [...state.kayle.sessions.values()].filter(({ id }) => !before.has(id));
  const second = made.find(({ id }) => !link.includes(id));
  expect(made.map(({ status }) => status)).toEqual(['created', 'created']);
  await told.getByRole('button', { name: 'End the second one' }).click();
  await page.getByText('The second check was ended.').waitFor();
  expect(second?.status).toBe('cancelled');
  expect(made.filter(({ status }) => status === 'created')).toHaveLength(1);
  await told.waitFor({ state: 'detached' });
});

test('an answer that was not taken is sent again from the list of how checks ended', async () => {
  const { kayleReceiver, admin } = scene.sandbox.json;
  const url = `${kayleReceiver}/again`;
  const eventTypes = ['verification.session.cancelled'];
  const draft = { url, name: 'Again', labels: [], eventTypes, retentionHours: 72 } as const;
  const { options } = scene.journey;
  await ask(options, 'webhooks.create', { accountId, draft: { ...draft, labels: [] }, key: true });
  const { kayle } = scene.sandbox.world.state;
  kayle.boxStatus.set('again', 500);
  await page.bringToFront();
  await press('End check');
  await page.locator('dialog').getByRole('button', { name: 'End check' }).click();
  await page.getByText('Cancelled by you').waitFor();
  await waitFor(
    () => [...kayle.deliveries.values()].some(({ lastStatus }) => lastStatus === 500),
    'a refusal',
  );
  kayle.boxStatus.delete('again');
  await options.bringToFront();
  await options.goto(`${scene.browser.origin}/options.html#/checks/webhooks`);
  const ended = options.getByRole('region', { name: 'How checks ended' });
  await ended.getByRole('button', { name: 'Send again' }).first().click();
  await options.getByText('It will be sent again at once').first().waitFor();
  await fetch(`${admin}/kayle/settle`, { method: 'POST' });
  await waitFor(() => kayle.received.some(({ box }) => box === 'again'), 'the answer at the receiver');
});

test('a key that may only ask has no choice of endpoints, and the check is made all the same', async () => {
  const apiKey = scene.sandbox.json.kayleKeys.sesswrite ?? '';
  expect(apiKey).not.toBe('');
  const { kayle: baseUrl } = scene.sandbox.json;
  await ask(scene.journey.options, 'accounts.remove', { id: accountId });
  await ask(scene.journey.options, 'accounts.connect', { kind: 'kayle', name: 'Small', baseUrl, apiKey });
  await page.bringToFront();
  await page.reload();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await page
    .getByRole('button', { name: 'Ask for a check' })
    .or(page.getByRole('button', { name: 'Over 21' }))
    .first()
    .waitFor();
  if (await page.getByRole('button', { name: 'Ask for a check' }).isVisible()) await press('Ask for a check');
  await press('Over 21');
  await page.getByText('may not see webhook endpoints').waitFor();
  await press('Make the link');
  await page.getByRole('heading', { name: 'Link for the other person' }).waitFor();
});
