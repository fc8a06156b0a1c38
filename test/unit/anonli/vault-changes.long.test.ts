// The service's own vault changed behind our back: nothing is written under a key that opens no more, no text is lost, and once it
// is open again what waited goes out. The other client changes passwords with its own code.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectAccount, openAccountVault } from '../../../lib/actions/connect-account.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { removeAccount } from '../../../lib/actions/remove-account.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { readSyncStates } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { resetVaultChecks } from '../../../lib/sync/vault-check.ts';
import { getRecord, putRecord } from '../../../lib/vault/records.ts';
import { HOUSE_PASSWORD, HOUSE_VAULT } from '../../sandbox/anonli/house-vault.ts';
import { openText, sealText, sealVault } from '../../sandbox/anonli/second-client.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { setVault } from './remote.ts';
import { ACCOUNT, accountOf, openSandbox, openScene, type Scene } from './scene.ts';

const NEXT_PASSWORD = 'an altogether other password';
let sandbox: Sandbox;
let scene: Scene;
/** Made once: each takes two seconds of key derivation. */
let changed: Awaited<ReturnType<typeof sealVault>>;
let reset: typeof changed;

beforeAll(async () => {
  sandbox = await openSandbox();
  changed = await sealVault(NEXT_PASSWORD, HOUSE_VAULT.key ?? undefined);
  reset = await sealVault(NEXT_PASSWORD);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  scene = await openScene(sandbox);
});

const edit = (id: string, label: string) => updateAddress(scene.u, { id, label }, Date.now());
const send = () => sendWaiting(scene.u, ACCOUNT);
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];
const label = (id: string, key: string) => openText(key, id, 'label', scene.remote.row(id).encryptedLabel);

async function labelled(text: string) {
  const made = await createAddress(scene.u, { accountId: ACCOUNT, site: null, label: text }, Date.now());
  await sendWaiting(scene.u, ACCOUNT, { fresh: new Set([made.id]) });
  return { id: made.id, remoteId: made.remoteId ?? '' };
}

test('after a change of password nothing is written until the new one is given, then it all goes out', async () => {
  const { id, remoteId } = await labelled('before');
  setVault(sandbox, { ...changed, generation: 2 });
  resetVaultChecks();
  await edit(id, 'typed since');
  await send();
  expect(await state()).toMatchObject({
    vaultOpen: false,
    pending: 0,
    waitsForVault: 1,
    trouble: { code: 'vault-changed' },
  });
  expect(await getRecord(scene.u, 'account', ACCOUNT)).toMatchObject({ vault: null });
  expect(label(remoteId, HOUSE_VAULT.key ?? '')).toBe('before');

  // Nothing asks the service again while it is closed, and what other clients write stays as it came.
  scene.asked();
  await edit(id, 'typed later');
  await send();
  expect(scene.asked().filter((one) => one.startsWith('PATCH'))).toEqual([]);

  await expect(openAccountVault(scene.u, ACCOUNT, HOUSE_PASSWORD)).rejects.toMatchObject({
    code: 'wrong-passphrase',
  });
  await openAccountVault(scene.u, ACCOUNT, NEXT_PASSWORD);
  await send();
  expect(label(remoteId, changed.key)).toBe('typed later');
  expect(await state()).toMatchObject({ vaultOpen: true, pending: 0, waitsForVault: 0, trouble: null });
});

test('what another client wrote while it was closed opens with it, and meets ours openly', async () => {
  const one = await labelled('one');
  const two = await labelled('two');
  const account = accountOf(sandbox);
  await putRecord(scene.u, 'account', { ...account, vault: null });
  await edit(two.id, 'two of ours');
  for (const { remoteId } of [one, two]) {
    scene.remote.row(remoteId).encryptedLabel = sealText(HOUSE_VAULT.key ?? '', remoteId, 'label', 'theirs');
  }
  await pullAccounts(scene.u, ACCOUNT);
  expect(await scene.ours(one.remoteId)).toMatchObject({ label: 'one', forwarding: { closed: ['label'] } });
  await openAccountVault(scene.u, ACCOUNT, HOUSE_PASSWORD);
  await send();
  expect(await scene.ours(one.remoteId)).toMatchObject({ label: 'theirs', forwarding: { closed: [] } });
  expect(await scene.ours(two.remoteId)).toMatchObject({
    label: 'two of ours',
    forwarding: { closed: [], conflict: { label: 'theirs' }, pending: ['label'] },
  });
  expect(scene.remote.read(two.remoteId, 'label')).toBe('theirs');
});

test('after a reset the texts known here are written anew under the new key', async () => {
  const { id, remoteId } = await labelled('kept');
  const strange = await labelled('');
  scene.remote.row(strange.remoteId).encryptedLabel = '{"v":2,"alg":"later"}';
  await pullAccounts(scene.u, ACCOUNT);
  setVault(sandbox, { ...reset, id: 'cmtestvault00000000000002', generation: 1 });
  resetVaultChecks();
  await updateAddress(scene.u, { id, note: 'a note' }, Date.now());
  await send();
  expect(await state()).toMatchObject({ vaultOpen: false });
  await openAccountVault(scene.u, ACCOUNT, NEXT_PASSWORD);
  await send();
  expect(label(remoteId, reset.key)).toBe('kept');
  expect(openText(reset.key, remoteId, 'note', scene.remote.row(remoteId).encryptedNote)).toBe('a note');
  // What nobody here could ever read stays as it is, and is said to be closed.
  expect(scene.remote.row(strange.remoteId).encryptedLabel).toBe('{"v":2,"alg":"later"}');
  expect(await scene.ours(strange.remoteId)).toMatchObject({ label: '', forwarding: { closed: ['label'] } });
  await expect(edit(strange.id, 'over it')).rejects.toMatchObject({ code: 'closed-text' });
  await updateAddress(scene.u, { id: strange.id, label: 'over it', replaceClosed: true }, Date.now());
  await send();
  expect(label(strange.remoteId, reset.key)).toBe('over it');
});

test('connecting asks for account, salt and vault once each', async () => {
  await removeAccount(scene.u, ACCOUNT);
  scene.asked();
  const draft = {
    kind: 'anonli',
    name: '',
    baseUrl: sandbox.json.anonli,
    apiKey: sandbox.json.anonliKey,
  } as const;
  const view = await connectAccount(scene.u, { ...draft, vaultPassword: HOUSE_PASSWORD }, 1);
  expect(view.vaultOpen).toBe(true);
  expect(sandbox.world.journal.list().map(({ method, path }) => `${method} ${path}`)).toEqual([
    expect.stringMatching(/^GET .*\/v1\/me$/),
    expect.stringMatching(/^POST .*\/vault\/bootstrap$/),
    expect.stringMatching(/^POST .*\/v1\/vault\/unlock$/),
  ]);
});
