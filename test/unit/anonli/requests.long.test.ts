// What it costs: requests are counted by the service's own journal, over a month of doing nothing, a sign-up, a large account; and
// whoever would spend a tenth of what is left is asked. Real sandbox, real store; only the date is moved.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { pullAccounts, pullDue } from '../../../lib/actions/pull-accounts.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { readSyncStates } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { Cancelled, cancelRun, runOf } from '../../../lib/sync/runs.ts';
import { resetVaultChecks } from '../../../lib/sync/vault-check.ts';
import { idsOf } from '../../../lib/vault/bulk.ts';
import { lockVault, unlockVault } from '../../../lib/vault/vault.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import { seedAliases, seededLabel } from '../../sandbox/anonli/seed.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { PASSPHRASE } from '../vault/worker.ts';
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

function user() {
  const [first] = sandbox.world.state.anonli.users.values();
  if (first === undefined) throw new Error('no user');
  return first;
}
const seed = (count: number) =>
  seedAliases(sandbox.world.state.anonli, user(), {
    count,
    now: sandbox.world.now(),
    offEvery: 7,
    noteEvery: 11,
    labels: true,
  });
const leave = (count: number) => leaveRequests(sandbox.world, user().id, user().tier, count);
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];

test.each([0, 7, 100, 250, 1000])(
  'a month of doing nothing with %i aliases takes fewer than forty requests',
  async (count) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    seed(count);
    await pullAccounts(scene.u, ACCOUNT);
    scene.asked();
    const asked: string[] = [];
    // Several months, as what is seldom must not come in one of them.
    for (let month = 0; month < 3; month += 1) {
      for (let day = 0; day < 30; day += 1) {
        vi.setSystemTime(Date.now() + DAY);
        // Unlocked twice a day.
        await pullDue(scene.u);
        await pullDue(scene.u);
        resetVaultChecks();
        await sendWaiting(scene.u, ACCOUNT);
      }
      asked.push(...scene.asked());
      expect(asked.length).toBeLessThanOrEqual(40 * (month + 1));
    }
    expect(asked.length).toBeGreaterThanOrEqual(90);
  },
);

test('a sign-up after a rest takes three requests, with a label and all', async () => {
  await pullAccounts(scene.u, ACCOUNT);
  scene.asked();
  resetVaultChecks();
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: 'shop.example' }, Date.now());
  await sendWaiting(scene.u, ACCOUNT, { fresh: new Set([made.id]) });
  expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe('shop.example');
  expect(scene.asked()).toHaveLength(3);
});

test('what is left is shown as the service says it, and counted on where it says nothing', async () => {
  leave(482 + 1);
  await pullAccounts(scene.u, ACCOUNT);
  const { remaining, resetAt } = (await state())?.rate ?? {};
  expect(remaining).toBe(482);
  expect(resetAt).toBeGreaterThan(Date.now() + 29 * DAY);
});

describe('a list that would take more than a tenth of what is left', () => {
  beforeEach(() => {
    seed(1200);
    leave(100);
  });

  test('stops after the page that told how long it is, and asks', async () => {
    await expect(pullAccounts(scene.u, ACCOUNT)).rejects.toMatchObject({
      code: 'costly',
      detail: { cost: 12, remaining: expect.any(Number) },
    });
    expect(scene.asked().length).toBeLessThanOrEqual(2);
    expect(await state()).toMatchObject({ trouble: { code: 'costly' }, unfinished: { total: 1200 } });
    expect((await idsOf('address')).length).toBeGreaterThanOrEqual(100);
    // Unasked nothing goes on.
    await pullDue(scene.u);
    expect(scene.asked()).toEqual([]);
  });

  test('goes on where it stopped once it may', async () => {
    await pullAccounts(scene.u, ACCOUNT).catch(() => undefined);
    const before = scene.asked().length;
    await pullAccounts(scene.u, ACCOUNT, { force: true });
    expect(before + scene.asked().length).toBe(12);
    expect(await idsOf('address')).toHaveLength(1200);
    expect(await state()).toMatchObject({ trouble: null, unfinished: null, cost: 12, asks: true });
  });
});

test('a reading that is ended goes on where it stopped, and what is gone by then is found out', async () => {
  const rows = seed(950);
  let pages = 0;
  const cancelled = pullAccounts(scene.u, ACCOUNT, {
    onPage: ({ done, total }) => {
      pages += 1;
      expect([done, total]).toEqual([pages * 100, 950]);
      expect(runOf(ACCOUNT)).toEqual({ done, total });
      if (pages === 3) cancelRun(ACCOUNT);
    },
  });
  await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
  expect(runOf(ACCOUNT)).toBeNull();
  expect(await state()).toMatchObject({ unfinished: { done: 300 }, trouble: null });
  await pullDue(scene.u);
  expect(await idsOf('address')).toHaveLength(300);

  const newest = rows.at(-1)?.id ?? '';
  scene.remote.remove(newest);
  expect(await pullAccounts(scene.u, ACCOUNT)).toMatchObject({ added: 650, removed: 0 });
  // The deletion moved one from the fourth page onto the third, which had been read: it is stepped back to. What is gone had been named.
  expect(await pullAccounts(scene.u, ACCOUNT)).toMatchObject({ added: 0, removed: 1 });
  expect(await scene.ours(newest)).toMatchObject({ active: false, forwarding: { gone: true } });
  expect(await idsOf('address')).toHaveLength(950);
});

test('a lock ends a reading between two pages, and the next unlock goes on with it', async () => {
  seed(350);
  const locked = pullAccounts(scene.u, ACCOUNT, {
    onPage: ({ done }) => {
      if (done === 200) lock = lockVault();
    },
  });
  let lock: Promise<void> = Promise.resolve();
  await expect(locked).rejects.toMatchObject({ code: 'locked' });
  await lock;
  const before = (await idsOf('address')).length;
  expect(before).toBeLessThan(350);
  scene.asked();
  const u = await unlockVault(PASSPHRASE);
  await pullDue(u);
  expect(await idsOf('address')).toHaveLength(350);
  expect(scene.asked()).toHaveLength(Math.ceil((350 - before) / 100));
});

test('the labels of a page open as they were written, and another reading changes nothing', async () => {
  const rows = seed(120);
  await pullAccounts(scene.u, ACCOUNT);
  for (const [number, { id, active }] of rows.entries()) {
    expect(await scene.ours(id)).toMatchObject({ label: seededLabel(number), active });
  }
  expect(await pullAccounts(scene.u, ACCOUNT)).toEqual({ added: 0, changed: 0, removed: 0 });
});

test('a limit of requests is honoured for as long as it says, weeks too, and what waits is kept', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: null, label: 'a' }, Date.now());
  await sendWaiting(scene.u, ACCOUNT, { fresh: new Set([made.id]) });
  leave(0);
  const edit = (label: string) => updateAddress(scene.u, { id: made.id, label }, Date.now());
  await edit('b');
  await sendWaiting(scene.u, ACCOUNT);
  scene.asked();
  await edit('c');
  for (const days of [0, 1, 20]) {
    vi.setSystemTime(Date.now() + days * DAY);
    await sendWaiting(scene.u, ACCOUNT);
    expect(scene.asked()).toEqual([]);
  }
  expect(await state()).toMatchObject({
    pending: 1,
    trouble: { code: 'rate-limited' },
    rate: { remaining: 0 },
  });
  vi.setSystemTime(Date.now() + 10 * DAY);
  await sendWaiting(scene.u, ACCOUNT);
  expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe('c');
  expect(await state()).toMatchObject({ pending: 0, trouble: null });
});
