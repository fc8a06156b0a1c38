// What must not be done twice, nor be undone by an older answer: cards, letters and authenticator entries, when a worker dies between a
// deed and its answer, and when a list is under way meanwhile. Against the real sandbox, whose answers are held back.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCardKey } from '../../../lib/actions/card-keys.ts';
import { changeCard, listCards, pullCards, renameCard } from '../../../lib/actions/cards.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { createCard } from '../../../lib/actions/create-card.ts';
import { listHeldTotps, pullHeldTotps, removeHeldTotp } from '../../../lib/actions/held-totps.ts';
import { changeIdentity } from '../../../lib/actions/identities/change-identity.ts';
import { openIdentity } from '../../../lib/actions/identities/open-identity.ts';
import { registerTotp } from '../../../lib/actions/register-totp.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { sendMessage } from '../../../lib/actions/send-message.ts';
import { addTotp } from '../../../lib/actions/totps.ts';
import type { Address } from '../../../lib/model.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import { dieIn, listAround } from './held-back.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let ann: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  ann = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, 5);
});
afterAll(() => scene.close());

const created = (path: RegExp): number =>
  scene.sandbox.world.journal.list().filter((one) => one.method === 'POST' && path.test(one.path)).length;
const typed = () => ({
  addressId: ann.id,
  number: '4242 4242 4242 4242',
  expiry: '12/40',
  code: '123',
  holder: 'Ann Onym',
  postcode: '',
  budgetCents: 5000,
  name: 'Shopping',
});
const secret = () =>
  addTotp(
    scene.u,
    {
      issuer: 'Shop',
      account: 'ann',
      secret: 'JBSWY3DPEHPK3PXP',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      site: 'shop.example',
    },
    1,
  );
const pullOfCards = () => pullCards(scene.u, ann.id, Date.now());

describe('a worker that dies between the deed and its answer', () => {
  it('adds no card twice: the same card again is the one that is there', async () => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    await dieIn(scene.sandbox, '*/cards', () => createCard(scene.u, typed(), Date.now()));
    const card = await createCard(scene.u, typed(), Date.now());
    expect(created(/ident_\w+\/cards$/)).toBe(1);
    await pullOfCards();
    expect(await listCards(scene.u)).toMatchObject([{ id: card.id, name: 'Shopping' }]);
    // A second one on purpose is a second one.
    await createCard(scene.u, typed(), Date.now());
    expect(created(/ident_\w+\/cards$/)).toBe(2);
  });

  it('sends no letter twice', async () => {
    const draft = { channel: 'email', to: 'ben@else.example', subject: 'Hello', text: 'Well?' } as const;
    await dieIn(scene.sandbox, '*/emails', () => sendMessage(scene.u, ann.id, draft, Date.now()));
    expect(await sendMessage(scene.u, ann.id, draft, Date.now())).toMatchObject({ subject: 'Hello' });
    expect(created(/ident_\w+\/emails$/)).toBe(1);
    await sendMessage(scene.u, ann.id, draft, Date.now());
    expect(created(/ident_\w+\/emails$/)).toBe(2);
  });

  it('registers no secret twice', async () => {
    const { id } = await secret();
    await dieIn(scene.sandbox, '*/totp', () => registerTotp(scene.u, id, ann.id, Date.now()));
    await registerTotp(scene.u, id, ann.id, Date.now());
    expect(created(/ident_\w+\/totp$/)).toBe(1);
    expect(await listHeldTotps(scene.u)).toHaveLength(1);
  });
});

describe('while the list of cards is under way', () => {
  it('a card that is added stays, and one that is frozen and named stays so', async () => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    const { id } = await createCard(scene.u, typed(), Date.now());
    const meanwhile = async () => {
      await changeCard(scene.u, id, 'freeze', Date.now());
      await renameCard(scene.u, id, 'Mine');
      await createCard(scene.u, { ...typed(), name: 'Second' }, Date.now());
    };
    await listAround(scene.sandbox, '*/cards', pullOfCards, meanwhile);
    const cards = await listCards(scene.u);
    expect(cards.map(({ name, label, status }) => [name, label, status]).sort()).toEqual([
      ['Second', undefined, 'active'],
      ['Shopping', 'Mine', 'frozen'],
    ]);
  });

  it('an identity that is deleted leaves no card behind', async () => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    await createCard(scene.u, typed(), Date.now());
    await listAround(scene.sandbox, '*/cards', pullOfCards, () => removeAddress(scene.u, ann.id));
    expect(await listCards(scene.u)).toEqual([]);
  });
});

it('while the list of held entries is under way, one that is registered stays and one that is removed is gone', async () => {
  const { id } = await secret();
  const first = await registerTotp(scene.u, id, ann.id, Date.now());
  const pull = () => pullHeldTotps(scene.u, Date.now());
  await listAround(scene.sandbox, '*/totp', pull, () => removeHeldTotp(scene.u, first.id));
  expect(await listHeldTotps(scene.u)).toEqual([]);
  await listAround(scene.sandbox, '*/totp', pull, () => registerTotp(scene.u, id, ann.id, Date.now()));
  expect(await listHeldTotps(scene.u)).toHaveLength(1);
});

it('an identity that is opened and edited before its answer came keeps the edit', async () => {
  const path = `*/identities/${ann.remoteId}`;
  const open = () => openIdentity(scene.u, ann.id);
  const edit = async () => void changeIdentity(scene.u, { id: ann.id, group: 'Rome' });
  await listAround(scene.sandbox, path, open, edit);
  await expect
    .poll(async () => (await getRecord(scene.u, 'address', ann.id))?.persona?.metadata.group)
    .toBe('Rome');
  await open();
  expect((await getRecord(scene.u, 'address', ann.id))?.persona?.metadata.group).toBe('Rome');
});
