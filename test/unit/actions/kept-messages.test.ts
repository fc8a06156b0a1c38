// What is kept of messages: bodies apart from what lists show, also those of an older version of the store; what the service no longer
// lists is forgotten, what it goes on with is known, and bounds hold. Leans on the real sandbox.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import {
  countInboxes,
  keptMessage,
  listMessages,
  messageIds,
  newestMessages,
} from '../../../lib/actions/kept-messages.ts';
import { pullInbox, pullOlder } from '../../../lib/actions/pull-inbox.ts';
import { markMessage, readMessage } from '../../../lib/actions/read-inbox.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import { storeMessages } from '../../../lib/actions/store-messages.ts';
import { trimMessages } from '../../../lib/actions/trim-messages.ts';
import type { Address, Message } from '../../../lib/model.ts';
import type { RemoteMessage } from '../../../lib/providers/inbox-slot.ts';
import { database } from '../../../lib/store/database.ts';
import { sealRow } from '../../../lib/vault/codec.ts';
import { dropIndex } from '../../../lib/vault/open-index.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import { addEmail } from '../../sandbox/aliaskit/emails.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let ann: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  ann = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: null }, 5);
});
afterAll(() => scene.close());

const remote = (at: number, part: Partial<RemoteMessage> = {}): RemoteMessage => ({
  remoteId: `r${at}`,
  channel: 'email',
  direction: 'inbound',
  from: 'Shop <hello@shop.example>',
  to: ann.email,
  subject: `Letter ${at}`,
  snippet: 'Dear …',
  body: null,
  read: false,
  receivedAt: 1000 + at,
  ...part,
});
const inbox = () => ({ accountId: ann.accountId, addressId: ann.id });
/** Mails lying at the service, the last one newest. @returns their ids there */
function deliver(count: number, from = 0): string[] {
  const { world } = scene.sandbox;
  return Array.from({ length: count }, (_, at) => {
    const facts = { identityId: ann.remoteId ?? '', direction: 'inbound', from: 'a@shop.example' } as const;
    const subject = `Letter ${from + at}`;
    const body = { bodyText: `Dear Ann, ${from + at}`, bodyHtml: null, headers: {}, attachments: [] };
    return addEmail(world, {
      ...facts,
      to: ann.email,
      subject,
      ...body,
      read: false,
      receivedAt: (from + at) * 1000,
    }).id;
  });
}
const subjects = async (): Promise<string[]> =>
  (await newestMessages(scene.u, { addressId: ann.id }, 1000)).map(({ subject }) => subject);

describe('a body', () => {
  it('lies apart, is read with its message, and goes with it', async () => {
    const [stored] = await storeMessages(
      scene.u,
      inbox(),
      [remote(1, { body: { text: 'Hello', html: null } })],
      2000,
    );
    const id = stored?.id ?? '';
    expect(stored).not.toHaveProperty('body');
    expect(stored?.bodySize).toBe(5);
    const { rows } = await listMessages(scene.u, { text: 'letter', filter: {} }, 0, 50);
    expect(rows).toEqual([stored]);
    expect((await keptMessage(scene.u, id))?.body).toEqual({ text: 'Hello', html: null });
    // A later summary takes nothing away.
    await storeMessages(scene.u, inbox(), [remote(1, { read: true })], 2000);
    expect(await keptMessage(scene.u, id)).toMatchObject({ read: true, body: { text: 'Hello' } });
    await removeAddress(scene.u, ann.id);
    expect(await database.sealed('body').count()).toBe(0);
    expect(await database.sealed('folder').count()).toBe(0);
  });

  it('is fetched once, and read without a connection from then on', async () => {
    deliver(1);
    await pullInbox(scene.u, ann.id);
    const [id = ''] = await messageIds(scene.u, {});
    expect((await keptMessage(scene.u, id))?.body).toBeNull();
    expect((await readMessage(scene.u, id)).body?.text).toBe('Dear Ann, 0');
    await scene.sandbox.close();
    expect((await readMessage(scene.u, id)).body?.text).toBe('Dear Ann, 0');
    expect(await markMessage(scene.u, id, true)).toMatchObject({ read: true, mark: { to: 'tell' } });
  });

  it('inside its record, as an older version left it, is moved when the list is first opened', async () => {
    const [stored] = await storeMessages(scene.u, inbox(), [remote(1)], 2000);
    const id = stored?.id ?? '';
    const old: Message = { ...remote(1), id, ...inbox(), usedAt: 7, body: { text: 'Old', html: '<p>Old' } };
    const row = sealRow(scene.u, 1, 'message', old);
    await database.sealed('message').put(row);
    await database.sealed('messageChunk').clear();
    dropIndex();
    expect(await keptMessage(scene.u, id)).toMatchObject({
      usedAt: 7,
      body: { text: 'Old', html: '<p>Old' },
    });
    expect(await getRecord(scene.u, 'message', id)).not.toHaveProperty('body');
    expect((await getRecord(scene.u, 'message', id))?.bodySize).toBe(9);
  });

  it('that does not open is fetched again', async () => {
    deliver(1);
    await pullInbox(scene.u, ann.id);
    const [id = ''] = await messageIds(scene.u, {});
    await readMessage(scene.u, id);
    await database.sealed('body').update(id, { box: new Uint8Array(40) });
    expect((await readMessage(scene.u, id)).body?.text).toBe('Dear Ann, 0');
  });
});

describe('fetching', () => {
  it('forgets what the service has no more, and keeps what came meanwhile', async () => {
    const ids = deliver(6);
    await pullInbox(scene.u, ann.id);
    scene.sandbox.world.state.emails.delete(ids[2] ?? '');
    deliver(1, 6);
    await pullInbox(scene.u, ann.id);
    expect(await subjects()).toEqual([
      'Letter 6',
      'Letter 5',
      'Letter 4',
      'Letter 3',
      'Letter 1',
      'Letter 0',
    ]);
    // An empty answer may be many things.
    scene.sandbox.world.state.emails.clear();
    await pullInbox(scene.u, ann.id);
    expect(await subjects()).toHaveLength(6);
  });

  it('goes on with older ones without a gap, whatever was deleted meanwhile, to the end', async () => {
    deliver(75);
    await pullInbox(scene.u, ann.id);
    expect(await countInboxes(scene.u)).toEqual({ [ann.id]: { unread: 20, more: true } });
    const [newest = ''] = await messageIds(scene.u, {});
    await removeMessage(scene.u, newest);
    deliver(3, 75);
    await pullInbox(scene.u, ann.id);
    await pullOlder(scene.u, ann.id);
    await pullOlder(scene.u, ann.id);
    expect(await subjects()).toHaveLength(77);
    expect(await countInboxes(scene.u)).toEqual({ [ann.id]: { unread: 77, more: false } });
  });

  it('a damaged message is replaced by what the service tells', async () => {
    deliver(2);
    await pullInbox(scene.u, ann.id);
    const [id = ''] = await messageIds(scene.u, {});
    await database.sealed('message').update(id, { box: new Uint8Array(40) });
    await pullInbox(scene.u, ann.id);
    expect(await subjects()).toEqual(['Letter 1', 'Letter 0']);
  });

  it('over more identities than are asked at once, each has its turn', async () => {
    for (let at = 0; at < 15; at += 1)
      await createAddress(scene.u, { accountId: scene.aliaskit.id, site: null }, 6 + at);
    expect(await pullInbox(scene.u, null)).toMatchObject({ asked: 12, of: 16, trouble: null });
    await pullInbox(scene.u, null);
    expect(Object.keys(await countInboxes(scene.u))).toHaveLength(16);
  });
});

it('bounds: the oldest messages go, and the bodies of old ones', async () => {
  const body = { text: '0123456789', html: null };
  await storeMessages(
    scene.u,
    inbox(),
    Array.from({ length: 8 }, (_, at) => remote(at, { body })),
    2000,
  );
  await trimMessages(scene.u, 5, 35);
  const kept = await newestMessages(scene.u, {}, 100);
  expect(kept.map(({ subject, body: has }) => [subject, has !== null])).toEqual([
    ['Letter 7', true],
    ['Letter 6', true],
    ['Letter 5', true],
    ['Letter 4', false],
    ['Letter 3', false],
  ]);
  expect(await database.sealed('body').count()).toBe(3);
});
