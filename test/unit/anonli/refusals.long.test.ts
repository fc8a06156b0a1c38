// What a service may refuse of an edit, and what becomes of it: a text stays and waits, a switch goes back to what is true, a limit
// of a short window is waited for, and many edits at once are asked for when they are dear. Real store, real sandbox.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeMany } from '../../../lib/actions/bulk-addresses.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { discardAddress } from '../../../lib/actions/discard-address.ts';
import { pullAccounts, pullDue } from '../../../lib/actions/pull-accounts.ts';
import { sendAllWaiting, sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { readSyncStates } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import { seedAliases } from '../../sandbox/anonli/seed.ts';
import type { Fault } from '../../sandbox/edge/faults.ts';
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

const spoil = (
  method: string,
  status: number,
  more: Partial<Extract<Fault['act'], { kind: 'status' }>> = {},
) =>
  sandbox.world.faults.add({
    method,
    path: '*/v1/alias/*',
    times: 1,
    after: false,
    act: { kind: 'status', status, ...more },
  });
const send = () => sendWaiting(scene.u, ACCOUNT);
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];
const ignore = (): void => undefined;

async function labelled(label: string) {
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: null, label }, Date.now());
  await sendWaiting(scene.u, ACCOUNT, { fresh: new Set([made.id]) });
  return { id: made.id, remoteId: made.remoteId ?? '' };
}
const edit = (
  id: string,
  change: { label?: string; note?: string; active?: boolean; recipientIds?: string[] },
) => updateAddress(scene.u, { id, ...change }, Date.now());

test.each([402, 403, 409, 400])(
  'a switch refused with %i goes back to what is true, and says so',
  async (status) => {
    const { id, remoteId } = await labelled('a');
    spoil('PATCH', status);
    await edit(id, { active: false });
    await send();
    expect(await scene.ours(remoteId)).toMatchObject({ active: true, forwarding: { pending: [] } });
    expect(await state()).toMatchObject({ pending: 0, trouble: { code: expect.any(String) } });
    expect((await listRecords(scene.u, 'outbox')).records).toEqual([]);
  },
);

test('recipients that are refused go back, and those that are taken are kept', async () => {
  const { id, remoteId } = await labelled('a');
  await edit(id, { recipientIds: ['nobody'] });
  await send();
  expect(await scene.ours(remoteId)).toMatchObject({ forwarding: { recipientIds: [], pending: [] } });
  const [recipient] = sandbox.world.state.anonli.recipients.keys();
  await edit(id, { recipientIds: [recipient ?? ''] });
  await send();
  expect(scene.remote.row(remoteId).recipientIds).toEqual([recipient]);
  expect(await scene.ours(remoteId)).toMatchObject({
    forwarding: { recipientIds: [recipient], pending: [] },
  });
});

test('a text that is refused stays, waits a day, and goes out when it is asked for', async () => {
  const { id, remoteId } = await labelled('a');
  spoil('PATCH', 403);
  await edit(id, { label: 'b' });
  await send();
  scene.asked();
  await send();
  expect(scene.asked()).toEqual([]);
  expect(await scene.ours(remoteId)).toMatchObject({ label: 'b', forwarding: { pending: ['label'] } });
  await pullAccounts(scene.u, ACCOUNT, { force: true });
  expect(scene.remote.read(remoteId, 'label')).toBe('b');
});

test('one alias that the service stumbles over stands in no other’s way', async () => {
  const one = await labelled('one');
  const two = await labelled('two');
  sandbox.world.faults.add({
    path: `*/v1/alias/${one.remoteId}`,
    times: 9,
    after: false,
    act: { kind: 'status', status: 500 },
  });
  await edit(one.id, { label: 'one more' });
  await edit(two.id, { label: 'two more' });
  await send();
  expect(scene.remote.read(two.remoteId, 'label')).toBe('two more');
  expect(scene.remote.read(one.remoteId, 'label')).toBe('one');
  // Put off: whoever starts next does not stumble at once again.
  scene.asked();
  await send();
  expect(scene.asked()).toEqual([]);
  sandbox.world.faults.clear();
  await pullAccounts(scene.u, ACCOUNT, { force: true });
  expect(scene.remote.read(one.remoteId, 'label')).toBe('one more');
});

test('a short window of requests is waited for, not given up on', async () => {
  const { id, remoteId } = await labelled('a');
  const body = { error: 'Too many requests', message: 'Too many requests', retryAfter: 1 };
  spoil('PATCH', 429, { body, headers: { 'retry-after': '1' } });
  spoil('GET', 429, { body, headers: { 'retry-after': '1' } });
  await edit(id, { label: 'b' });
  await send();
  expect(scene.remote.read(remoteId, 'label')).toBe('b');
  expect(await state()).toMatchObject({ pending: 0, trouble: null });
});

test('a key that was refused is not tried again by each worker that starts', async () => {
  const { id } = await labelled('a');
  sandbox.world.faults.add({ path: '*', times: 99, after: false, act: { kind: 'status', status: 401 } });
  await edit(id, { label: 'b' });
  await send();
  expect(await state()).toMatchObject({ trouble: { code: 'unauthorized' } });
  scene.asked();
  for (let worker = 0; worker < 5; worker += 1) {
    await pullDue(scene.u, { calmly: true });
    await sendAllWaiting(scene.u, { calmly: true });
  }
  expect(scene.asked()).toEqual([]);
});

test('a text that no envelope holds is refused before it is stored, counted in bytes', async () => {
  const { id, remoteId } = await labelled('a');
  await edit(id, { note: '書'.repeat(491) });
  await expect(edit(id, { note: '書'.repeat(492) })).rejects.toMatchObject({
    code: 'rejected',
    detail: { field: 'note' },
  });
  await send();
  expect(scene.remote.read(remoteId, 'note')).toBe('書'.repeat(491));
});

test('an address is deleted within a minute of its making, and only switched off later', async () => {
  const { id, remoteId } = await labelled('a');
  expect(await discardAddress(scene.u, id, Date.now() + 61_000)).toMatchObject({
    discarded: false,
    address: { active: false },
  });
  await send();
  expect(scene.remote.row(remoteId).active).toBe(false);
  expect(await discardAddress(scene.u, id, Date.now())).toEqual({ discarded: true, address: null });
  expect(scene.remote.rows()).toEqual([]);
  expect(await scene.all()).toEqual([]);
});

test('many are switched at once, what it changed can be taken back, and what is dear is asked for', async () => {
  const [user] = sandbox.world.state.anonli.users.values();
  if (user === undefined) throw new Error('no user');
  const wish = { now: sandbox.world.now(), offEvery: 3, noteEvery: 0, labels: false };
  seedAliases(sandbox.world.state.anonli, user, { count: 12, ...wish });
  leaveRequests(sandbox.world, user.id, user.tier, 101);
  await pullAccounts(scene.u, ACCOUNT);
  const ids = (await scene.all()).map(({ id }) => id);
  await expect(changeMany(scene.u, { ids, do: 'off' }, ignore)).rejects.toMatchObject({
    code: 'costly',
    detail: { cost: 12, remaining: 100 },
  });
  // The four that are off cost nothing and are not looked at: of a query only what differs is changed, so eight need no leave.
  const counted: (number | null)[] = [];
  const query = { text: '', filter: {} };
  const { changed, failed } = await changeMany(scene.u, { query, do: 'off' }, ({ total }) =>
    counted.push(total),
  );
  expect([changed.length, failed, new Set(counted)]).toEqual([8, 0, new Set([8])]);
  const off = { text: '', filter: { active: false } };
  expect(await changeMany(scene.u, { query: off, do: 'off' }, ignore)).toEqual({ changed: [], failed: 0 });
  await sendAllWaiting(scene.u, { force: true });
  expect(scene.remote.rows().some(({ active }) => active)).toBe(false);
  await changeMany(scene.u, { ids: changed, do: 'on', force: true }, ignore);
  await sendAllWaiting(scene.u, { force: true });
  expect(scene.remote.rows().filter(({ active }) => active)).toHaveLength(8);
  const removed = await changeMany(scene.u, { ids: ids.slice(0, 3), do: 'remove', force: true }, ignore);
  expect(removed).toEqual({ changed: ids.slice(0, 3), failed: 0 });
  expect(scene.remote.rows()).toHaveLength(9);
  expect(await scene.all()).toHaveLength(9);
});
