// Cards against the real sandbox: sealed here, counted there, added once, revealed once, refused in codes; the number in no request.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importCardKey, makeCardKey, readCardKey } from '../../../lib/actions/card-keys.ts';
import {
  changeCard,
  limitCard,
  listCards,
  pullCards,
  readBook,
  refreshCard,
  renameCard,
} from '../../../lib/actions/cards.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { createCard } from '../../../lib/actions/create-card.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { revealCard } from '../../../lib/actions/reveal-card.ts';
import type { Address } from '../../../lib/model.ts';
import type { NewCard } from '../../../lib/payment-card.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

const NOW = Date.UTC(2026, 10, 22);
const NUMBER = '4111111111111111';
let scene: Scene;
let owner: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  owner = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: null }, 5);
});
afterAll(() => scene.close());

const typed = (over: Partial<NewCard> = {}): NewCard => ({
  addressId: owner.id,
  number: '4111 1111 1111 1111',
  expiry: '12/30',
  code: '123',
  holder: 'Robin Quist',
  postcode: '1010',
  budgetCents: 5000,
  name: 'Online',
  ...over,
});
const add = async (over: Partial<NewCard> = {}) => {
  await makeCardKey(scene.u, scene.aliaskit.id).catch(() => undefined);
  return createCard(scene.u, typed(over), NOW);
};
const refusal = (promise: Promise<unknown>) => failure(promise).then(({ code }) => code);
/** Without those of connecting, which try the key at nobody's. */
const posts = (end: string) =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith(end) && !path.includes('/nobody/'));
const settle = (change: object) => Object.assign(scene.sandbox.world.state.settings.aliaskit, change);
const keyed = (change: object) => {
  for (const key of scene.sandbox.world.state.keys.values()) Object.assign(key, change);
};
const fault = (path: string, after: boolean) =>
  scene.sandbox.world.faults.add({ method: 'POST', path, times: 1, after, act: { kind: 'drop' } });

describe('adding', () => {
  it('needs a key, sends a blob and four digits, and keeps no number', async () => {
    expect(await refusal(createCard(scene.u, typed(), NOW))).toBe('no-card-key');
    const card = await add();
    expect(card).toMatchObject({
      last4: '1111',
      brand: 'visa',
      expMonth: 12,
      expYear: 2030,
      budgetCents: 5000,
      spentCents: 0,
      status: 'active',
      name: 'Online',
    });
    expect(JSON.stringify([...scene.sandbox.world.state.vaults.cards.values()])).not.toMatch(
      /411111|Robin|"123"/,
    );
    expect(JSON.stringify(await listCards(scene.u))).not.toContain('411111');
  });

  it.each([
    [{ number: '4111 1111 1111 1112' }, 'number'],
    [{ expiry: '13/30' }, 'expiry'],
    [{ expiry: '10/26' }, 'expiry'],
    [{ code: '12' }, 'code'],
  ])('refuses %j before anything is sent', async (over, field) => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    expect(await failure(createCard(scene.u, typed(over), NOW))).toMatchObject({
      code: 'rejected',
      detail: { field },
    });
    expect(posts('/cards')).toEqual([]);
  });

  it('is found, not repeated, when the answer was lost', async () => {
    fault('*/cards', true);
    expect((await add()).last4).toBe('1111');
    expect(posts('/cards')).toHaveLength(1);
  });

  it('is unclear when nothing is found', async () => {
    fault('*/cards', false);
    expect(await refusal(add())).toBe('doubtful');
    expect(await listCards(scene.u)).toEqual([]);
  });
});

describe('revealing', () => {
  it('opens what was sealed and counts the amount', async () => {
    const { id } = await add();
    const { secret, card } = await revealCard(scene.u, id, 1200, NOW);
    expect(secret).toMatchObject({
      number: NUMBER,
      cvc: '123',
      billing: { first_name: 'Robin', last_name: 'Quist' },
    });
    expect(card.spentCents).toBe(1200);
    expect((await readBook(scene.u, id, 0)).lines).toMatchObject([{ amountCents: 1200, allowed: true }]);
  });

  it.each([
    ['over-budget', 5001, async () => undefined],
    ['card-frozen', 100, (id: string) => changeCard(scene.u, id, 'freeze', NOW)],
    ['card-cancelled', 100, (id: string) => changeCard(scene.u, id, 'cancel', NOW)],
    ['reveal-cap', 100, async () => settle({ reveal_cap: 0 })],
    ['missing-scope', 100, async () => keyed({ scopes: ['cards:write'] })],
    ['unauthorized', 100, async () => keyed({ revoked: true })],
    ['other-card-key', 100, () => importCardKey(scene.u, scene.aliaskit.id, `ak_ck_${'0'.repeat(64)}`, true)],
  ])('ends in %s, asked once', async (code, amount, before) => {
    const { id } = await add();
    await before(id);
    expect(await refusal(revealCard(scene.u, id, amount, NOW))).toBe(code);
    expect(posts('/reveal')).toHaveLength(1);
  });

  it('is never asked twice when the answer was lost', async () => {
    const { id } = await add();
    fault('*/reveal', true);
    expect(await refusal(revealCard(scene.u, id, 100, NOW))).toBe('doubtful');
    expect(posts('/reveal')).toHaveLength(1);
  });
});

it('freezes, unfreezes, changes the budget and starts counting anew', async () => {
  const { id } = await add();
  await revealCard(scene.u, id, 1200, NOW);
  expect((await changeCard(scene.u, id, 'freeze', NOW)).status).toBe('frozen');
  expect((await changeCard(scene.u, id, 'unfreeze', NOW)).status).toBe('active');
  expect(await limitCard(scene.u, id, { budgetCents: null }, NOW)).toMatchObject({ budgetCents: null });
  expect(await limitCard(scene.u, id, { budgetCents: 900, resetSpent: true }, NOW)).toMatchObject({
    budgetCents: 900,
    spentCents: 0,
  });
});

it('is called something else on this device, through every refresh, and by its own name again', async () => {
  const { id, name } = await add();
  const before = scene.sandbox.world.journal.list().length;
  expect(await renameCard(scene.u, id, '  Groceries ')).toMatchObject({ name, label: 'Groceries' });
  expect(scene.sandbox.world.journal.list()).toHaveLength(before);
  await pullCards(scene.u, null, NOW);
  await changeCard(scene.u, id, 'freeze', NOW);
  expect(await refreshCard(scene.u, id, NOW)).toMatchObject({ label: 'Groceries', status: 'frozen' });
  expect(await renameCard(scene.u, id, ' ')).not.toHaveProperty('label');
});

it('a refresh brings what another device added, and a deleted identity takes its cards along', async () => {
  const { id } = await add();
  expect(await pullCards(scene.u, null, NOW)).toBeNull();
  expect((await listCards(scene.u)).map((card) => card.id)).toEqual([id]);
  await removeAddress(scene.u, owner.id);
  expect(await listCards(scene.u)).toEqual([]);
});

it('a card key is made once, read again, and replaced only on a word', async () => {
  const key = await makeCardKey(scene.u, scene.aliaskit.id);
  expect(key).toMatch(/^ak_ck_[0-9a-f]{64}$/);
  expect(await readCardKey(scene.u, scene.aliaskit.id)).toBe(key);
  expect(await refusal(makeCardKey(scene.u, scene.aliaskit.id))).toBe('conflict');
  const other = `ak_ck_${'1'.repeat(64)}`;
  expect(await refusal(importCardKey(scene.u, scene.aliaskit.id, other, false))).toBe('conflict');
  await importCardKey(scene.u, scene.aliaskit.id, ` ${other}\n`, true);
  expect(await readCardKey(scene.u, scene.aliaskit.id)).toBe(other);
  expect(await refusal(importCardKey(scene.u, scene.aliaskit.id, 'ak_ck_short', true))).toBe('bad-card-key');
});
