// @vitest-environment jsdom
// Lists that come page by page: the next one on request, and an end also where a service gives the same page for ever.
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Asked } from '../../../components/state/ask.ts';
import { useMore } from '../../../components/state/more.ts';
import type { Page } from '../../../lib/webhook-view.ts';

afterEach(cleanup);

type Item = { remoteId: string };
const page = (ids: string, next: string | null): Page<Item> => ({
  items: [...ids].map((remoteId) => ({ remoteId })),
  next,
});
const firstPage = (value: Page<Item>): Asked<Page<Item>> => ({
  value,
  error: null,
  busy: false,
  again: () => undefined,
});
const idsOf = (items: readonly Item[]): string => items.map(({ remoteId }) => remoteId).join('');

function list(pages: Record<string, Page<Item>>, first: Page<Item>) {
  const ask = async (after: string) => pages[after] ?? page('', null);
  const asked = firstPage(first);
  return renderHook(() => useMore(asked, ask));
}

test('page by page to the end', async () => {
  const { result } = list({ b: page('cd', 'd'), d: page('e', null) }, page('ab', 'b'));
  expect(idsOf(result.current.items)).toBe('ab');
  await act(() => result.current.more?.());
  await waitFor(() => expect(idsOf(result.current.items)).toBe('abcd'));
  await act(() => result.current.more?.());
  await waitFor(() => expect(idsOf(result.current.items)).toBe('abcde'));
  expect(result.current.more).toBeNull();
});

test('a service that ignores where to go on is asked once, and repeats nothing', async () => {
  const { result } = list({ b: page('ab', 'b') }, page('ab', 'b'));
  await act(() => result.current.more?.());
  await waitFor(() => expect(result.current.more).toBeNull());
  expect(idsOf(result.current.items)).toBe('ab');
});

test('pages that overlap are laid on one another', async () => {
  const { result } = list({ b: page('bcd', 'd') }, page('ab', 'b'));
  await act(() => result.current.more?.());
  await waitFor(() => expect(idsOf(result.current.items)).toBe('abcd'));
  expect(result.current.more).not.toBeNull();
});
