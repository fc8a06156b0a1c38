// @vitest-environment jsdom
// The menu as a person meets it: the right rows, words for every trouble, arrows and Escape; and as a page would abuse it:
// clicks made by a script choose nothing. (Every event that jsdom makes is such a click; real ones are tried in browsers.)
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../../../entrypoints/menu/menu.tsx';
import { makeWitness } from '../../../entrypoints/menu/seen.ts';
import { AppError } from '../../../lib/error.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import type { MenuCalls } from '../../../lib/messages/contract.ts';
import type { MenuView } from '../../../lib/messages/views.ts';

const VIEW: MenuView = {
  state: 'ready',
  site: 'shop.example',
  role: 'email',
  form: 'sign-up',
  addresses: [{ id: 'a', email: 'me+shop@mail.example', label: 'Shop', account: 'Own' }],
  lockedCount: 0,
  sources: [
    { accountId: '1', account: 'Own', preview: 'new@own.example', domain: 'own.example' },
    { accountId: '2', account: 'AliasKit', preview: null, domain: 'kit.example' },
  ],
  rejected: null,
  undo: null,
  codes: [],
  links: [],
  unclear: [],
  waiting: false,
  totps: [],
  held: [],
  because: ['label:e-mail'],
  trouble: null,
  theme: 'dark',
};
const CODE = {
  messageId: 'm',
  channel: 'email' as const,
  code: '482913',
  sender: 'Shop <no-reply@shop.example>',
  receivedAt: Date.now(),
  usedAt: null,
  senderMatches: true,
  elsewhere: null,
  because: [],
};

let ending: AbortController;
let asked: { call: string; args: unknown }[];
const callsOf = (name: string) => asked.filter(({ call }) => call === name);

beforeEach(() => {
  ending = new AbortController();
  asked = [];
  // jsdom lays nothing out: sizes never change here.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {
        return undefined;
      }
      disconnect() {
        return undefined;
      }
    },
  );
});
afterEach(() => {
  ending.abort();
  cleanup();
  vi.unstubAllGlobals();
});

async function show(changes: Partial<MenuView> | AppError) {
  const open = async () => {
    if (changes instanceof AppError) throw changes;
    return { ...VIEW, ...changes };
  };
  const ask = (async (call: string, args: unknown) => {
    asked.push({ call, args });
    return {};
  }) as unknown as Ask<MenuCalls>;
  const witness = makeWitness();
  witness.see({ ratio: 1, visible: true }, -10_000);
  const menu = render(<Menu ask={ask} open={open} witness={witness} signal={ending.signal} />);
  if (!(changes instanceof AppError)) await screen.findByText(/Not on this site/);
  return menu;
}

test('a click made by a script chooses nothing, mutes nothing', async () => {
  const { container } = await show({});
  for (const row of container.querySelectorAll<HTMLElement>('[role=menuitem]')) row.click();
  expect(callsOf('menu.choose')).toEqual([]);
  expect(callsOf('menu.mute')).toEqual([]);
});

test('the address used here stands first, then the new one; other accounts behind “change”', async () => {
  const { container } = await show({});
  const emails = () => [...container.querySelectorAll('.email')].map((email) => email.textContent);
  expect(emails()).toEqual(['me+shop@mail.example', 'new@own.example']);
  fireEvent.click(container.querySelector('.pair .plain') as HTMLElement);
  expect(container.textContent).toContain('AliasKit');
});

const ALIASES = {
  accountId: '3',
  account: 'anon.li',
  preview: null,
  domain: 'anon.li',
  forwards: true as const,
  recipients: [
    { id: 'r1', email: 'me@mail.example', isDefault: true },
    { id: 'r2', email: 'work@mail.example', isDefault: false },
  ],
};

test('format and recipients of an alias are picked without making one, and stand in its row', async () => {
  const { container } = await show({ sources: [ALIASES] });
  fireEvent.click(container.querySelector('.pair .plain') as HTMLElement);
  const checked = () =>
    [...container.querySelectorAll('[aria-checked=true]')].map(({ textContent }) => textContent);
  expect(checked()).toEqual([expect.stringContaining('letters'), 'me@mail.example']);
  fireEvent.click(screen.getByRole('menuitemradio', { name: /words/ }));
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'work@mail.example' }));
  expect(checked()).toEqual([expect.stringContaining('words'), 'work@mail.example']);
  const row = container.querySelector('.pair .row')?.textContent;
  expect(row).toContain('words');
  expect(row).toContain('to work@mail.example');
  expect(callsOf('menu.choose')).toEqual([]);
});

test('a part of one’s own before the @ is typed in the popup, the rest as picked', async () => {
  const { container } = await show({ sources: [ALIASES] });
  fireEvent.click(container.querySelector('.pair .plain') as HTMLElement);
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'work@mail.example' }));
  fireEvent.click(screen.getByRole('menuitem', { name: /own choice/ }));
  expect(callsOf('menu.escalate')[0]?.args).toEqual({
    to: 'own-name',
    accountId: '3',
    wish: { recipientIds: ['r2'] },
  });
});

test('when the minute of an undo is over, the background is asked what is left', async () => {
  await show({ undo: { kind: 'discard', until: Date.now() } });
  await waitFor(() => expect(callsOf('menu.view')).toHaveLength(1));
});

test('the theme of the settings reaches the frame', async () => {
  await show({});
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('a code is grouped for the eye and spelled for the ear', async () => {
  const { container } = await show({ role: 'code', codes: [CODE] });
  expect([...container.querySelectorAll('.code span')].map((group) => group.textContent)).toEqual([
    '482',
    '913',
  ]);
  expect(container.querySelector('[role=menuitem]')?.getAttribute('aria-label')).toContain('4 8 2 9 1 3');
});

test('hostile text of a sender stays text', async () => {
  const { container } = await show({
    role: 'code',
    codes: [{ ...CODE, sender: '<img src=x onerror=alert(1)>' }],
  });
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('a code that another site sent leads to the toolbar instead of into the page', async () => {
  const stranger = { ...CODE, code: null, senderMatches: false, elsewhere: 'bank.example' };
  const { container } = await show({ role: 'code', codes: [stranger] });
  const row = container.querySelector('[role=menuitem]') as HTMLElement;
  expect(row.textContent).toContain('This code is from bank.example. You are on shop.example.');
  expect(row.textContent).not.toMatch(/482/);
  fireEvent.click(row);
  expect(callsOf('menu.choose')).toEqual([]);
});

test('a link shows its real host and whether that is of this site; a right-to-left override in its sender is taken out', async () => {
  const { code: _, ...letter } = { ...CODE, sender: '\u202egro.elpmaxe\u202c <x@mailer.example>' };
  const link = { ...letter, kind: 'verify' as const, host: 'xn--shp-ted.example', hostMatches: false };
  const { container } = await show({ role: 'code', links: [link] });
  const row = container.querySelector('[role=menuitem]') as HTMLElement;
  expect(row.textContent).toContain('xn--shp-ted.example · a different site');
  expect(row.textContent).not.toMatch(/[\u202a-\u202e]/);
  fireEvent.click(row);
  expect(callsOf('menu.follow')).toEqual([]);
});

test('a spent ticket is said in words, not left as an empty card', async () => {
  const { container } = await show(new AppError('forbidden', { what: 'ticket' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent?.length).toBeGreaterThan(20);
  expect(container.querySelectorAll('.foot')).toHaveLength(0);
});

test('arrows go round, Escape goes back to the field', async () => {
  const { container } = await show({});
  const items = [...container.querySelectorAll<HTMLElement>('[role=menuitem]')];
  fireEvent.keyDown(window, { key: 'End' });
  expect(document.activeElement).toBe(items.at(-1));
  fireEvent.keyDown(window, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(items[0]);
  fireEvent.keyDown(window, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(items.at(-1));
  fireEvent.keyDown(window, { key: 'Home' });
  expect(document.activeElement).toBe(items[0]);
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(callsOf('menu.frame')).toEqual([{ call: 'menu.frame', args: { close: true, refocus: true } }]);
});
