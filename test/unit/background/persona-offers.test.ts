// What a name, a date of birth or a number is offered: the identities used on the site, where the form asks who one is, and nothing else.
// Against the real vault and sandbox.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kindsOf, viewOffers } from '../../../entrypoints/background/offers.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import type { FieldReport } from '../../../lib/messages/contract.ts';
import type { FieldRole, FormKind } from '../../../lib/model.ts';
import { lockVault } from '../../../lib/vault/vault.ts';
import { type Scene, setScene } from '../actions/scene.ts';

const SITE = 'shop.example';
let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const report = (role: FieldRole, form: FormKind = 'sign-up', beside: FieldRole[] = [role]): FieldReport => ({
  ref: 'f1',
  role,
  form,
  boxes: 1,
  rejected: false,
  because: [],
  beside,
});
const make = (accountId: string) => createAddress(scene.u, { accountId, site: SITE }, Date.now());
const offered = async (it: FieldReport) => {
  const view = await viewOffers(SITE, it, null);
  return { view, kinds: await kindsOf(view, it) };
};

test('nothing, while no identity is used here: a name alone is no place to make one', async () => {
  await make(scene.local.id);
  expect((await offered(report('full-name'))).kinds).toEqual([]);
});

test('the identity used here, and not the plain alias beside it', async () => {
  await make(scene.local.id);
  const { email, persona } = await make(scene.aliaskit.id);
  const { view, kinds } = await offered(report('birth-year'));
  expect(kinds).toEqual(['address-here']);
  expect(view.addresses).toMatchObject([{ email, account: persona?.name, persona: true }]);
});

test('nothing on a log-in, a search or a payment', async () => {
  await make(scene.aliaskit.id);
  for (const form of ['log-in', 'search', 'payment'] as const)
    expect((await offered(report('phone', form))).kinds).toEqual([]);
});

test('an address field says of an identity that there is more of it, only where the form asks for more', async () => {
  await make(scene.aliaskit.id);
  const asks = await offered(report('email', 'sign-up', ['email', 'given-name']));
  expect(asks.view.addresses[0]?.persona).toBe(true);
  const asksNot = await offered(report('email', 'sign-up', ['email', 'new-password']));
  expect(asksNot.view.addresses[0]).not.toHaveProperty('persona');
});

test('locked, a name asks for no passphrase; an address does', async () => {
  await make(scene.aliaskit.id);
  await lockVault();
  expect((await offered(report('full-name'))).kinds).toEqual([]);
  expect((await offered(report('email'))).kinds).toEqual(['unlock']);
});
