// Authenticator entries that the service holds, against the real sandbox: registered once, fetched, offered on their site only, asked
// for codes that last, removed; and what a key without the right leaves alone.
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import {
  heldCode,
  heldCodeFor,
  heldTotpsOn,
  listHeldTotps,
  placeHeldTotp,
  pullHeldTotps,
  removeHeldTotp,
} from '../../../lib/actions/held-totps.ts';
import { registerTotp } from '../../../lib/actions/register-totp.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { addTotp } from '../../../lib/actions/totps.ts';
import type { Address } from '../../../lib/model.ts';
import { totpCode } from '../../../lib/totp/code.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const OWN = {
  issuer: 'Corner Shop',
  account: 'robin',
  secret: SECRET,
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  site: 'shop.example',
} as const;
let scene: Scene;
let owner: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  owner = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, 5);
});
afterAll(() => scene.close());

const register = async () => {
  const { id } = await addTotp(scene.u, OWN, 6);
  return registerTotp(scene.u, id, owner.id, 7);
};
const refusal = (promise: Promise<unknown>) => failure(promise).then(({ code }) => code);
const registered = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/totp'));
/** An entry that another client registered, under a name of its own. */
const elsewhere = async (service_name: string) => {
  const response = await fetch(`${scene.sandbox.json.api}/identities/${owner.remoteId}/totp`, {
    method: 'POST',
    headers: { authorization: `Bearer ${scene.sandbox.json.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ secret: SECRET, service_name }),
  });
  expect(response.status).toBe(201);
};

it('registers an entry of the vault once, on its site, and gets its codes from the service', async () => {
  const held = await register();
  expect(held).toMatchObject({ issuer: 'Corner Shop', site: 'shop.example', holder: 'Kit' });
  expect(registered()).toHaveLength(1);
  expect(await heldTotpsOn(scene.u, 'shop.example')).toEqual([held]);
  const { code, validUntil } = await heldCode(scene.u, held.id);
  const near = [-30_000, 0, 30_000].map((by) => totpCode(OWN, Date.now() + by).code);
  expect(near).toContain(code);
  expect(validUntil - Date.now()).toBeGreaterThan(2_500);
});

it('fills its code on its own site and on no other', async () => {
  const { id } = await register();
  expect(await heldCodeFor(scene.u, id, 'shop.example')).toMatch(/^\d{6}$/);
  const asked = scene.sandbox.world.journal.list().length;
  expect(await refusal(heldCodeFor(scene.u, id, 'shop-login.example'))).toBe('forbidden');
  expect(await refusal(heldCodeFor(scene.u, 'nothing', 'shop.example'))).toBe('not-found');
  expect(scene.sandbox.world.journal.list()).toHaveLength(asked);
});

it('asks nobody for a code while it only lists', async () => {
  await register();
  const asked = scene.sandbox.world.journal.list().length;
  await heldTotpsOn(scene.u, 'shop.example');
  await listHeldTotps(scene.u);
  expect(scene.sandbox.world.journal.list()).toHaveLength(asked);
});

it('finds what another client registered, and puts it on a site only where its name says so', async () => {
  for (const name of ['SHOP', 'shop.example', 'Bank']) await elsewhere(name);
  expect(await pullHeldTotps(scene.u, 8)).toBeNull();
  const sites = Object.fromEntries((await listHeldTotps(scene.u)).map(({ issuer, site }) => [issuer, site]));
  expect(sites).toEqual({ SHOP: 'shop.example', 'shop.example': 'shop.example', Bank: null });
});

it('keeps the site that the user gave through the next refresh, and forgets what is gone', async () => {
  await elsewhere('Bank');
  await pullHeldTotps(scene.u, 8);
  const [held] = await listHeldTotps(scene.u);
  const id = held?.id ?? '';
  expect(await refusal(placeHeldTotp(scene.u, id, 'not a site'))).toBe('rejected');
  await placeHeldTotp(scene.u, id, 'login.bank.example');
  await pullHeldTotps(scene.u, 9);
  expect((await listHeldTotps(scene.u)).map(({ site }) => site)).toEqual(['bank.example']);
  await removeHeldTotp(scene.u, id);
  expect(scene.sandbox.world.state.vaults.totps.size).toBe(0);
  await elsewhere('Bank');
  await pullHeldTotps(scene.u, 10);
  scene.sandbox.world.state.vaults.totps.clear();
  await pullHeldTotps(scene.u, 11);
  expect(await listHeldTotps(scene.u)).toEqual([]);
});

it('after a lost answer takes up what was registered, or says that nobody knows', async () => {
  const lose = (after: boolean) =>
    scene.sandbox.world.faults.add({
      method: 'POST',
      path: '*/totp',
      times: 1,
      after,
      act: { kind: 'drop' },
    });
  lose(true);
  expect((await register()).issuer).toBe('Corner Shop');
  expect(registered()).toHaveLength(1);
  lose(false);
  expect(await refusal(register())).toBe('doubtful');
});

it('goes with its identity', async () => {
  await register();
  await removeAddress(scene.u, owner.id);
  expect(await listHeldTotps(scene.u)).toEqual([]);
});

it('says which right is missing and keeps what it knew', async () => {
  await register();
  for (const key of scene.sandbox.world.state.keys.values()) key.scopes = ['identities:write'];
  expect(await pullHeldTotps(scene.u, 9)).toMatchObject({
    code: 'missing-scope',
    detail: { limit: 'identities:read' },
  });
  expect(await listHeldTotps(scene.u)).toHaveLength(1);
});
