// @vitest-environment jsdom
// Ten thousand rows: only a screenful exists, the rest is space; search narrows it; screen readers know place and size.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Addresses } from '../../../components/screens/addresses.tsx';
import type { Address } from '../../../lib/model.ts';
import { PAGE_ROWS } from '../../../lib/page-of.ts';
import { serve, type Transport } from './transport.ts';

const COUNT = 10_000;
const HEIGHT = 500;

const addresses: Address[] = Array.from({ length: COUNT }, (_, index) => ({
  id: `id-${index}`,
  accountId: 'account',
  kind: 'alias',
  email: `me+tag${index}@mail.example`,
  remoteId: null,
  site: `site${index}.example`,
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: index,
  updatedAt: index,
  usedAt: null,
}));

let transport: Transport;
beforeEach(() => {
  // jsdom lays nothing out: give boxes the height of a popup's list.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(380);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(COUNT * 60);
  transport = serve({
    'addresses.search': ({ text, offset, limit }) => {
      const found = addresses.filter(({ site }) => site?.includes(text));
      return {
        rows: found.slice(offset, offset + limit),
        total: found.length,
        of: COUNT,
        damaged: 2,
        building: null,
        generation: 1,
      };
    },
    'addresses.domains': () => ({ domains: [{ domain: 'mail.example', count: COUNT }] }),
    'accounts.list': () => ({ accounts: [] }),
    'sync.state': () => ({ accounts: [], bulk: null }),
    'site.here': () => ({ site: 'shop.example' }),
  });
});
afterEach(() => {
  cleanup();
  transport.stop();
  vi.restoreAllMocks();
});

const open = () => render(<Addresses place={{ tab: 'addresses', screen: 'list', id: '' }} go={vi.fn()} />);

describe('the list of addresses', () => {
  it('draws a screenful of ten thousand rows and says what is damaged', async () => {
    const { container } = open();
    await screen.findByText('10,000 addresses');
    const rows = container.querySelectorAll('.virtual-row');
    expect(rows.length).toBeGreaterThanOrEqual(Math.floor(HEIGHT / 60));
    expect(rows.length).toBeLessThan(100);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe(String(COUNT));
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1');
    expect(container.querySelector<HTMLElement>('.virtual-all')?.style.blockSize).toBe(`${COUNT * 60}px`);
    screen.getByText(/2 entries are damaged/);
  });

  it('draws other rows after scrolling', async () => {
    const { container } = open();
    await screen.findByText('10,000 addresses');
    const box = container.querySelector<HTMLElement>('.virtual');
    expect(box).not.toBeNull();
    if (!box) return;
    box.scrollTop = 60 * 5000;
    fireEvent.scroll(box);
    await screen.findByText('me+tag5003');
    expect(screen.queryByText('me+tag1')).toBeNull();
    expect(container.querySelectorAll('.virtual-row').length).toBeLessThan(100);
    // A screenful a message, and nothing of what lies between.
    const asked = transport.asked.flatMap(({ call, args }) => (call === 'addresses.search' ? [args] : []));
    expect(asked.every((args) => (args as { limit: number }).limit === PAGE_ROWS)).toBe(true);
    expect(asked.length).toBeLessThan(6);
  });

  it('finds one among them, and keeps the search as a draft', async () => {
    open();
    await screen.findByText('10,000 addresses');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'site7777.example' } });
    await screen.findByText('1 match');
    screen.getByText('me+tag7777');
    await waitFor(() => expect(transport.drafts.get('addresses.search')).toContain('site7777'));
  });

  it('is walked by arrow keys: down and up the same control, sideways within a row, and out at the top', async () => {
    open();
    await screen.findAllByRole('listitem');
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    screen.getByRole('searchbox').focus();
    await waitFor(() => expect(document.querySelector('.row-main')).not.toBeNull());
    await press('ArrowDown');
    const place = () => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset');
    expect(place()).toBe('1');
    await press('ArrowDown');
    await press('ArrowDown');
    expect([place(), document.activeElement?.className]).toEqual(['3', 'row-main']);
    await press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Copy/);
    await press('ArrowUp');
    expect([place(), document.activeElement?.getAttribute('aria-label')]).toEqual([
      '2',
      expect.stringMatching(/^Copy/),
    ]);
    await press('Home');
    expect(place()).toBe('1');
    await press('ArrowUp');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('is found again as it was left: scrolled as far, the row that was opened in focus', async () => {
    const place = { tab: 'addresses', screen: 'list', id: '' } as const;
    const go = vi.fn();
    const { rerender } = render(<Addresses place={place} go={go} />);
    await screen.findAllByRole('listitem');
    const box = document.querySelector('.virtual') as HTMLElement;
    box.scrollTop = 6000;
    await fireEvent.scroll(box);
    await fireEvent.click(await screen.findByText(/tag103@|tag103/));
    expect(go).toHaveBeenCalledWith({ tab: 'addresses', screen: 'open', id: 'id-103' });
    rerender(<Addresses place={{ ...place, screen: 'open', id: 'id-103' }} go={go} />);
    expect(document.querySelector('.virtual')).toBeNull();
    rerender(<Addresses place={place} go={go} />);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('tag103'));
    expect(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')).toBe('104');
  });
});
