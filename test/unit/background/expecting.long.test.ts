// A page without a field: what comes for its site stands as a number on the toolbar button of that tab, until the popup was opened, for
// five minutes after an address was filled. Against the real sandbox; the toolbar is the browser's double.
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import {
  endExpectation,
  expectLetter,
  lookForLetters,
  seeLetters,
} from '../../../entrypoints/background/expecting.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { newestMessages } from '../../../lib/actions/kept-messages.ts';
import type { Address } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';
import { addEmail } from '../../sandbox/aliaskit/emails.ts';
import { type Scene, setScene } from '../actions/scene.ts';

const SITE = 'shop.example';
const LINK = 'https://shop.example/confirm?token=a1b2c3d4e5f6a7b8c9d0';
let scene: Scene;
let ann: Address;
let tabId: number;
let badges: Map<number, string | null>;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  ann = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: SITE }, 5);
  tabId = (await browser.tabs.create({ url: `https://${SITE}/welcome` })).id ?? -1;
  badges = new Map();
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ tabId: tab = -1, text }) => {
    badges.set(tab, text);
  });
  vi.spyOn(browser.action, 'setTitle').mockResolvedValue(undefined);
});
afterAll(async () => {
  await endExpectation(tabId);
  await scene.close();
});

const post = (from: string, bodyText: string) =>
  addEmail(scene.sandbox.world, {
    identityId: ann.remoteId ?? '',
    direction: 'inbound',
    from,
    to: ann.email,
    subject: 'Confirm your address',
    bodyText,
    bodyHtml: null,
    headers: {},
    attachments: [],
    read: false,
    receivedAt: Date.now(),
  });
const lists = () => scene.sandbox.world.journal.list().filter(({ path }) => path.endsWith('/emails')).length;

it('counts what came for the site, not what another sent, and asks at a slow pace', async () => {
  await expectLetter(tabId, SITE, 'sign-up', Date.now());
  const before = lists();
  post(`Shop <no-reply@${SITE}>`, `Please confirm your address: ${LINK}`);
  post('Bank <no-reply@bank.example>', 'Your code is 771204');
  await lookForLetters();
  expect(badges.get(tabId)).toBe('1');
  expect(lists()).toBe(before + 1);
});

it('a letter that was there before the address was filled is not counted', async () => {
  post(`Shop <no-reply@${SITE}>`, 'Your code is 224466');
  await expectLetter(tabId, SITE, 'log-in', Date.now());
  await lookForLetters();
  await expectLetter(tabId, SITE, 'log-in', Date.now());
  post(`Shop <no-reply@${SITE}>`, `Please confirm your address: ${LINK}`);
  await lookForLetters();
  expect(badges.get(tabId)).toBe('1');
});

it('is quiet once the popup has shown it, and on a page of another site', async () => {
  await expectLetter(tabId, SITE, 'sign-up', Date.now());
  post(`Shop <no-reply@${SITE}>`, `Please confirm your address: ${LINK}`);
  await browser.tabs.update(tabId, { url: 'https://else.example/' });
  await lookForLetters();
  expect(badges.get(tabId) ?? '').toBe('');
  await browser.tabs.update(tabId, { url: `https://${SITE}/` });
  await lookForLetters();
  expect(badges.get(tabId)).toBe('1');
  await seeLetters(
    tabId,
    (await newestMessages(scene.u, {}, 9)).map(({ id }) => id),
  );
  expect(badges.get(tabId) ?? '').toBe('');
  await lookForLetters();
  expect(badges.get(tabId) ?? '').toBe('');
});

it('asks nobody after five minutes, nor where no letter comes to', async () => {
  await expectLetter(tabId, SITE, 'sign-up', Date.now() - 5 * 60_000);
  await expectLetter(tabId + 1, SITE, 'search', Date.now());
  await expectLetter(tabId + 1, 'else.example', 'sign-up', Date.now());
  const before = lists();
  await lookForLetters();
  expect(lists()).toBe(before);
  expect(await browser.alarms.get('expect')).toBeFalsy();
});
