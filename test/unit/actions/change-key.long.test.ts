// Another key for a connected account, against the real sandbox: kept when it is of the same account, refused when it is another's,
// tried before anything changes; and what a key may do, told without changing anything.
import { afterAll, beforeEach, expect, it } from 'vitest';
import { changeKey, probeAccount } from '../../../lib/actions/change-key.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  await createAddress(scene.u, { accountId: scene.aliaskit.id, site: null }, 5);
});
afterAll(() => scene.close());

async function issue(wish: object): Promise<string> {
  const response = await fetch(`${scene.sandbox.json.admin}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  return (await response.json()).key;
}
const kept = async () => {
  const account = await getRecord(scene.u, 'account', scene.aliaskit.id);
  return account?.kind === 'aliaskit' ? account.apiKey : null;
};

it('takes a key of the same account, and tells what it may do', async () => {
  const key = await issue({ scopes: ['identities:read', 'messages:read'] });
  const view = await changeKey(scene.u, scene.aliaskit.id, ` ${key} `);
  expect(view.keyHint).toBe(key.slice(-4));
  expect(await kept()).toBe(key);
  const before = scene.sandbox.world.state.identities.size;
  expect((await probeAccount(scene.u, scene.aliaskit.id)).scopes).toEqual({
    'identities:read': true,
    'messages:read': true,
    'cards:read': false,
    'identities:write': false,
    'messages:write': false,
    'cards:write': false,
  });
  expect(scene.sandbox.world.state.identities.size).toBe(before);
  expect(scene.sandbox.world.state.vaults.cards.size).toBe(0);
});

it('refuses a key of another account, whose list would sweep ours away', async () => {
  const other = await issue({ account: 'other' });
  expect(await failure(changeKey(scene.u, scene.aliaskit.id, other))).toMatchObject({
    code: 'conflict',
    detail: { what: 'account-key' },
  });
  expect(await kept()).toBe(scene.sandbox.json.key);
});

it.each([
  ['sk-nothing', 'rejected'],
  ['ak_live_00000000000000000000000000000000', 'unauthorized'],
])('refuses %s and keeps the old one', async (typed, code) => {
  expect((await failure(changeKey(scene.u, scene.aliaskit.id, typed))).code).toBe(code);
  expect(await kept()).toBe(scene.sandbox.json.key);
});

async function connectAnonli() {
  const { json, world } = scene.sandbox;
  const draft = { kind: 'anonli', name: '', baseUrl: json.anonli, apiKey: json.anonliKey } as const;
  const { id } = await connectAccount(scene.u, { ...draft, vaultPassword: json.anonliPassword }, 7);
  const [user] = world.state.anonli.users.values();
  const another = async (wish: object): Promise<string> => {
    const body = JSON.stringify({ user: user?.id, ...wish });
    return (await (await fetch(`${json.admin}/anonli/keys`, { method: 'POST', body })).json()).key;
  };
  const account = async () => {
    const found = await getRecord(scene.u, 'account', id);
    if (found?.kind !== 'anonli') throw new Error('no such account');
    return found;
  };
  return { id, another, account };
}

it('of anon.li, where keys are over after a year: what waits here stays, and so does the open vault', async () => {
  const { id, another, account } = await connectAnonli();
  const made = await createAddress(scene.u, { accountId: id, site: null, label: 'waits' }, 8);
  const key = await another({});
  await changeKey(scene.u, id, key);
  expect(await account()).toMatchObject({ apiKey: key, vault: { generation: 1 } });
  expect((await getRecord(scene.u, 'address', made.id))?.forwarding?.pending).toEqual(['label']);
});

it('of anon.li: another account’s key is refused, and with nothing to tell by the vault is closed', async () => {
  const { id, another, account } = await connectAnonli();
  const key = await another({});
  await changeKey(scene.u, id, key);
  expect(await account()).toMatchObject({ apiKey: key, vault: null });
  await createAddress(scene.u, { accountId: id, site: null, label: '' }, 8);
  const foreign = await another({ organisation: 'subscribed' });
  expect(await failure(changeKey(scene.u, id, foreign))).toMatchObject({ detail: { what: 'account-key' } });
  expect(await account()).toMatchObject({ apiKey: key });
});

it('of anon.li: connecting the same account once more is refused, by its key and by its vault', async () => {
  const { another } = await connectAnonli();
  const again = { code: 'conflict', detail: { what: 'account' } };
  expect(await failure(connectAnonli())).toMatchObject(again);
  const { json } = scene.sandbox;
  const draft = { kind: 'anonli', name: '', baseUrl: json.anonli, apiKey: await another({}) } as const;
  const vaultPassword = json.anonliPassword;
  expect(await failure(connectAccount(scene.u, { ...draft, vaultPassword }, 9))).toMatchObject(again);
});

it('is for accounts of that kind alone', async () => {
  expect((await failure(changeKey(scene.u, scene.local.id, 'ak_live_12345678'))).code).toBe('no-account');
});
