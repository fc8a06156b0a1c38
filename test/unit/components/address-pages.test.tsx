// @vitest-environment jsdom
// A long list fetched a screenful at a time: what was overtaken is dropped, and pages of two states of the list are never mixed.
import { act, cleanup, render, waitFor } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { filterCount, queryOf } from '../../../components/state/address-filter.ts';
import { useAddressPages } from '../../../components/state/address-pages.ts';
import type { Paged } from '../../../components/state/paged.ts';
import type { AddressPage, AddressQuery } from '../../../lib/address-query.ts';
import { AppError } from '../../../lib/error.ts';
import type { Address } from '../../../lib/model.ts';
import { PAGE_ROWS } from '../../../lib/page-of.ts';
import { serve, type Transport } from './transport.ts';

const rowsOf = (from: number, name: string): Address[] =>
  Array.from({ length: PAGE_ROWS }, (_, index) => ({
    id: `${name}-${from + index}`,
    accountId: 'account',
    kind: 'alias',
    email: `${name}${from + index}@anon.li`,
    remoteId: null,
    site: null,
    label: '',
    note: '',
    persona: null,
    active: true,
    createdAt: 0,
    updatedAt: 0,
    usedAt: null,
  }));
const pageOf = (offset: number, name: string, generation: number): AddressPage => ({
  rows: rowsOf(offset, name),
  total: 1000,
  of: 1000,
  damaged: 0,
  building: null,
  generation,
});
const query = (text: string): AddressQuery => ({ text, filter: {}, sort: 'best' });

let transport: Transport;
let pages: Paged<Address>;
function Probe({ text }: { text: string }) {
  pages = useAddressPages(query(text));
  return null;
}
afterEach(() => {
  cleanup();
  transport.stop();
});

it('asks for what is looked at, and for each page once', async () => {
  transport = serve({ 'addresses.search': ({ offset }) => pageOf(offset, 'a', 1) });
  render(<Probe text="" />);
  await waitFor(() => expect(pages.items).toHaveLength(1000));
  act(() => pages.look(480, 520));
  await waitFor(() => expect(pages.items[520]?.id).toBe('a-520'));
  act(() => pages.look(490, 530));
  expect(pages.items[0]?.id).toBe('a-0');
  expect(pages.items[200]).toBeUndefined();
  const offsets = transport.asked.map(({ args }) => (args as { offset: number }).offset);
  expect(offsets).toEqual([0, 450, 500]);
});

it('drops an answer that another query has overtaken', async () => {
  const late: (() => void)[] = [];
  transport = serve({
    // The first query's answer comes when it is told to.
    'addresses.search': ({ text }) =>
      (text === 'old'
        ? new Promise((resolve) => late.push(() => resolve(pageOf(0, 'old', 1))))
        : pageOf(0, 'new', 1)) as AddressPage,
  });
  const { rerender } = render(<Probe text="old" />);
  await waitFor(() => expect(late).toHaveLength(1));
  rerender(<Probe text="new" />);
  await waitFor(() => expect(pages.items[0]?.id).toBe('new-0'));
  await act(async () => late[0]?.());
  expect(pages.items[0]?.id).toBe('new-0');
});

it('a change heard before the frame of a new query is asked for the new one: a list once stood with the matches of the old', async () => {
  transport = serve({ 'addresses.search': ({ text }) => pageOf(0, text, 1) });
  const box = document.createElement('div');
  draw(<Probe text="old" />, box);
  await waitFor(() => expect(pages.items[0]?.id).toBe('old-0'));
  draw(<Probe text="new" />, box);
  // Effects that wait for a frame have not run by now.
  transport.tell('addresses');
  await waitFor(() => expect(pages.items[0]?.id).toBe('new-0'));
  const asked = transport.asked.map(({ args }) => (args as { text: string }).text);
  expect(asked.filter((text, index) => text === 'old' && index > asked.indexOf('new'))).toEqual([]);
  draw(null, box);
});

it('never mixes two states of the list: after a change every page in sight is asked for again', async () => {
  let generation = 1;
  transport = serve({ 'addresses.search': ({ offset }) => pageOf(offset, `g${generation}`, generation) });
  render(<Probe text="" />);
  await waitFor(() => expect(pages.items).toHaveLength(1000));
  act(() => pages.look(40, 60));
  await waitFor(() => expect(pages.items[60]?.id).toBe('g1-60'));
  generation = 2;
  await act(() => transport.tell('addresses'));
  await waitFor(() => expect([pages.items[40]?.id, pages.items[60]?.id]).toEqual(['g2-40', 'g2-60']));
  expect(pages.items.some((item) => item?.id.startsWith('g1'))).toBe(false);
});

it('keeps what is shown when asking again fails, and asks anew when told to', async () => {
  let broken = false;
  transport = serve({
    'addresses.search': ({ offset }) => {
      if (broken) throw new AppError('corrupt', { what: 'address' });
      return pageOf(offset, 'a', 1);
    },
  });
  render(<Probe text="" />);
  await waitFor(() => expect(pages.items).toHaveLength(1000));
  broken = true;
  await act(() => transport.tell('addresses'));
  await waitFor(() => expect(pages.error?.code).toBe('corrupt'));
  expect(pages.items[0]?.id).toBe('a-0');
  broken = false;
  act(() => pages.again());
  await waitFor(() => expect(pages.error).toBeNull());
});

it('narrows by what is set and by nothing else', () => {
  const open = {
    query: 'x',
    stand: 'any',
    account: '',
    domain: '',
    group: '',
    note: false,
    here: true,
    sort: 'site',
  };
  expect(queryOf(open, null)).toEqual({ text: 'x', sort: 'site', filter: {} });
  expect(queryOf({ ...open, stand: 'waiting', note: true, group: 'Rome' }, 'shop.example').filter).toEqual({
    group: 'Rome',
    pending: true,
    hasNote: true,
    site: 'shop.example',
  });
  expect(filterCount(open)).toBe(1);
  // A draft of another version narrows nothing it has no word for.
  expect(queryOf({ ...open, stand: 'asleep', sort: 'weight', here: false }, null)).toEqual({
    text: 'x',
    sort: 'best',
    filter: {},
  });
});
