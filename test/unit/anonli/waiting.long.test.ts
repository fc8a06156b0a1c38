// No text waits without saying why: refused, failed, met by one that cannot be read, or by another window's. And what a change of many
// did before it was ended is told, so that it can be undone. Real store, real sandbox.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeMany } from '../../../lib/actions/bulk-addresses.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { resolveConflict } from '../../../lib/actions/resolve-conflict.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { readSyncStates, waitingEdits } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { cancelRun } from '../../../lib/sync/runs.ts';
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

const make = async (label = 'first') => {
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: null, label }, Date.now());
  await sendWaiting(scene.u, ACCOUNT, { fresh: new Set([made.id]) });
  return { id: made.id, remoteId: made.remoteId ?? '' };
};
const edit = (id: string, change: object) => updateAddress(scene.u, { id, ...change }, Date.now());
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];
const pull = () => pullAccounts(scene.u, ACCOUNT);
const spoil = (act: Fault['act'], method: string, times = 9) =>
  sandbox.world.faults.add({ method, path: '*/v1/alias/*', times, after: false, act });

test('a label that its service refuses says so, also after something else went well, and goes out when it is asked to', async () => {
  const { id, remoteId } = await make();
  await edit(id, { label: 'second' });
  const body = { error: { code: 'VALIDATION_ERROR', message: 'No such words here.' } };
  spoil({ kind: 'status', status: 400, body }, 'PATCH', 1);
  await sendWaiting(scene.u, ACCOUNT);
  await pull();
  expect(await state()).toMatchObject({ trouble: null, pending: 1 });
  const [waiting] = await waitingEdits(scene.u, id);
  expect(waiting).toMatchObject({
    edit: 'label',
    failure: { code: 'rejected', detail: { said: 'No such words here.' } },
  });
  expect(waiting?.notBefore).toBeGreaterThan(Date.now());

  await sendWaiting(scene.u, ACCOUNT, { force: true });
  expect(scene.remote.read(remoteId, 'label')).toBe('second');
  expect(await waitingEdits(scene.u, id)).toEqual([]);
});

test('a new text is not held to the failure of the one before', async () => {
  const { id } = await make();
  await edit(id, { label: 'second' });
  spoil({ kind: 'status', status: 500 }, 'PATCH', 1);
  await sendWaiting(scene.u, ACCOUNT);
  expect(await waitingEdits(scene.u, id)).toMatchObject([{ failure: { code: 'server' } }]);
  await edit(id, { label: 'third' });
  expect(await waitingEdits(scene.u, id)).toMatchObject([{ failure: null, notBefore: 0 }]);
});

test('what meets another text there counts as undecided, not as waiting for the network', async () => {
  const [one, other] = [await make(), await make()];
  for (const { id } of [one, other]) await edit(id, { label: 'ours' });
  scene.remote.write(one.remoteId, 'label', 'theirs');
  // Sealed with a key that nobody here has.
  scene.remote.row(other.remoteId).encryptedLabel = JSON.stringify({
    v: 1,
    alg: 'AES-256-GCM',
    iv: 'AAAAAAAAAAAAAAAA',
    ct: 'A'.repeat(40),
  });
  await pull();
  expect(await state()).toMatchObject({ undecided: 2, pending: 0 });
  await resolveConflict(scene.u, { id: one.id, field: 'label', keep: 'ours' }, Date.now());
  await edit(other.id, { label: 'ours', replaceClosed: true });
  expect(await state()).toMatchObject({ undecided: 0, pending: 2 });
  await sendWaiting(scene.u, ACCOUNT);
  for (const { remoteId } of [one, other]) expect(scene.remote.read(remoteId, 'label')).toBe('ours');
});

test('a pick between two versions settles those that were shown, and no others', async () => {
  const { id, remoteId } = await make();
  await edit(id, { label: 'ours' });
  scene.remote.write(remoteId, 'label', 'theirs');
  await pull();
  scene.remote.write(remoteId, 'label', 'theirs, again');
  await pull();
  const pick = { id, field: 'label', keep: 'ours', seen: { ours: 'ours', theirs: 'theirs' } } as const;
  await expect(resolveConflict(scene.u, pick, Date.now())).rejects.toMatchObject({ code: 'conflict' });
  expect((await scene.ours(remoteId)).forwarding?.conflict).toEqual({ label: 'theirs, again' });
});

test('a text that was typed over another than it replaces changes nothing', async () => {
  const { id } = await make();
  await edit(id, { label: 'of one window', seen: { label: 'first' } });
  await expect(
    edit(id, { label: 'of the other', note: 'n', seen: { label: 'first' } }),
  ).rejects.toMatchObject({
    code: 'conflict',
    detail: { what: 'text', field: 'label' },
  });
  await edit(id, { label: 'of the other', seen: { label: 'of one window' } });
  expect(await edit(id, { label: 'of the other', seen: { label: 'first' } })).toMatchObject({ note: '' });
});

test('what many were changed to before it was ended by hand, or by the service, is told', async () => {
  for (let at = 0; at < 5; at += 1) scene.remote.add();
  await pull();
  const ids = (await scene.all()).map(({ id }) => id);
  const ended = await changeMany(scene.u, { ids, do: 'remove' }, ({ done }) => {
    if (done === 2) cancelRun('bulk');
  });
  expect(ended).toMatchObject({ ended: 'cancelled', failed: 0 });
  expect(ended.changed).toHaveLength(2);
  expect(scene.remote.rows()).toHaveLength(3);

  let asked = 0;
  const rest = ids.filter((id) => !ended.changed.includes(id));
  const broken = await changeMany(scene.u, { ids: rest, do: 'remove' }, () => {
    asked += 1;
    if (asked === 1) spoil({ kind: 'status', status: 500 }, 'DELETE');
  });
  expect(broken).toMatchObject({ changed: [expect.any(String)], failed: 2 });
});
