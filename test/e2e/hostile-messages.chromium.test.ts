// A content script taken over by its page: what it can ask of the background, and what it gets. Runs in the isolated world
// of a real page, with our own runtime; leans on hostile/scene.ts and on the contracts, whose every call is tried.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppCalls, MenuCalls, PageCalls } from '../../lib/messages/contract.ts';
import { appShapes } from '../../lib/messages/shapes/app.ts';
import { menuShapes } from '../../lib/messages/shapes/menu.ts';
import { pageShapes } from '../../lib/messages/shapes/page.ts';
import { ADDRESS_LABEL, type Scene, setScene, TOTP_SECRET } from './hostile/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await scene.open('sign-up.html');
});
afterAll(() => scene?.close());

/** Runs source in the isolated world of the tab in front, as our own content script would. */
async function beside<T>(source: string): Promise<T> {
  const worker = await scene.browser.worker();
  return worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: async () => { ${source} } });
    return result;
  })()`);
}

const send = (call: string, args: unknown) =>
  beside<Record<string, unknown>>(`return chrome.runtime.sendMessage(${JSON.stringify({ call, args })})`);

const id = 'anything';
const account = {
  kind: 'local',
  name: 'Mine',
  scheme: { type: 'catch-all', domain: 'mine.example' },
  format: 'hash',
};
const totp = {
  issuer: 'I',
  account: 'a',
  secret: TOTP_SECRET,
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  site: null,
};

/** Arguments that would do harm where a call were answered. A call without them here is tried with an empty object. */
const APP: Partial<Record<keyof AppCalls, unknown>> = {
  'vault.status': {},
  'vault.create': { passphrase: 'orbital lemon teacup' },
  'vault.unlock': { passphrase: 'orbital lemon teacup' },
  'vault.lock': {},
  'vault.erase': {},
  'vault.passphrase': { current: 'orbital lemon teacup', next: 'stolen lemon teacup', rekey: false },
  'settings.get': {},
  'settings.set': { autoLockMinutes: 0 },
  'browser.state': {},
  'access.changed': {},
  'site.current': {},
  'site.mute': { site: 'pages.localhost', off: true },
  'site.fill': { choice: { kind: 'totp', id } },
  'site.mutes': {},
  'accounts.list': {},
  'accounts.test': account,
  'accounts.connect': account,
  'accounts.remove': { id },
  'accounts.rename': { id, name: 'Mine' },
  'accounts.pull': {},
  'addresses.list': {},
  'addresses.sources': { site: null },
  'addresses.create': { accountId: id, site: null },
  'addresses.update': { id, note: 'mine' },
  'addresses.remove': { id },
  'inbox.list': { text: '', filter: {}, offset: 0, limit: 50 },
  'inbox.pull': {},
  'inbox.get': { id },
  'inbox.mark': { id, read: true },
  'totp.list': {},
  'totp.read': { link: `otpauth://totp/a?secret=${TOTP_SECRET}` },
  'totp.add': totp,
  'totp.remove': { id },
  'totp.update': { id, site: 'pages.localhost' },
  'totp.scan': {},
  'draft.get': { place: 'address.new' },
  'draft.set': { place: 'address.new', value: null },
};

const MENU: Partial<Record<keyof MenuCalls, unknown>> = {
  'menu.open': { ticket: 'A'.repeat(22), ancestors: [] },
  'menu.view': {},
  'menu.choose': { kind: 'address', id },
  'menu.undo': {},
  'menu.mute': { until: 'always' },
  'menu.escalate': { to: 'unlock' },
  'menu.frame': { height: 100 },
};

const REF = { ref: 'r' };
const report = { ...REF, role: 'email', form: 'sign-up', boxes: 1, rejected: false, because: [] };
const PAGE: Partial<Record<keyof PageCalls, unknown>> = {
  'page.wake': {},
  'page.report': report,
  'page.ticket': report,
  'page.beat': { ...REF, turn: 0 },
  'page.rest': REF,
};

/** Every call of a contract, by the decoders that its server must have. */
const calls = (shapes: object, args: object) =>
  Object.keys(shapes).map(
    (call) => [call, Object.entries(args).find(([name]) => name === call)?.[1] ?? {}] as const,
  );

describe('beside a page', () => {
  it.each([...calls(appShapes, APP), ...calls(menuShapes, MENU)])('%s is refused', async (call, args) => {
    expect(await send(call, args)).toMatchObject({ err: { code: 'forbidden' } });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'vault', ''])(
    '“%s” is no call',
    async (call) => {
      expect(await send(call, {})).toMatchObject({ err: { code: 'forbidden' } });
    },
  );

  it('a ticket of its own opens nothing outside of our menu frame', async () => {
    const { ok } = (await send('page.ticket', report)) as { ok: { url: string } };
    const ticket = new URL(ok.url).hash.slice(1);
    expect(ticket.length).toBeGreaterThanOrEqual(22);
    expect(await send('menu.open', { ticket, ancestors: [scene.sandbox.json.pages] })).toMatchObject({
      err: { code: 'forbidden' },
    });
  });

  it.each(calls(pageShapes, PAGE))('%s tells no value', async (call, args) => {
    const answers = [await send(call, args), await send(call, { ...report, role: 'code', form: 'code' })];
    const { totps } = await scene.ask('totp.list', {});
    const told = JSON.stringify(answers);
    for (const value of [
      scene.email,
      'own.example',
      ADDRESS_LABEL,
      TOTP_SECRET,
      ...totps.map(({ code }) => code),
    ]) {
      expect(told).not.toContain(value);
    }
  });

  it('a page that names no check gets no panel for one, and no tab of ours', async () => {
    const before = scene.browser.context.pages().length;
    for (const call of ['page.panel', 'page.aside'])
      expect(await send(call, {})).toMatchObject({ err: { code: 'forbidden' } });
    expect(scene.browser.context.pages()).toHaveLength(before);
  });

  it('a report of a wrong shape is malformed and names no more than its field', async () => {
    expect(await send('page.report', { ...report, role: 'admin' })).toEqual({
      err: expect.objectContaining({ code: 'malformed', detail: { what: 'page.report', field: 'role' } }),
    });
  });

  it.each([
    ['session', 'refused'],
    ['local', 'refused'],
    ['sync', {}],
  ])('storage.%s holds nothing for it', async (area, holds) => {
    const found = await beside<unknown>(
      `try { return await chrome.storage.${area}.get() } catch { return 'refused' }`,
    );
    expect(found).toEqual(holds);
  });

  it('has no way to speak to the script beside another page', async () => {
    const reach = '[typeof chrome.tabs, typeof chrome.scripting?.executeScript, typeof chrome.webNavigation]';
    expect(await beside(`return ${reach}`)).toEqual(['undefined', 'undefined', 'undefined']);
  });
});

it('nothing of all this changed the vault', async () => {
  const { addresses } = await scene.ask('addresses.list', {});
  expect(addresses.map(({ email, note }) => [email, note])).toEqual([[scene.email, '']]);
  expect((await scene.ask('totp.list', {})).totps).toHaveLength(1);
  expect((await scene.ask('accounts.list', {})).accounts).toHaveLength(1);
  expect((await scene.ask('site.mutes', {})).sites).toEqual([]);
});
