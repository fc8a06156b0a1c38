// When the background reads lists and sends edits by itself: at an unlock, at its own start while the vault is open, when the network
// is back, and never while it is locked. Real store, real sandbox, the browser in memory.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { catchUp, catchUpIfOpen, sendSoon } from '../../../entrypoints/background/syncing.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { browser } from '../../../lib/platform.ts';
import { lockVault } from '../../../lib/vault/vault.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { ACCOUNT, openSandbox, openScene, type Scene } from './scene.ts';

let sandbox: Sandbox;
let scene: Scene;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  scene = await openScene(sandbox);
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY = 24 * 60 * 60_000;
/** The background says when it has ended. */
const nextWord = (): Promise<void> =>
  new Promise((resolve) => {
    const listen = (message: unknown): undefined => {
      if (!JSON.stringify(message).includes('"sync"')) return;
      browser.runtime.onMessage.removeListener(listen);
      resolve();
    };
    browser.runtime.onMessage.addListener(listen);
  });

async function edited(label: string): Promise<string> {
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: null, label: '' }, Date.now());
  await updateAddress(scene.u, { id: made.id, label }, Date.now());
  return made.remoteId ?? '';
}

test('an edit goes out right away, and its end is told', async () => {
  const remoteId = await edited('a');
  const word = nextWord();
  sendSoon(scene.u, ACCOUNT);
  await word;
  expect(scene.remote.read(remoteId, 'label')).toBe('a');
});

test('a worker that starts while the vault is open looks once a day, and sends what its predecessor left', async () => {
  const remoteId = await edited('left behind');
  await catchUpIfOpen(true);
  expect(scene.remote.read(remoteId, 'label')).toBe('left behind');
  scene.asked();
  await catchUpIfOpen(true);
  expect(scene.asked()).toEqual([]);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + DAY);
  await catchUpIfOpen(true);
  await catchUpIfOpen(true);
  expect(scene.asked()).toEqual(['GET /alias?limit=100&offset=0']);
});

test('an unlock reads what came meanwhile', async () => {
  await catchUpIfOpen(false);
  scene.remote.add();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + DAY);
  const word = nextWord();
  catchUp(scene.u);
  await word;
  await vi.waitFor(async () => expect(await scene.all()).toHaveLength(1), 20_000);
});

test('nothing is asked while it is locked', async () => {
  await edited('waits');
  await lockVault();
  scene.asked();
  await catchUpIfOpen(false);
  expect(scene.asked()).toEqual([]);
});
