// Which address a refused field is about: the one used last, if that was lately; those refused before stay so for a while.
import { beforeEach, expect, it } from 'vitest';
import { noteRefusal } from '../../../entrypoints/background/rejections.ts';
import type { Address } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';

const MINUTE = 60_000;
const used = (id: string, usedAt: number | null): Address => ({
  id,
  accountId: 'a',
  kind: 'alias',
  email: `${id}@mail.example`,
  remoteId: null,
  site: 'shop.example',
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: 0,
  updatedAt: 0,
  usedAt,
});
const ids = (addresses: readonly Address[]) => addresses.map(({ id }) => id);
beforeEach(() => browser.storage.session.clear());

it('names the address used last', async () => {
  expect(ids(await noteRefusal([used('b', 9 * MINUTE), used('a', 1)], 10 * MINUTE))).toEqual(['b']);
});

it('blames no address that was filled long ago, or never', async () => {
  expect(await noteRefusal([used('a', 1)], 31 * MINUTE)).toEqual([]);
  expect(await noteRefusal([used('a', null)], 1)).toEqual([]);
  expect(await noteRefusal([], 1)).toEqual([]);
});

it('remembers what was refused before, so that two do not take turns', async () => {
  await noteRefusal([used('a', 1), used('b', null)], 2);
  const both = await noteRefusal([used('b', 3), used('a', 1)], 4);
  expect(ids(both)).toEqual(['b', 'a']);
});
