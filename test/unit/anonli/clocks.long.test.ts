// What two clocks and a month of requests may do to an account: ours goes ahead of the service's, the month is used up to its last
// request, the plan is raised meanwhile. Real store, real sandbox; only the dates are moved.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { readQuota } from '../../../lib/actions/destinations.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { addressesOn } from '../../../lib/actions/site-addresses.ts';
import { readSyncStates } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { ACCOUNT, openSandbox, openScene, type Scene } from './scene.ts';

let sandbox: Sandbox;
let scene: Scene;
const { fetch } = globalThis;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  scene = await openScene(sandbox);
});
afterEach(() => {
  sandbox.world.state.clockOffset = 0;
  globalThis.fetch = fetch;
});

const MINUTE = 60_000;
const make = (label = 'a label') =>
  createAddress(scene.u, { accountId: ACCOUNT, site: 'shop.example', label }, Date.now());
const pull = (force = false) => pullAccounts(scene.u, ACCOUNT, { force });
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];
function user() {
  const [first] = sandbox.world.state.anonli.users.values();
  if (first === undefined) throw new Error('no user');
  return first;
}

/** The service's clock, in what it stamps and in what its answers say. */
function shiftService(by: number): void {
  sandbox.world.state.clockOffset = by;
  globalThis.fetch = async (...args) => {
    const { body, status, headers } = await fetch(...args);
    const told = new Headers(headers);
    told.set('date', new Date(Date.now() + by).toUTCString());
    return new Response(body, { status, headers: told });
  };
}

test.each([-45, -10, 10, 45])(
  'an alias whose answer was lost is known again by a clock that differs by %i minutes',
  async (by) => {
    shiftService(by * MINUTE);
    await pull();
    for (const [method, after] of [
      ['POST', true],
      ['GET', false],
    ] as const)
      sandbox.world.faults.add({ method, path: '*/v1/alias', times: 1, after, act: { kind: 'drop' } });
    await expect(make()).rejects.toMatchObject({ code: 'doubtful' });
    await pull();
    expect(scene.remote.rows()).toHaveLength(1);
    expect(await addressesOn(scene.u, 'shop.example')).toMatchObject([{ label: 'a label' }]);
    expect(await openIntents(scene.u, ACCOUNT)).toEqual([]);
  },
);

test('at the last request of the month what was written waits, says until when, and goes out after it', async () => {
  const made = await make();
  leaveRequests(sandbox.world, user().id, user().tier, 1);
  await sendWaiting(scene.u, ACCOUNT);
  await updateAddress(scene.u, { id: made.id, label: 'typed with nothing left' }, Date.now());
  await sendWaiting(scene.u, ACCOUNT);
  const { trouble, rate, pending } = (await state()) ?? {};
  expect([rate?.remaining, pending]).toEqual([0, 1]);
  expect(trouble?.detail.retryAt).toBeGreaterThan(Date.now());
  scene.asked();
  await sendWaiting(scene.u, ACCOUNT, { force: true });
  expect(scene.asked()).toEqual([]);
  expect((await scene.ours(made.remoteId ?? '')).label).toBe('typed with nothing left');
});

test('a plan that was raised ends the wait for the month, once it was looked at', async () => {
  const made = await make();
  await pull();
  leaveRequests(sandbox.world, user().id, 'free', 0);
  const { tier } = user();
  user().tier = 'free';
  await expect(pull(true)).rejects.toMatchObject({ code: expect.stringMatching(/budget|rate-limited/) });
  await updateAddress(scene.u, { id: made.id, label: 'waits for the plan' }, Date.now());
  await sendWaiting(scene.u, ACCOUNT);
  user().tier = 'pro';
  scene.asked();
  await expect(pull(true)).rejects.toMatchObject({ code: 'budget' });
  expect(scene.asked()).toEqual([]);

  await readQuota(scene.u, ACCOUNT);
  expect(await state()).toMatchObject({ trouble: null });
  await pull(true);
  expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe('waits for the plan');
  user().tier = tier;
});
