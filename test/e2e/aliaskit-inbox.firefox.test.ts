// The inbox in real Firefox, reduced to what differs there: an answer sent and received by the other identity over SMTP, and a hostile
// mail whose frame asks nothing of any server. Leans on the driver and the sandbox, whose log must stay empty.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppCalls, ArgsOf, ReplyOf } from '../../lib/messages/contract.ts';
import type { Address } from '../../lib/model.ts';
import { createPost } from '../sandbox/post/send.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { type FirefoxScene, openFirefox } from './firefox-scene.ts';
import { hostileMail } from './inbox/hostile-mail.ts';

let scene: FirefoxScene;
let popup: FirefoxPage;
let ann: Address;
let ben: Address;

beforeAll(async () => {
  scene = await openFirefox('aliaskit');
  const { sources } = await ask('addresses.sources', { site: null });
  const wish = { accountId: sources[0]?.accountId ?? '', site: null };
  ann = (await ask('addresses.create', wish)).address;
  ben = (await ask('addresses.create', wish)).address;
  popup = await scene.browser.openPopupPage();
  await popup.click('[role=tab]', 'Inbox');
}, 120_000);
afterAll(() => scene?.close());

/** Asks the background as our own pages do. */
async function ask<Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): Promise<ReplyOf<AppCalls[Name]>> {
  const message = JSON.stringify({ call, args });
  const answer = await scene.options.evaluate<{ ok?: unknown }>(`browser.runtime.sendMessage(${message})`);
  if (answer.ok === undefined) throw new Error(`${call}: ${JSON.stringify(answer)}`);
  return answer.ok as ReplyOf<AppCalls[Name]>;
}

const choose = (selector: string, value: string) =>
  popup.evaluate(
    (chosen: { selector: string; value: string }) => {
      const select = document.querySelector<HTMLSelectElement>(chosen.selector);
      if (!select) throw new Error('no choice');
      select.value = chosen.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { selector, value },
  );
/** The list of one identity's messages, fetched anew. */
async function inboxOf({ id }: Address): Promise<void> {
  await popup.waitFor('select.filter');
  await choose('select.filter', id);
  await popup.click('button[title="Fetch again"]');
}

test('an answer goes out, and the other identity receives it', async () => {
  await popup.click('button[title=Write]');
  await popup.waitFor('form select');
  await choose('form select', ann.id);
  await popup.fill('input[inputmode=email]', ben.email);
  await popup.fill('form .field:nth-of-type(3) input', 'A question');
  await popup.fill('textarea', 'Do you read me?');
  await popup.click('button[type=submit]');
  await inboxOf(ben);
  await popup.click('.row-main', 'A question');
  await popup.waitFor('.message-body', 'Do you read me?');
  await popup.click('button', 'Reply');
  await popup.waitFor('textarea');
  expect(await popup.value('input[inputmode=email]')).toBe(ann.email);
  await popup.fill('textarea', 'Loud and clear.');
  await popup.click('button[type=submit]');
  // Sent: back at the message that was answered.
  await popup.waitFor('button', 'Reply');
  await popup.click('button[title=Back]');
  await inboxOf(ann);
  await popup.waitFor('.row-main', 'Re: A question');
});

test('a mail that tries everything is shown, and asks nothing of any server', async () => {
  const { sandbox, browser } = scene;
  const trap = `${sandbox.json.pages}/trap`;
  const post = createPost(sandbox.json.smtp);
  await post.send({
    from: 'Bank <hello@evil.example>',
    to: ann.email,
    subject: 'Open me',
    html: hostileMail(trap),
  });
  post.close();
  await inboxOf(ann);
  sandbox.world.journal.clear();
  await popup.click('.row-main', 'Open me');
  await popup.waitFor('iframe.mail-frame');
  await popup.click('summary', 'lead');
  const hosts = await popup.evaluate<string[]>(
    `[...document.querySelectorAll('.mail-links a')].map((link) => link.innerText)`,
  );
  expect(hosts).toEqual(['evil.example', 'xn--pple-43d.com', 'bank.example', 'help@shop.example']);
  const [frame] = await popup.frames();
  expect(frame?.url).toBe('about:srcdoc');
  const html = await popup.evaluate<string>(`document.querySelector('iframe.mail-frame').srcdoc`);
  for (const gone of [
    '<script',
    '<form',
    '<iframe',
    '<link',
    '<svg',
    'onerror',
    'javascript:',
    'trap',
    '\u202e',
  ])
    expect(html, gone).not.toContain(gone);
  // The log would have seen it: it sees what a tab asks.
  const strangers = () => sandbox.world.journal.list().filter(({ path }) => path.includes('trap'));
  expect(strangers()).toEqual([]);
  await browser.newTab(`${trap}/control`);
  expect(strangers().map(({ path }) => path)).toEqual(['/trap/control']);
});
