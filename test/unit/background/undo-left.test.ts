// What the menu can still take back: put back or discard for a minute, then only switch off, and only what forwards and is on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { undoLeft } from '../../../entrypoints/background/undo-left.ts';
import { canDiscard } from '../../../lib/actions/discard-address.ts';
import { keepDestinations } from '../../../lib/actions/known-destinations.ts';
import type { Address } from '../../../lib/model.ts';
import { getRecord, putRecord } from '../../../lib/vault/records.ts';
import { type Scene, setScene } from '../actions/scene.ts';

const AT = 1_000_000;
const SECOND = 1000;
const alias: Address = {
  id: 'alias',
  accountId: 'anonli',
  kind: 'alias',
  email: 'x1y2@anon.li',
  remoteId: 'c1',
  site: 'shop.example',
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: AT,
  updatedAt: AT,
  usedAt: AT,
  forwarding: {
    sealed: { label: null, note: null },
    closed: [],
    pending: [],
    conflict: null,
    recipientIds: [],
    domain: 'anon.li',
    madeAt: AT,
    gone: false,
  },
};
let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await putRecord(scene.u, 'address', alias);
});
afterAll(() => scene.close());

const left = (createdId: string | null, seconds: number) =>
  undoLeft({ ref: 'r', createdId, at: AT }, AT + seconds * SECOND);

it('puts back and discards for sixty seconds, and says until when', async () => {
  expect(await left(null, 60)).toEqual({ kind: 'undo', until: AT + 60 * SECOND });
  expect(await left('alias', 60)).toEqual({ kind: 'discard', until: AT + 60 * SECOND });
});

it('later offers nothing for a fill, and switching off for an alias that is on', async () => {
  expect(await left(null, 61)).toBeNull();
  expect(await left('alias', 61)).toEqual({ kind: 'switch-off', until: null });
  await putRecord(scene.u, 'address', { ...alias, active: false });
  expect(await left('alias', 61)).toBeNull();
});

it('offers no switching off where nothing forwards: such an address cannot be switched', async () => {
  const { forwarding: _, ...own } = alias;
  await putRecord(scene.u, 'address', { ...own, id: 'own' });
  expect(await left('own', 61)).toBeNull();
});

it('a key that acts as a member of an organisation takes nothing back', async () => {
  expect(await canDiscard(scene.u, alias)).toBe(true);
  // What is seen for an account that is not there is not kept.
  const account = await getRecord(scene.u, 'account', scene.local.id);
  if (account !== null) await putRecord(scene.u, 'account', { ...account, id: 'anonli' });
  const known = { accountId: 'anonli', recipients: [], domains: [], seenAt: 1 };
  await keepDestinations(scene.u, { ...known, organisation: true });
  expect(await canDiscard(scene.u, alias)).toBe(false);
});
