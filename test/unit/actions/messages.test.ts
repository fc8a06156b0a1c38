// Writing, finding and deleting messages: what is sent goes out once whatever becomes of the answer, what is searched is kept,
// what is deleted is gone at both ends. Leans on the real sandbox, whose identities write to each other over SMTP.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { newestMessages } from '../../../lib/actions/kept-messages.ts';
import { pullInbox } from '../../../lib/actions/pull-inbox.ts';
import { removeMessage } from '../../../lib/actions/remove-message.ts';
import { searchInbox } from '../../../lib/actions/search-inbox.ts';
import { sendMessage } from '../../../lib/actions/send-message.ts';
import type { Address } from '../../../lib/model.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let ann: Address;
let ben: Address;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  const make = () => createAddress(scene.u, { accountId: scene.aliaskit.id, site: null }, 5);
  ann = await make();
  ben = await make();
});
afterAll(() => scene.close());

const letter = (to: string) => ({ channel: 'email' as const, to, subject: 'Hello', text: 'How are you?' });
const inboxOf = async ({ id }: Address) => {
  await pullInbox(scene.u, id);
  return newestMessages(scene.u, { addressId: id, direction: 'inbound' }, 100);
};
// Connecting asks for nobody's mail, to learn what the key may do.
const sends = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && /\/ident_\w+\/emails$/.test(path));

describe('sending', () => {
  it('reaches the other identity, and is kept as sent', async () => {
    const sent = await sendMessage(scene.u, ann.id, letter(ben.email), Date.now());
    expect(sent).toMatchObject({ direction: 'outbound', subject: 'Hello', addressId: ann.id });
    expect((await inboxOf(ben)).map(({ subject, from }) => [subject, from.includes(ann.email)])).toEqual([
      ['Hello', true],
    ]);
  });

  it('is found, not repeated, when the answer was lost', async () => {
    const act = { kind: 'drop' } as const;
    scene.sandbox.world.faults.add({ method: 'POST', path: '*/emails', times: 1, after: true, act });
    const sent = await sendMessage(scene.u, ann.id, letter(ben.email), Date.now());
    expect(sent?.subject).toBe('Hello');
    expect(sends()).toHaveLength(1);
    expect(await inboxOf(ben)).toHaveLength(1);
  });

  it('is said to be unclear when nothing of it is found', async () => {
    const act = { kind: 'drop' } as const;
    scene.sandbox.world.faults.add({ method: 'POST', path: '*/emails', times: 1, after: false, act });
    expect((await failure(sendMessage(scene.u, ann.id, letter(ben.email), Date.now()))).code).toBe(
      'doubtful',
    );
    expect(sends()).toHaveLength(1);
    expect(await inboxOf(ben)).toHaveLength(0);
  });
});

it('a search finds what was never fetched here, and keeps it', async () => {
  await sendMessage(scene.u, ann.id, letter(ben.email), Date.now());
  const found = await searchInbox(scene.u, null, { query: 'how are' });
  expect(found).toEqual({ asked: 2, of: 2, trouble: null, found: 1 });
  const inbound = await newestMessages(scene.u, { direction: 'inbound' }, 100);
  expect(inbound.map(({ addressId }) => addressId)).toEqual([ben.id]);
  expect((await failure(searchInbox(scene.u, null, { query: ' ' }))).code).toBe('rejected');
});

it('a deleted message is gone at both ends', async () => {
  await sendMessage(scene.u, ann.id, letter(ben.email), Date.now());
  const [message] = await inboxOf(ben);
  await removeMessage(scene.u, message?.id ?? '');
  expect(await inboxOf(ben)).toEqual([]);
  expect((await failure(removeMessage(scene.u, message?.id ?? ''))).code).toBe('not-found');
});
