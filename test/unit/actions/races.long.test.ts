// Windows of time in which a message, a mark or a deletion could be lost or doubled: an answer under way while a person acts, an
// identity that goes meanwhile, a service out of reach at the moment of a mark. Against the real sandbox, whose answers are held back.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { codesFor } from '../../../lib/actions/find-codes.ts';
import { newestMessages } from '../../../lib/actions/kept-messages.ts';
import { inboxesOn, makePoll } from '../../../lib/actions/poll-inboxes.ts';
import { pullInbox } from '../../../lib/actions/pull-inbox.ts';
import { markMessage, noteCodeUse } from '../../../lib/actions/read-inbox.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import type { Address, Message } from '../../../lib/model.ts';
import { database } from '../../../lib/store/database.ts';
import { addEmail } from '../../sandbox/aliaskit/emails.ts';
import { listAround, spoil } from './held-back.ts';
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
const marks = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'PATCH' && /emails\//.test(path));
const readThere = (id: string): boolean | undefined =>
  [...scene.sandbox.world.state.emails.values()].find((email) => email.id === id)?.read;

const around = (meanwhile: () => Promise<unknown>): Promise<void> =>
  listAround(scene.sandbox, '*/emails', () => pullInbox(scene.u, ann.id), meanwhile);

describe('while a list is under way', () => {
  it('an identity that is deleted leaves no letter and no note of its folder behind', async () => {
    post('Late');
    await around(() => removeAddress(scene.u, ann.id));
    expect(await kept()).toEqual([]);
    expect(await database.sealed('folder').count()).toBe(0);
  });

  it('a letter that is deleted does not come back', async () => {
    post('Unwanted');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await around(() => removeMessage(scene.u, id));
    expect(await kept()).toEqual([]);
  });

  it('a mark that is set stays', async () => {
    const { id: remoteId } = post('Unread');
    await pullInbox(scene.u, ann.id);
    const [{ id = '' } = {}] = await kept();
    await around(() => markMessage(scene.u, id, true));
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
    spoil(scene.sandbox, '*/emails/*', { kind: 'drop' }, { after: false, times: 2 });
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
    spoil(scene.sandbox, '*/emails/*', { kind: 'status', status: 403, body }, { after: false, times: 9 });
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
  spoil(scene.sandbox, '*/emails/*', { kind: 'status', status: 500 }, { after: false, times: 2 });
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
