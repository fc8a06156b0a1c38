// Settings: defaults, changes that do not undo each other, and nothing believed that is not right.
import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { browser } from '../../lib/platform.ts';
import { readSettings, writeSettings } from '../../lib/settings.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
});

it('are the defaults until changed', async () => {
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

it('change one by one, also at the same time', async () => {
  await Promise.all([
    writeSettings({ theme: 'dark' }),
    writeSettings({ autoLockMinutes: 0 }),
    writeSettings({ blindTags: false }),
  ]);
  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    autoLockMinutes: 0,
    blindTags: false,
  });
  expect(await writeSettings({})).toMatchObject({ theme: 'dark' });
});

it.each([
  { autoLockMinutes: -1 },
  { autoLockMinutes: 1.5 },
  { autoLockMinutes: Number.POSITIVE_INFINITY },
  { theme: 'pink' as 'dark' },
  { openMenuOnFocus: 'yes' as unknown as boolean },
])('refuses %j whole', async (change) => {
  await expect(writeSettings({ blindTags: false, ...change })).rejects.toMatchObject({
    code: 'malformed',
    detail: { field: Object.keys(change)[0] },
  });
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

it('fall back one by one when the storage holds nonsense', async () => {
  await browser.storage.local.set({
    'settings.theme': 7,
    'settings.autoLockMinutes': 'soon',
    'settings.blindTags': false,
  });
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, blindTags: false });
});
