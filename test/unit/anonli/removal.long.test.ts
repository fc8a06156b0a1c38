// An account that is removed while something of it is under way, or whose removal a worker did not live to end: nothing stays here that
// belongs to nobody, and nothing is stored for it afterwards. Real store, real sandbox.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { listTwins } from '../../../lib/actions/note-twins.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { finishRemovals, removeAccount } from '../../../lib/actions/remove-account.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { database } from '../../../lib/store/database.ts';
import { putRecord } from '../../../lib/vault/records.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Mortal, makeMortal } from './mortal.ts';
import { ACCOUNT, accountOf, openSandbox, openScene, type Scene } from './scene.ts';

let sandbox: Sandbox;
let scene: Scene;
let mortal: Mortal;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  scene = await openScene(sandbox);
  mortal = makeMortal();
});
afterEach(() => mortal.end());

const make = (site = 'shop.example') =>
  createAddress(scene.u, { accountId: ACCOUNT, site, label: '' }, Date.now());
const remove = () => removeAccount(scene.u, ACCOUNT);
/** Rows of every table but the index of the search, which is no account's. */
async function left(): Promise<string[]> {
  const rows = await Promise.all(
    database.tables.map(async (table) => ((await table.count()) > 0 ? [table.name] : [])),
  );
  return rows.flat().filter((name) => !['device', 'secret', 'chunk', 'header'].includes(name));
}

test('removed while an alias of it is being made: the maker is told, and nothing of it stays', async () => {
  mortal.during(0, remove);
  await expect(make()).rejects.toMatchObject({ code: 'no-account' });
  expect(scene.remote.rows()).toHaveLength(1);
  expect(await left()).toEqual([]);
});

test('removed while its label is being sent', async () => {
  const made = await make();
  await updateAddress(scene.u, { id: made.id, label: 'A label' }, Date.now());
  mortal.during(1, remove);
  await sendWaiting(scene.u, ACCOUNT);
  expect(await left()).toEqual([]);
});

test('a creation in doubt and a second alias of one wish go with their account', async () => {
  await pullAccounts(scene.u, ACCOUNT);
  sandbox.world.faults.add({
    method: 'POST',
    path: '*/v1/alias',
    times: 1,
    after: false,
    act: { kind: 'twice' },
  });
  await make('a.example');
  expect(await listTwins(scene.u)).toHaveLength(1);
  sandbox.world.faults.add({ path: '*/v1/alias*', times: 9, after: false, act: { kind: 'drop' } });
  await expect(make('b.example')).rejects.toMatchObject({ code: 'doubtful' });
  expect(await openIntents(scene.u, ACCOUNT)).toHaveLength(1);
  await remove();
  expect(await listTwins(scene.u)).toEqual([]);
  expect(await left()).toEqual([]);
});

test.each([1, 2, 3, 5, 8])(
  'a removal whose worker died after %i effects is ended by the next one',
  async (effects) => {
    for (const site of ['a.example', 'b.example', 'c.example']) {
      const { id } = await make(site);
      await updateAddress(scene.u, { id, note: site }, Date.now());
    }
    mortal.killAfter(effects + 1);
    await remove().catch(() => undefined);
    mortal.revive();
    const isGone = (await database.sealed('account').count()) === 0;
    await finishRemovals(scene.u);
    // Dead before its first step was done: nothing was removed at all.
    if (isGone) expect(await left()).toEqual([]);
    else expect(await scene.all()).toHaveLength(3);
  },
);

test('connected anew it brings its aliases back, and none of what was waiting before', async () => {
  const made = await make();
  await updateAddress(scene.u, { id: made.id, label: 'never sent' }, Date.now());
  await remove();
  await putRecord(scene.u, 'account', accountOf(sandbox));
  await sendWaiting(scene.u, ACCOUNT);
  expect(scene.remote.read(made.remoteId ?? '', 'label')).not.toBe('never sent');
});

test('an address whose account is gone can be deleted here', async () => {
  const made = await make();
  await database.sealed('account').clear();
  await removeAddress(scene.u, made.id);
  expect(await scene.all()).toEqual([]);
});
