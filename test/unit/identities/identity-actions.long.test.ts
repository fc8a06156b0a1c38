// What is done with identities beyond their addresses, against the real sandbox: numbers, metadata, groups and their removal. What the
// server was asked is what counts.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { addPhone } from '../../../lib/actions/identities/add-phone.ts';
import { changeIdentity } from '../../../lib/actions/identities/change-identity.ts';
import { learnGroups, listGroups } from '../../../lib/actions/identities/list-groups.ts';
import { openIdentity } from '../../../lib/actions/identities/open-identity.ts';
import {
  dropRemoval,
  readRemoval,
  removeGroup,
  resumeRemoval,
} from '../../../lib/actions/identities/remove-group.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { groupOf } from '../../../lib/identity-group.ts';
import type { Address } from '../../../lib/model.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { type Scene, setScene } from '../actions/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const make = (metadata: Record<string, unknown> = {}, provisionPhone = false): Promise<Address> =>
  createAddress(
    scene.u,
    { accountId: scene.aliaskit.id, site: null, metadata, ...(provisionPhone ? { provisionPhone } : {}) },
    Date.now(),
  );
const rowOf = ({ remoteId }: Address) => {
  const row = scene.sandbox.world.state.identities.get(remoteId ?? '');
  if (!row) throw new Error('no such identity');
  return row;
};
const asked = (method: string, end: string) =>
  scene.sandbox.world.journal.list().filter((entry) => entry.method === method && entry.path.endsWith(end));
const fault = (method: string, path: string, status: number) =>
  scene.sandbox.world.faults.add({ method, path, times: 1, after: false, act: { kind: 'status', status } });

describe('metadata', () => {
  test('a change names its own members; what others put there stays, the mark of the creation too', async () => {
    const address = await make({ label: 'mine' });
    const mark = rowOf(address).metadata.moniker;
    rowOf(address).metadata = { ...rowOf(address).metadata, theirs: { deep: [1, 2] } };
    const changed = await changeIdentity(scene.u, {
      id: address.id,
      group: ' Trip  to Rome ',
      set: { label: 'ours' },
    });
    expect(rowOf(address).metadata).toEqual({
      label: 'ours',
      moniker: mark,
      theirs: { deep: [1, 2] },
      group: 'Trip to Rome',
    });
    expect(groupOf(changed.persona?.metadata ?? {})).toBe('Trip to Rome');
    await changeIdentity(scene.u, { id: address.id, group: null, drop: ['label'] });
    expect(rowOf(address).metadata).toEqual({ moniker: mark, theirs: { deep: [1, 2] }, group: '' });
  });

  test('its own members are changed by their own ways alone', async () => {
    const { id } = await make();
    await expect(changeIdentity(scene.u, { id, set: { moniker: 'x' } })).rejects.toMatchObject({
      code: 'rejected',
    });
    await expect(changeIdentity(scene.u, { id, drop: ['group'] })).rejects.toMatchObject({
      code: 'rejected',
    });
  });
});

describe('a phone number', () => {
  test('is asked for once and kept', async () => {
    const address = await make();
    const { persona } = await addPhone(scene.u, address.id, 'GB');
    expect(persona?.phone).toMatch(/^\+44/);
    expect(asked('POST', '/phone')).toHaveLength(1);
  });

  test('whose answer was lost is found on the identity, and not bought again', async () => {
    const address = await make();
    scene.sandbox.world.faults.add({
      method: 'POST',
      path: '*/phone',
      times: 1,
      after: true,
      act: { kind: 'drop' },
    });
    expect((await addPhone(scene.u, address.id, 'US')).persona?.phone).toBe(rowOf(address).phoneNumber);
    expect(asked('POST', '/phone')).toHaveLength(1);
  });

  test('that was never bought stays doubtful', async () => {
    const address = await make();
    scene.sandbox.world.faults.add({
      method: 'POST',
      path: '*/phone',
      times: 1,
      after: false,
      act: { kind: 'drop' },
    });
    await expect(addPhone(scene.u, address.id, 'US')).rejects.toMatchObject({ code: 'doubtful' });
    expect(rowOf(address).phoneNumber).toBeNull();
  });

  test('that came by another way is taken over', async () => {
    const address = await make();
    rowOf(address).phoneNumber = '+12025550101';
    expect((await addPhone(scene.u, address.id, 'US')).persona?.phone).toBe('+12025550101');
  });

  test("beyond the plan is refused in the service's own terms", async () => {
    const address = await make();
    const [key] = [...scene.sandbox.world.state.keys.values()];
    if (key) key.plan = 'free';
    await expect(addPhone(scene.u, address.id, 'US')).rejects.toMatchObject({ code: 'plan' });
  });
});

test('an identity is opened as it is now, and as it was known where nobody answers', async () => {
  const address = await make();
  rowOf(address).phoneNumber = '+12025550102';
  const open = await openIdentity(scene.u, address.id);
  expect(open).toMatchObject({ countries: ['US', 'GB'], cards: 0, trouble: null });
  expect(open.address.persona?.phone).toBe('+12025550102');
  fault('GET', '/api/v1/identities/*', 500);
  const known = await openIdentity(scene.u, address.id);
  expect(known.trouble?.code).toBe('server');
  expect(known.address.persona?.phone).toBe('+12025550102');
});

describe('groups', () => {
  test('of identities made elsewhere are learned by asking, once each', async () => {
    const address = await make({ group: 'Old' });
    // As another device has it: listed, never opened.
    const { id } = scene.aliaskit;
    scene.sandbox.world.state.identities.set('ident_other', {
      ...rowOf(address),
      id: 'ident_other',
      email: 'other@aliaskit.com',
      metadata: { group: 'Old' },
    });
    await pullAccounts(scene.u, id);
    expect(await listGroups(scene.u)).toMatchObject({ groups: [{ name: 'Old', members: [{}] }], unknown: 1 });
    expect(await learnGroups(scene.u)).toBe(1);
    expect(await learnGroups(scene.u)).toBe(0);
    const { groups, unknown } = await listGroups(scene.u);
    expect([groups[0]?.members.length, unknown]).toEqual([2, 0]);
  });

  test('are deleted whole, with a receipt; what fails is told, tried again on wish, and nothing is asked twice', async () => {
    const trip = [
      await make({ group: 'Trip' }, true),
      await make({ group: 'Trip' }),
      await make({ group: 'Trip' }),
    ];
    const home = await make({ group: 'Home' });
    const [first, second] = trip;
    fault('DELETE', `/api/v1/identities/${second?.remoteId}`, 403);
    const counts: number[] = [];
    const receipt = await removeGroup(scene.u, 'Trip', 1, ({ done }) => counts.push(done));
    expect(receipt.deleted).toHaveLength(2);
    expect(receipt.failed).toMatchObject([{ email: second?.email, code: 'missing-scope' }]);
    expect(receipt.deleted.find(({ id }) => id === first?.id)?.phone).toMatch(/^\+1/);
    expect(counts.at(-1)).toBe(2);
    expect((await readRemoval(scene.u))?.endedAt).not.toBeNull();
    const whole = await resumeRemoval(scene.u, () => undefined);
    expect([whole.deleted.length, whole.failed.length, whole.left.length]).toEqual([3, 0, 0]);
    const deletes = asked('DELETE', '').map(({ path }) => path);
    expect(deletes.filter((path) => path.endsWith(second?.remoteId ?? ''))).toHaveLength(2);
    expect(deletes).toHaveLength(4);
    expect((await listRecords(scene.u, 'address')).records.map(({ id }) => id)).toEqual([home.id]);
    await dropRemoval(scene.u);
    expect(await readRemoval(scene.u)).toBeNull();
  });

  test('go on where a worker died: between two, or after the service had answered', async () => {
    const made = [await make({ group: 'Trip' }), await make({ group: 'Trip' })];
    let stop = true;
    await removeGroup(scene.u, 'Trip', 1, ({ done }) => {
      if (stop && done === 1) {
        stop = false;
        throw new Error('the worker died');
      }
    }).catch(() => undefined);
    const half = await readRemoval(scene.u);
    expect([half?.deleted.length, half?.left.length, half?.endedAt]).toEqual([1, 1, null]);
    await expect(removeGroup(scene.u, 'Trip', 2, () => undefined)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(dropRemoval(scene.u)).rejects.toMatchObject({ code: 'conflict' });
    const whole = await resumeRemoval(scene.u, () => undefined);
    expect(whole.deleted).toHaveLength(2);
    expect(asked('DELETE', '')).toHaveLength(made.length);
  });

  test('without members are none', async () => {
    await expect(removeGroup(scene.u, 'Nobody', 1, () => undefined)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
