// Where the keys rest: in the browser's session memory, out of reach of content scripts.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from '../../../lib/platform.ts';
import { restrictStorage } from '../../../lib/vault/session.ts';
import { CHEAP, PASSPHRASE, startFresh } from './worker.ts';

beforeEach(async () => {
  await (await startFresh()).createVault(PASSPHRASE, CHEAP);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('is in storage.session alone', async () => {
  expect(Object.keys(await browser.storage.session.get(null)).sort()).toEqual([
    'vault.deadline',
    'vault.keys',
  ]);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await browser.storage.sync.get(null)).toEqual({});
});

it('is shut to content scripts where the browser has the switch', async () => {
  const levels: unknown[] = [];
  const areas = [browser.storage.session, browser.storage.local];
  for (const area of areas) {
    // The fake browser has the method but not the behaviour.
    vi.spyOn(
      area as typeof area & { setAccessLevel(level: object): Promise<void> },
      'setAccessLevel',
    ).mockImplementation(async (level) => {
      levels.push(level);
    });
  }
  await restrictStorage();
  expect(levels).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }, { accessLevel: 'TRUSTED_CONTEXTS' }]);
});

it('is left to the browser where it has no switch', async () => {
  for (const area of [browser.storage.session, browser.storage.local]) {
    vi.spyOn(area as typeof area & { setAccessLevel: unknown }, 'setAccessLevel', 'get').mockReturnValue(
      undefined,
    );
  }
  await expect(restrictStorage()).resolves.toBeUndefined();
});
