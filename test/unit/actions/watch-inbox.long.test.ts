// The inbox on the screen while a line is on its way, against the real sandbox: whenever a letter comes, the list or the line tells of it,
// and one list an identity is all it costs.
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { listMessages } from '../../../lib/actions/kept-messages.ts';
import { type Watch, watchInbox } from '../../../lib/actions/watch-inbox.ts';
import type { Address } from '../../../lib/model.ts';
import { createPost } from '../../sandbox/post/send.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let address: Address;
let watch: Watch;

beforeEach(async () => {
  watch?.end();
  await scene?.close();
  scene = await setScene();
  address = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, 5);
  scene.sandbox.world.journal.clear();
});
afterAll(async () => {
  watch.end();
  await scene.close();
});

async function open(): Promise<Watch> {
  const opened = await watchInbox(scene.u, null, (error) => {
    throw error;
  });
  if (opened === null) throw new Error('no line');
  watch = opened;
  return opened;
}

/** The line's token comes so many milliseconds late. */
const delay = (ms: number) =>
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '/api/v1/realtime/token',
    times: 1,
    after: false,
    act: { kind: 'latency', ms },
  });

async function send(subject: string): Promise<void> {
  const post = createPost(scene.sandbox.json.smtp);
  await post.send({ from: 'Shop <news@shop.example>', to: address.email, subject, text: 'Good morning.' });
  post.close();
}

const subjects = async () =>
  (await listMessages(scene.u, { text: '', filter: {} }, 0, 50)).rows.map(({ subject }) => subject);
const lists = () =>
  scene.sandbox.world.journal.list().filter(({ path }) => /^\/api\/.*\/emails$/.test(path)).length;

it('a letter that comes after the screen asked and before the line stands is in the list', async () => {
  delay(1000);
  const pulling = (await open()).pull();
  await send('In the gap');
  expect((await pulling).trouble).toBeNull();
  expect(await subjects()).toEqual(['In the gap']);
  expect(lists()).toBe(1);
});

it('where the line takes longer than the list waits, what came in between is caught up with', async () => {
  delay(2500);
  await (await open()).pull();
  expect(watch.isOpening()).toBe(true);
  await send('After the list');
  while (!watch.isComplete()) await watch.news(60_000);
  expect(await subjects()).toEqual(['After the list']);
  expect(lists()).toBe(2);
});

it('asked again by hand, the list is a new one', async () => {
  await (await open()).pull();
  while (!watch.isComplete()) await watch.news(60_000);
  const before = lists();
  await watch.pull();
  expect(lists()).toBe(before + 1);
});
