// The errand of pointing: spent once, by the right tab and site, in time; without it no page can have a rule kept.
import { beforeEach, expect, it } from 'vitest';
import { beginPick, spendPick } from '../../../entrypoints/background/picks.ts';
import type { PageSender } from '../../../lib/messages/sender.ts';
import { browser } from '../../../lib/platform.ts';

const from: PageSender = {
  kind: 'page',
  frame: { tabId: 7, frameId: 0, documentId: 'd' },
  origin: 'https://shop.example',
  site: 'shop.example',
  sameOriginAsTop: true,
  incognito: false,
};
beforeEach(() => browser.storage.session.clear());

it('is spent by its answer', async () => {
  const pick = await beginPick(7, 'shop.example', 'code', 0);
  expect(await spendPick(pick, from, 1)).toBe('code');
  await expect(spendPick(pick, from, 2)).rejects.toMatchObject({ code: 'forbidden' });
});

it.each([
  ['another tab', { ...from, frame: { ...from.frame, tabId: 8 } }, 1],
  ['a frame of another site', { ...from, site: 'ads.example' }, 1],
  ['two minutes later', from, 120_000],
])('is refused to %s, and gone then', async (_, sender, now) => {
  const pick = await beginPick(7, 'shop.example', 'email', 0);
  await expect(spendPick(pick, sender, now)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(spendPick(pick, from, 2)).rejects.toMatchObject({ code: 'forbidden' });
});

it('is not had by guessing, nor does a guess spend it', async () => {
  const pick = await beginPick(7, 'shop.example', 'never', 0);
  await expect(spendPick('A'.repeat(22), from, 1)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await spendPick(pick, from, 1)).toBe('never');
});

it('gives way to a newer one', async () => {
  const first = await beginPick(7, 'shop.example', 'email', 0);
  const second = await beginPick(7, 'shop.example', 'code', 1);
  await expect(spendPick(first, from, 2)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await spendPick(second, from, 2)).toBe('code');
});
