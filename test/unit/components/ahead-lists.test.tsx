// @vitest-environment jsdom
// What the popup asks ahead is what its lists ask: they take that answer, and the worker is asked once. A place that is meant no
// more asks nothing.
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { queryOf, useNarrowing } from '../../../components/state/address-filter.ts';
import { useAddressPages } from '../../../components/state/address-pages.ts';
import { queryOf as messagesOf, useSifting } from '../../../components/state/message-filter.ts';
import { useMessagePages } from '../../../components/state/message-pages.ts';
import { askForOpening } from '../../../components/state/opening.ts';
import { serve, type Transport } from './transport.ts';

const NONE = { rows: [], total: 0, of: 0, damaged: 0, building: null, generation: 1 };

let transport: Transport;
let shown: unknown;
beforeEach(() => {
  shown = null;
  transport = serve({
    'addresses.search': () => NONE,
    'accounts.list': () => ({ accounts: [] }),
    'inbox.list': () => NONE,
  });
});
afterEach(async () => {
  cleanup();
  transport.stop();
  await fakeBrowser.storage.session.clear();
});

function Addresses() {
  shown = useAddressPages(queryOf(useNarrowing().value, null)).page;
  return null;
}
function Messages() {
  shown = useMessagePages(messagesOf(useSifting().value, 'ann')).page;
  return null;
}

const leave = (tab: string, id: string, at: number) =>
  fakeBrowser.storage.session.set({ 'popup.place': { tab, screen: 'list', id, at } });
const asked = (call: string) => transport.asked.filter((one) => one.call === call).length;

test.each([
  ['addresses', '', Addresses, 'addresses.search'],
  ['inbox', 'ann', Messages, 'inbox.list'],
] as const)(
  '%s left open: its first page is asked for once, before it is there',
  async (tab, id, Screen, call) => {
    await leave(tab, id, Date.now());
    await askForOpening();
    expect(asked(call)).toBe(1);
    render(<Screen />);
    await waitFor(() => expect(shown).not.toBeNull());
    expect(asked(call)).toBe(1);
  },
);

test('a place of an hour ago is not asked for, but the site in front', async () => {
  await leave('addresses', '', Date.now() - 3_600_000);
  await askForOpening();
  expect(asked('addresses.search')).toBe(0);
  expect(asked('site.current')).toBe(1);
});

test('the worker is woken before anything is known', async () => {
  const opening = askForOpening();
  expect(transport.asked.map(({ call }) => call)).toEqual(['vault.status']);
  await opening;
});
