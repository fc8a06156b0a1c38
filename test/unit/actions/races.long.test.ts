// Windows of time in which a message, a mark or a deletion could be lost or doubled: an answer under way while a person acts, an
// identity that goes meanwhile, a service out of reach at the moment of a mark. Against the real sandbox, whose answers are held back.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCardKey } from '../../../lib/actions/card-keys.ts';
import { changeCard, listCards, pullCards, renameCard } from '../../../lib/actions/cards.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { createCard } from '../../../lib/actions/create-card.ts';
import { codesFor } from '../../../lib/actions/find-codes.ts';
import { listHeldTotps, pullHeldTotps, removeHeldTotp } from '../../../lib/actions/held-totps.ts';
import { newestMessages } from '../../../lib/actions/kept-messages.ts';
import { inboxesOn, makePoll } from '../../../lib/actions/poll-inboxes.ts';
import { pullInbox } from '../../../lib/actions/pull-inbox.ts';
import { markMessage, noteCodeUse } from '../../../lib/actions/read-inbox.ts';
import { registerTotp } from '../../../lib/actions/register-totp.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import { sendMessage } from '../../../lib/actions/send-message.ts';
import { addTotp } from '../../../lib/actions/totps.ts';
import type { Address, Message } from '../../../lib/model.ts';
import { database } from '../../../lib/store/database.ts';
import { addEmail } from '../../sandbox/aliaskit/emails.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let ann: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  ann = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, 5);
});
afterAll(() => scene.close());

const bare = () => ({
  identityId: ann.remoteId ?? '',
  direction: 'inbound' as const,
  from: 'a@shop.example',
  to: ann.email,
  subject: '',
  bodyText: 'Dear Ann',
  bodyHtml: null,
  headers: {},
  attachments: [],
  read: false,
  receivedAt: scene.sandbox.world.now(),
});
const post = (subject: string) => addEmail(scene.sandbox.world, { ...bare(), subject });
const kept = (): Promise<Message[]> => newestMessages(scene.u, {}, 100);
const spoil = (path: string, act: object, more: object = {}) =>
  scene.sandbox.world.faults.add({ path, times: 1, after: true, act: act as never, ...more });
const marks = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'PATCH' && /emails\//.test(path));
const created = (path: RegExp): number =>
  scene.sandbox.world.journal.list().filter((one) => one.method === 'POST' && path.test(one.path)).length;
const readThere = (id: string): boolean | undefined =>
  [...scene.sandbox.world.state.emails.values()].find((email) => email.id === id)?.read;

/** A list whose answer was made, and reaches us only after `meanwhile`. */
async function listAround(
  meanwhile: () => Promise<unknown>,
  path = '*/emails',
  list: () => Promise<unknown> = () => pullInbox(scene.u, ann.id),
): Promise<void> {
  const { faults } = scene.sandbox.world;
  spoil(path, { kind: 'latency', ms: 400 });
  const listing = list();
  await expect.poll(() => faults.list()).toHaveLength(0);
  await meanwhile();
  await listing;
}

/** A deed that the service did and nobody lived to hear of: its worker died. */
async function dieIn(path: string, deed: () => Promise<unknown>): Promise<void> {
  const { faults, state } = scene.sandbox.world;
  const all = () => state.emails.size + state.vaults.cards.size + state.vaults.totps.size;
  const before = all();
  spoil(path, { kind: 'hang' }, { method: 'POST' });
  deed().catch(() => undefined);
  await expect.poll(() => faults.list()).toHaveLength(0);
  await expect.poll(all).toBeGreaterThan(before);
}

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

describe('while a list is under way', () => {
  it('an identity that is deleted leaves no letter and no note of its folder behind', async () => {
    post('Late');
    await listAround(() => removeAddress(scene.u, ann.id));
    expect(await kept()).toEqual([]);
    expect(await database.sealed('folder').count()).toBe(0);
  });

  it('a letter that is deleted does not come back', async () => {
    post('Unwanted');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await listAround(() => removeMessage(scene.u, id));
    expect(await kept()).toEqual([]);
  });

  it('a mark that is set stays', async () => {
    const { id: remoteId } = post('Unread');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await listAround(() => markMessage(scene.u, id, true));
    expect((await kept()).map(({ read }) => read)).toEqual([true]);
    expect(readThere(remoteId)).toBe(true);
    // The next list knows of it, and is believed again.
    await pullInbox(scene.u, ann.id);
    expect((await kept())[0]).not.toHaveProperty('mark');
  });
});

describe('a mark that cannot reach the service', () => {
  it('stands here, and is told with the next list', async () => {
    const { id: remoteId } = post('Offline');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    spoil('*/emails/*', { kind: 'drop' }, { after: false, times: 2 });
    expect(await markMessage(scene.u, id, true)).toMatchObject({ read: true });
    scene.sandbox.world.faults.clear();
    expect(readThere(remoteId)).toBe(false);
    await pullInbox(scene.u, ann.id);
    expect(readThere(remoteId)).toBe(true);
    expect((await kept())[0]?.read).toBe(true);
  });

  it('of a used code is told with the next list, once', async () => {
    const { id: remoteId } = post('Code');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await noteCodeUse(scene.u, id, Date.now());
    await pullInbox(scene.u, ann.id);
    await pullInbox(scene.u, ann.id);
    expect(readThere(remoteId)).toBe(true);
    expect(marks()).toHaveLength(1);
  });

  it('is not asked of a key that may not write, and stays here', async () => {
    post('Code');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await noteCodeUse(scene.u, id, Date.now());
    const body = { error: { type: 'forbidden', message: 'no', status: 403 } };
    spoil('*/emails/*', { kind: 'status', status: 403, body }, { after: false, times: 9 });
    for (let times = 0; times < 3; times += 1) await pullInbox(scene.u, ann.id);
    expect((await kept())[0]?.read).toBe(true);
    expect(marks()).toHaveLength(1);
  });

  it('a used letter marked unread by its reader stays so', async () => {
    post('Code');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await noteCodeUse(scene.u, id, Date.now());
    await markMessage(scene.u, id, false);
    for (let times = 0; times < 2; times += 1) await pullInbox(scene.u, ann.id);
    expect((await kept()).map(({ read }) => read)).toEqual([false]);
  });
});

describe('a worker that dies between the deed and its answer', () => {
  it('adds no card twice: the same card again is the one that is there', async () => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    await dieIn('*/cards', () => createCard(scene.u, typed(), Date.now()));
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
    await dieIn('*/emails', () => sendMessage(scene.u, ann.id, draft, Date.now()));
    expect(await sendMessage(scene.u, ann.id, draft, Date.now())).toMatchObject({ subject: 'Hello' });
    expect(created(/ident_\w+\/emails$/)).toBe(1);
    await sendMessage(scene.u, ann.id, draft, Date.now());
    expect(created(/ident_\w+\/emails$/)).toBe(2);
  });

  it('registers no secret twice', async () => {
    const { id } = await secret();
    await dieIn('*/totp', () => registerTotp(scene.u, id, ann.id, Date.now()));
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
    await listAround(meanwhile, '*/cards', pullOfCards);
    const cards = await listCards(scene.u);
    expect(cards.map(({ name, label, status }) => [name, label, status]).sort()).toEqual([
      ['Second', undefined, 'active'],
      ['Shopping', 'Mine', 'frozen'],
    ]);
  });

  it('an identity that is deleted leaves no card behind', async () => {
    await makeCardKey(scene.u, scene.aliaskit.id);
    await createCard(scene.u, typed(), Date.now());
    await listAround(() => removeAddress(scene.u, ann.id), '*/cards', pullOfCards);
    expect(await listCards(scene.u)).toEqual([]);
  });
});

it('while the list of held entries is under way, one that is registered stays and one that is removed is gone', async () => {
  const { id } = await secret();
  const first = await registerTotp(scene.u, id, ann.id, Date.now());
  const pull = () => pullHeldTotps(scene.u, Date.now());
  await listAround(() => removeHeldTotp(scene.u, first.id), '*/totp', pull);
  expect(await listHeldTotps(scene.u)).toEqual([]);
  await listAround(() => registerTotp(scene.u, id, ann.id, Date.now()), '*/totp', pull);
  expect(await listHeldTotps(scene.u)).toHaveLength(1);
});

describe('a service whose clock is an hour off', () => {
  const wait = () => ({ site: 'shop.example', since: Date.now() });
  const code = () => {
    return addEmail(scene.sandbox.world, {
      ...bare(),
      subject: 'Your code is 482913',
      bodyText: 'Your verification code is 482913.',
      receivedAt: scene.sandbox.world.now(),
    });
  };

  it.each([-1, 1])('%i h: what comes now is offered, with its true age', async (hours) => {
    scene.sandbox.world.state.clockOffset = hours * 3_600_000;
    const waiting = wait();
    const poll = makePoll(scene.u, waiting, await inboxesOn(scene.u, 'shop.example'), null);
    code();
    expect(await poll.next()).toBeNull();
    const [found] = await codesFor(scene.u, waiting);
    expect(found?.code).toBe('482913');
    expect(Math.abs((found?.receivedAt ?? 0) - Date.now())).toBeLessThan(10_000);
  });

  it('an hour ahead: what came half an hour ago is not new', async () => {
    scene.sandbox.world.state.clockOffset = 1_800_000;
    const waiting = wait();
    const poll = makePoll(scene.u, waiting, await inboxesOn(scene.u, 'shop.example'), null);
    code();
    scene.sandbox.world.state.clockOffset = 3_600_000;
    expect(await poll.next()).toBeNull();
    expect(await codesFor(scene.u, waiting)).toEqual([]);
  });
});

it('a letter that could not be fetched for a while is fetched when its service has recovered', async () => {
  const waiting = { site: 'shop.example', since: Date.now() };
  const poll = makePoll(scene.u, waiting, await inboxesOn(scene.u, 'shop.example'), null);
  addEmail(scene.sandbox.world, { ...bare(), subject: 'Code', bodyText: 'Your code is 482913.' });
  spoil('*/emails/*', { kind: 'status', status: 500 }, { after: false, times: 2 });
  for (let turn = 0; turn < 9; turn += 1) await poll.next();
  expect((await codesFor(scene.u, waiting)).map(({ code }) => code)).toEqual(['482913']);
});

it('a site where many addresses are used is heard for each of them', async () => {
  const all = [ann];
  for (let at = 0; at < 4; at += 1) {
    all.push(await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, 10 + at));
  }
  const inboxes = await inboxesOn(scene.u, 'shop.example');
  expect(inboxes.map(({ address }) => address.id).sort()).toEqual(all.map(({ id }) => id).sort());
});
