// A made-up person lives with its address and nowhere else: no service is told, no reading of a list takes it away.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { forgetPersona, inventPersona } from '../../../lib/actions/identities/invent-persona.ts';
import { knowPersona } from '../../../lib/actions/know-persona.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import { type Scene, setScene } from '../actions/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const make = (accountId: string) => createAddress(scene.u, { accountId, site: 'shop.example' }, Date.now());
const asked = () => scene.sandbox.world.journal.list().length;

test('of a computed address: made, renamed, exchanged, forgotten, without a request', async () => {
  const { id } = await make(scene.local.id);
  const before = asked();
  const made = await inventPersona(scene.u, id, 5);
  expect(made.persona).toMatchObject({ phone: null, metadata: {} });
  expect(made.persona?.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  const named = await updateAddress(scene.u, { id, name: 'Robin Quist' }, 6);
  expect(named.persona?.name).toBe('Robin Quist');
  expect((await knowPersona(scene.u, id)).address.persona?.birthDate).toBe(made.persona?.birthDate);
  expect((await forgetPersona(scene.u, id, 7)).persona).toBeNull();
  expect(asked()).toBe(before);
});

test('of a forwarding alias is told to nobody, and stays when its list is read anew', async () => {
  const { json } = scene.sandbox;
  const { id: accountId } = await connectAccount(
    scene.u,
    {
      kind: 'anonli',
      name: 'anon',
      baseUrl: json.anonli,
      apiKey: json.anonliKey,
      vaultPassword: json.anonliPassword,
    },
    3,
  );
  const { id } = await make(accountId);
  const before = asked();
  const { persona } = await inventPersona(scene.u, id, Date.now());
  const named = await updateAddress(scene.u, { id, name: `${persona?.name} II` }, Date.now());
  expect([asked(), named.forwarding?.pending]).toEqual([before, ['label']]);
  await pullAccounts(scene.u, accountId);
  const kept = await getRecord(scene.u, 'address', id);
  expect(kept?.persona).toEqual({ ...persona, name: `${persona?.name} II` });
});

test('an identity has one already', async () => {
  const { id } = await make(scene.aliaskit.id);
  await expect(inventPersona(scene.u, id, 1)).rejects.toMatchObject({ code: 'unsupported' });
});
