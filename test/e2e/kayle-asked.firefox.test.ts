// The person who is asked, and the link into a chat, in real Firefox: reduced to what differs there — the panel's frame beside a page, the
// referrer, the browser's own context menu on a text field. Leans on the driver, the sandbox and the shipped build.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, AppCalls, ArgsOf, ReplyOf } from '../../lib/messages/contract.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { launchFirefox } from './drivers/firefox.ts';
import { pressNotice, standForDesktop, standingNotices } from './drivers/firefox-desktop.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const PASSPHRASE = 'orbital lemon teacup';
let sandbox: Sandbox;
let browser: FirefoxDriver;
let options: FirefoxPage;
let accountId: string;

/** Asks the background as our own screens do. */
async function ask<Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): Promise<ReplyOf<AppCalls[Name]>> {
  const answer = await options.evaluate<Answer<ReplyOf<AppCalls[Name]>>, string>(
    (message) =>
      (
        globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<never> } } }
      ).browser.runtime.sendMessage(JSON.parse(message)),
    JSON.stringify({ call, args }),
  );
  if ('err' in answer) throw new Error(`${call}: ${JSON.stringify(answer.err)}`);
  return answer.ok;
}

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  browser = await launchFirefox();
  options = await browser.newTab(`${browser.origin}/options.html#/welcome`);
  await options.waitFor('input[type=password]');
  await options.fill('form > :nth-child(2) input, form input[type=password]', PASSPHRASE);
  await options.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=password]')[1]?.focus();
  });
  await options.type(PASSPHRASE);
  await options.click('button[type=submit]');
  await options.waitFor('button', 'Later');
  await options.click('button', 'Later');
  await options.waitFor('button', 'Allow on all sites');
  await options.click('button', 'Allow on all sites');
  await browser.acceptPermissions();
  await options.waitFor('[role=status]');
  const { kayle: baseUrl, kayleKeys } = sandbox.json;
  const wish = { kind: 'kayle', name: 'Kayle', baseUrl, apiKey: kayleKeys.main ?? '' } as const;
  accountId = (await ask('accounts.connect', wish)).account.id;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

async function makeLink(): Promise<string> {
  const claims = [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }];
  const wish = { accountId, whom: 'Robin', site: null, claims, redirectUrl: '', endpointIds: [] };
  return (await ask('checks.ask', wish)).check.link ?? '';
}

test('the panel stands beside the page with who asks and whence, is kept with the way to withdraw, and closes', async () => {
  const link = await makeLink();
  const token = new URL(link).searchParams.get('cancel_token') ?? '';
  const page = await browser.newTab(`${sandbox.json.shop}/`);
  await page.evaluate((href: string) => {
    const made = document.createElement('a');
    made.id = 'check';
    made.href = href;
    made.textContent = 'Prove your age';
    made.referrerPolicy = 'strict-origin-when-cross-origin';
    document.body.prepend(made);
  }, link);
  await page.click('#check');
  const frame = await page.menuFrame();
  await frame.waitFor('h3', 'Corner Shop');
  const words = await frame.text();
  expect(words).toContain('shop.localhost, a domain they have verified');
  expect(words).toContain('Only whether you are 18 or older');
  expect(words).toContain('You want to buy a kitchen knife.');
  await page.screenshot('output/kayle/asked-firefox.png');
  await frame.click('button', 'Keep in my checks');
  await frame.click('button', 'Keep the way to withdraw');
  await frame.waitFor('p', 'with the way to withdraw');
  expect(await ask('asked.list', {})).toMatchObject({ checks: [{ withdraws: true }] });
  // Ours: the page's own reads name the page they come from, token and all.
  const reads = sandbox.world.journal
    .list()
    .filter(({ path, headers }) => path.includes('/verify/') && headers.referer === undefined);
  expect(reads.length).toBeGreaterThan(1);
  expect(JSON.stringify(reads)).not.toContain(token);
  await page.click('#continue');
  expect(await page.has('#phone')).toBe(true);
  await frame.click('button[title=Close]');
  await waitFor(
    async () => (await page.frames()).every(({ url }) => !url.startsWith('moz-')),
    'the panel to go',
  );
});

test('the link goes into the focused field of a chat by the browser’s own context menu', async () => {
  const [entry] = (await ask('checks.list', {})).checks;
  const link = entry?.link ?? '';
  expect(link).not.toBe('');
  const chat = await browser.newTab(`${sandbox.json.shop}/`);
  await chat.evaluate(() => {
    document.body.innerHTML =
      '<form><textarea id="area">Hello </textarea><div id="rich" contenteditable="true">Hi </div></form>';
  });
  await chat.click('#area');
  await chat.contextMenu('#area', 'Insert the link of my open check');
  await waitFor(async () => (await chat.value('#area')).includes(link), 'the link in the area');
  expect(await chat.value('#area')).toContain('Hello ');
  await chat.click('#rich');
  await chat.contextMenu('#rich', 'Insert the link of my open check');
  await waitFor(async () => (await chat.text('#rich')).includes(link), 'the link in the editable part');
  await chat.screenshot('output/kayle/inserted-firefox.png');
});

/** What the phone, or the clock, does. */
async function admin(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const done = await fetch(sandbox.json.admin + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(done.ok, await done.text()).toBe(true);
}

/** The panel beside a page opened by its address. */
async function panelOn(page: FirefoxPage, url: string, selector: string, text: string): Promise<FirefoxPage> {
  await page.go(url);
  const frame = await page.menuFrame();
  await frame.waitFor(selector, text);
  return frame;
}

test('completed, declined, failed and expired read so; a host made to look like Kayle is called out', async () => {
  const page = await browser.newTab(`${sandbox.json.shop}/`);
  const idOf = (link: string) => new URL(link).pathname.slice(1);
  const [done, declined, failed, late] = [
    await makeLink(),
    await makeLink(),
    await makeLink(),
    await makeLink(),
  ];
  await admin(`/kayle/sessions/${idOf(done)}/phone`, { act: 'succeed' });
  await panelOn(page, done, '.badge', 'Completed');
  await page.go(declined);
  await page.click('#cancel');
  await page.waitFor('#state', 'cancelled');
  await panelOn(page, declined, '.badge', 'Cancelled');
  await admin(`/kayle/sessions/${idOf(failed)}/phone`, { act: 'fail', code: 'selfie_face_mismatch' });
  await panelOn(page, failed, '.badge', 'Failed');
  await admin('/clock', { advance_ms: 61 * 60_000 });
  await panelOn(page, late, '.badge', 'Expired');
  const alike = late.replace('//verify.', '//verify-kayle.');
  const frame = await panelOn(page, alike, '[role=alert]', 'made to look like Kayle');
  expect(await frame.text()).not.toContain('Corner Shop');
  const asked = sandbox.world.journal.list().filter(({ host }) => host.startsWith('verify-kayle.'));
  expect(asked.every(({ path }) => !path.startsWith('/v1/'))).toBe(true);
});

test('notifications are asked for in the click that wants them; one tells that a check ended, and nothing of it', async () => {
  const page = await browser.newTab(`${browser.origin}/options.html#/asked`);
  await page.waitFor('label', 'Tell me when a check ends');
  expect(await ask('settings.get', {})).toMatchObject({ notifyChecks: false });
  await page.click('label', 'Tell me when a check ends');
  await browser.acceptPermissions();
  await waitFor(async () => (await ask('settings.get', {})).notifyChecks, 'the setting');
  await page.screenshot('output/kayle/what-is-kept-firefox.png');
  await standForDesktop(browser);
  // What ended before is no news.
  await ask('checks.pull', {});
  const ended = new URL(await makeLink()).pathname.slice(1);
  await admin(`/kayle/sessions/${ended}/phone`, { act: 'succeed' });
  // The alarm of each minute, now.
  await page.evaluate(`browser.alarms.create('checks', { when: Date.now() })`);
  const [notice] = await waitFor(async () => {
    const standing = await standingNotices(browser);
    return standing.length > 0 && standing;
  }, 'the notification');
  expect(notice).toMatchObject({ name: 'check-ended', title: 'A check has ended' });
  expect(JSON.stringify(notice)).not.toMatch(/Robin|Corner|18|knife|succe|complet|vs_/i);
  await pressNotice(browser, 'check-ended');
  await waitFor(async () => (await standingNotices(browser)).length === 0, 'the notification to go');
  const { checks } = await ask('checks.list', {});
  const line = checks.find(({ check }) => check?.remoteId === ended);
  await waitFor(async () => {
    const { value } = await ask('draft.get', { place: 'popup.place' });
    return value?.includes(line?.id ?? 'none');
  }, 'the popup on that check');
});
