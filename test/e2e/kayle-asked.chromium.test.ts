// The person who is asked: on the verification page a panel says who asks, whether that is the site they came from, what exactly and why,
// before they continue. It covers nothing that can be pressed, sends no token, and where nothing can be read it says so. Leans on the
// sandbox, which plays Kayle's pages and the phone.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
let accountId: string;

beforeAll(async () => {
  scene = await openScene({ account: false });
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
async function makeLink(claims = CLAIMS): Promise<string> {
  const wish = { accountId, whom: 'Robin', site: null, claims, redirectUrl: '', endpointIds: [] };
  const { check } = await ask(scene.journey.options, 'checks.ask', wish);
  return check.link ?? '';
}

const sessionOf = (link: string) =>
  scene.sandbox.world.state.kayle.sessions.get(new URL(link).pathname.slice(1));

/** Follows a link from a page of the shop, as one would from a chat. */
async function follow(link: string): Promise<Page> {
  const { shop } = scene.journey;
  await shop.goto(scene.sandbox.json.shop);
  await shop.evaluate((href) => {
    const made = document.createElement('a');
    made.href = href;
    made.textContent = 'Prove your age';
    // The demo shop tells nobody else where its visitors come from; most sites tell their name.
    made.referrerPolicy = 'strict-origin-when-cross-origin';
    document.body.prepend(made);
  }, link);
  await shop.getByText('Prove your age').click();
  return shop;
}

const panel = async (page: Page): Promise<Frame> => {
  const frame = await scene.browser.menuFrame(page);
  await frame.waitForSelector('h2');
  return frame;
};

/** Whether something of the page can be pressed where it stands. */
const canPress = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((what) => {
    const button = document.querySelector(what);
    if (!button) return false;
    const { x, y, width, height } = button.getBoundingClientRect();
    const spots = [
      [x + 2, y + 2],
      [x + width - 2, y + height - 2],
      [x + width / 2, y + height / 2],
    ];
    return spots.every(([left = 0, top = 0]) => document.elementFromPoint(left, top) === button);
  }, selector);

async function shown(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `output/kayle/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the link is opened, the panel tells who asks and where one came from, and the person completes', async () => {
  const link = await makeLink();
  const page = await follow(link);
  const frame = await panel(page);
  await frame.getByRole('heading', { name: 'Corner Shop' }).waitFor();
  await shown(page, 'asked');
  const said = await frame.locator('body').innerText();
  expect(said).toContain('shop.localhost, a domain they have verified');
  expect(said).toContain('Over 18');
  expect(said).toContain('You want to buy a kitchen knife.');
  expect(said).toMatch(/Nationality\s+optional/);
  expect(said).toContain('an hour from when it was made');
  expect(said).toContain('To complain');
  const token = new URL(link).searchParams.get('cancel_token') ?? '';
  expect(token).not.toBe('');
  expect(await frame.content()).not.toContain(token);
  const reads = scene.sandbox.world.journal.list().filter(({ path }) => path.includes('/verify/'));
  expect(JSON.stringify(reads)).not.toContain(token);
  expect(sessionOf(link)?.status).toBe('created');
  expect(await canPress(page, '#continue')).toBe(true);
  await page.click('#continue');
  const { id = '' } = sessionOf(link) ?? {};
  const done = await fetch(`${scene.sandbox.json.admin}/kayle/sessions/${id}/phone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'succeed' }),
  });
  expect(done.ok).toBe(true);
  await page.getByText('succeeded').waitFor();
});
