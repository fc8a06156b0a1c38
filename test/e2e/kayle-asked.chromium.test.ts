// The person who is asked: on the verification page a panel says who asks, whether that is the site they came from, what exactly and why,
// before they continue. It covers nothing that can be pressed, sends no token, and where nothing can be read it says so. Leans on the
// sandbox, which plays Kayle's pages and the phone.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSPHRASE } from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let accountId: string;

beforeAll(async () => {
  // Nobody is asked whose server is not the sandbox's.
  const args = ['--host-resolver-rules=MAP *.kayle.id ~NOTFOUND'];
  scene = await openScene({ account: false, launch: { args } });
  const { journey, browser, sandbox } = scene;
  const { kayle: baseUrl, kayleKeys } = sandbox.json;
  await browser.grantHost('http://127.0.0.1/*');
  const wish = { kind: 'kayle', name: 'Kayle', baseUrl, apiKey: kayleKeys.main ?? '' } as const;
  accountId = (await ask(journey.options, 'accounts.connect', wish)).account.id;
}, 120_000);
afterAll(() => scene?.close());

const CLAIMS = [
  { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' },
  { claim: 'nationality_code', required: false, reason: 'To know which rules apply to you.' },
];

/** A link made by the one who asks. */
async function makeLink(): Promise<string> {
  const wish = { accountId, whom: 'Robin', site: null, claims: CLAIMS, redirectUrl: '', endpointIds: [] };
  const { check } = await ask(scene.journey.options, 'checks.ask', wish);
  return check.link ?? '';
}

const sessionOf = (link: string) =>
  scene.sandbox.world.state.kayle.sessions.get(new URL(link).pathname.slice(1));
const tokenOf = (link: string) => new URL(link).searchParams.get('cancel_token') ?? '';

/** What the phone, or the clock, does. */
async function admin(path: string, body: object = {}): Promise<void> {
  const response = await fetch(`${scene.sandbox.json.admin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Follows a link from a page, as one would from a chat. @param policy of that page's site */
async function follow(link: string, policy = 'strict-origin-when-cross-origin'): Promise<Page> {
  const { shop } = scene.journey;
  await shop.goto(scene.sandbox.json.shop);
  await shop.evaluate(
    ([href = '', tells = '']) => {
      const made = document.createElement('a');
      made.href = href;
      made.textContent = 'Prove your age';
      made.referrerPolicy = tells;
      document.body.prepend(made);
    },
    [link, policy],
  );
  await shop.getByText('Prove your age').click();
  return shop;
}

async function panel(page: Page): Promise<Frame> {
  const frame = await scene.browser.menuFrame(page);
  await frame.waitForSelector('h2');
  return frame;
}

/** Every spot of the page's own controls takes a click, wherever the panel stands. */
const canPressAll = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a')].every((control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const spots = [0.05, 0.5, 0.95].map((share) => [x + width * share, y + height * share]);
      return spots.every(([left = 0, top = 0]) => document.elementFromPoint(left, top) === control);
    }),
  );

async function shown(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `output/kayle/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const said = (frame: Frame) => frame.locator('body').innerText();

test('the panel tells who asks, what, why and whence; it is kept, and the person completes on the page', async () => {
  const link = await makeLink();
  const page = await follow(link);
  const frame = await panel(page);
  await frame.getByRole('heading', { name: 'Corner Shop' }).waitFor();
  await frame.getByRole('button', { name: 'Keep in my checks' }).waitFor();
  await shown(page, 'asked');
  const words = await said(frame);
  expect(words).toContain('shop.localhost, a domain they have verified');
  expect(words).toContain('Over 18');
  expect(words).toContain('You want to buy a kitchen knife.');
  expect(words).toMatch(/Nationality\s+optional/);
  expect(words).toContain('an hour from when it was made');
  expect(words).toContain('To complain');
  expect(tokenOf(link)).not.toBe('');
  expect(await frame.content()).not.toContain(tokenOf(link));
  expect(await canPressAll(page)).toBe(true);
  // The page, which may be hostile, sees a node of ours and nothing in it.
  expect(await page.content()).not.toContain('Corner Shop Ltd');
  await frame.getByRole('button', { name: 'Keep in my checks' }).click();
  await frame.getByRole('button', { name: 'Keep the way to withdraw' }).click();
  await frame.getByText('with the way to withdraw your consent').waitFor();
  await shown(page, 'asked-kept');
  // Ours: the page's own reads name the page they come from, token and all.
  const reads = scene.sandbox.world.journal
    .list()
    .filter(({ path, headers }) => path.includes('/verify/') && headers.referer === undefined);
  expect(reads.length).toBeGreaterThan(1);
  expect(JSON.stringify(reads)).not.toContain(tokenOf(link));
  expect(sessionOf(link)?.status).toBe('created');
  await page.click('#continue');
  await admin(`/kayle/sessions/${sessionOf(link)?.id}/phone`, { act: 'succeed' });
  await page.getByText('succeeded').waitFor();
});

test('my checks keep it, and its privacy page opens ready to withdraw', async () => {
  const { browser } = scene;
  const popup = await browser.openPopupPage();
  await popup.setViewportSize({ width: 380, height: 580 });
  await popup.getByRole('tab', { name: 'Checks' }).click();
  await popup.getByRole('button', { name: 'Asked of me' }).click();
  await shown(popup, 'my-checks');
  await popup.getByText('Corner Shop').first().click();
  await popup.getByRole('button', { name: 'Look again' }).click();
  await popup.getByText('Completed').first().waitFor();
  await shown(popup, 'my-check');
  const opening = browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open its privacy page' }).click();
  const privacy = await opening;
  await privacy.getByRole('button', { name: 'Withdraw consent' }).waitFor();
  expect(new URL(privacy.url()).searchParams.get('cancel_token')).toMatch(/^[a-z0-9]{48}$/);
  // Where a consent is taken back there is nothing to continue to.
  expect(privacy.frames()).toHaveLength(1);
  await privacy.close();
  await popup.getByRole('button', { name: 'Forget' }).click();
  await popup.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await popup.getByText('Nothing kept yet').waitFor();
  await shown(popup, 'my-checks-empty');
  await popup.close();
});

test('a site that hides where one came from is not guessed at; declining is the page’s, and is told afterwards', async () => {
  const link = await makeLink();
  const page = await follow(link, 'no-referrer');
  const frame = await panel(page);
  await frame.getByText('not known').waitFor();
  await page.click('#cancel');
  await page.getByText('cancelled').waitFor();
  expect(sessionOf(link)?.status).toBe('cancelled');
  await page.reload();
  await (await panel(page)).getByText('Cancelled').waitFor();
});

test('another site than theirs is said; what failed and what ran out of time reads so', async () => {
  const link = await makeLink();
  const page = scene.journey.shop;
  await page.goto(link, { referer: 'https://elsewhere.example/' });
  await (await panel(page))
    .getByText('You came from elsewhere.example, which is not a domain of theirs')
    .waitFor();
  await shown(page, 'asked-elsewhere');
  await admin(`/kayle/sessions/${sessionOf(link)?.id}/phone`, { act: 'fail', code: 'liveness_failed' });
  await page.reload();
  await (await panel(page)).getByText('Failed').waitFor();
  const late = await makeLink();
  await admin('/clock', { advance_ms: 61 * 60_000 });
  await page.goto(late);
  await (await panel(page)).getByText('Expired').waitFor();
});

test('a narrow window has a sign that covers nothing; pressed without room it opens in a tab', async () => {
  const { shop } = scene.journey;
  // Only the page in front may open a tab of ours.
  await shop.bringToFront();
  await shop.setViewportSize({ width: 310, height: 640 });
  await shop.goto(await makeLink());
  const eyes = await scene.browser.pierce(shop);
  await eyes.waitFor('.sign:not(.away)');
  expect(await canPressAll(shop)).toBe(true);
  await shown(shop, 'asked-narrow');
  expect(shop.frames()).toHaveLength(1);
  const opening = scene.browser.context.waitForEvent('page');
  await eyes.click('.sign');
  const aside = await opening;
  await aside.getByRole('heading', { name: 'Corner Shop' }).waitFor();
  await aside.close();
  await shop.bringToFront();
  await shop.setViewportSize({ width: 1280, height: 800 });
  // Room again: the sign moves over and unfolds, and closing it is for good on this page.
  await waitFor(async () => ((await eyes.box('.sign'))?.x ?? 0) > 640, 'the sign in its new place');
  await eyes.click('.sign');
  const frame = await panel(shop);
  await frame.getByRole('button', { name: 'Close' }).click();
  await waitFor(async () => shop.frames().length === 1, 'the panel to go');
});

/** A page on a host of its own, with the buttons of a verification page. */
async function host(page: Page, origin: string): Promise<void> {
  const body =
    '<!doctype html><title>Verify</title><h1>Prove it</h1><button>Agree</button><a href="/">No</a>';
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${origin}/vs_${'a'.repeat(64)}?cancel_token=${'b'.repeat(48)}`);
}

test('a host made to look like Kayle is called out on the spot, and nothing is asked of it', async () => {
  const page = scene.journey.shop;
  await host(page, 'https://verify-kayle.id.example');
  const frame = await panel(page);
  await frame.getByRole('alert').getByText('made to look like Kayle').waitFor();
  await shown(page, 'asked-look-alike');
  expect(await canPressAll(page)).toBe(true);
});

test('locked, Kayle’s own pages still have their word; where nothing can be read it says so, and nothing breaks', async () => {
  const link = await makeLink();
  await ask(scene.journey.options, 'vault.lock', {});
  const page = scene.journey.shop;
  await host(page, 'https://verify.kayle.id');
  await (await panel(page)).getByText('Moniker does not know').waitFor();
  await shown(page, 'asked-unknown');
  expect(await canPressAll(page)).toBe(true);
  // A server of one's own is known after a lock; it is a stranger to a browser that began locked, and that is said with the way to unlock.
  await page.goto(link);
  await (await panel(page)).getByRole('heading', { name: 'Corner Shop' }).waitFor();
  await (await scene.browser.worker()).evaluate(`chrome.storage.session.remove('verify-hosts')`);
  await page.reload();
  const frame = await panel(page);
  await frame.getByText('While the vault is locked').waitFor();
  await frame.getByRole('button', { name: 'Unlock' }).waitFor();
  await shown(page, 'asked-locked');
  // Unlocked meanwhile, the panel sees for itself.
  await ask(scene.journey.options, 'vault.unlock', { passphrase: PASSPHRASE });
  await frame.getByRole('heading', { name: 'Corner Shop' }).waitFor();
});
