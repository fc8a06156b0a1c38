// A list that changes while it is read: what is deleted between two pages moves others into the part that was read already, an
// answer is empty once, a number of all is wrong. Nothing is missed by it, nothing is taken for deleted. Real store, real sandbox.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import type { Fault } from '../../sandbox/edge/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Mortal, makeMortal } from './mortal.ts';
import { passMinute } from './play.ts';
import { ACCOUNT, openSandbox, openScene, type Scene } from './scene.ts';

let sandbox: Sandbox;
let scene: Scene;
let mortal: Mortal;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  scene = await openScene(sandbox);
  sandbox.world.state.settings.anonli.page_most = 3;
  mortal = makeMortal();
});
afterEach(() => mortal.end());

const pull = () => pullAccounts(scene.u, ACCOUNT);
const add = (count: number) => {
  for (let at = 0; at < count; at += 1) scene.remote.add();
};
/** As the service lists them, the newest first. */
const listed = () =>
  scene.remote
    .rows()
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id }) => id);
const here = async () =>
  (await scene.all()).filter(({ forwarding }) => !forwarding?.gone).map(({ remoteId }) => remoteId);
const spoil = (act: Fault['act'], times = 1) =>
  sandbox.world.faults.add({ method: 'GET', path: '*/v1/alias', times, after: false, act });
const lists = () => scene.asked().filter((line) => line.startsWith('GET /alias?'));

test('rows that a deletion moved between two pages are read all the same', async () => {
  add(8);
  const [first, second] = listed();
  mortal.during(0, async () => {
    scene.remote.remove(first ?? '');
    scene.remote.remove(second ?? '');
  });
  await pull();
  expect(await here()).toEqual(expect.arrayContaining(listed()));
  // Two of the second page had moved into the first: it steps back by as many.
  expect(lists().map((line) => line.split('offset=')[1])).toEqual(['0', '3', '1', '4']);
});

test('a reading that went on after its worker’s death steps back by what was deleted meanwhile', async () => {
  add(8);
  mortal.during(0, async () => mortal.killAfter(9));
  await expect(pull()).rejects.toThrow();
  mortal.revive();
  await passMinute();
  const [first, second] = listed();
  scene.remote.remove(first ?? '');
  scene.remote.remove(second ?? '');
  await pull();
  await passMinute();
  expect(await here()).toEqual(expect.arrayContaining(listed()));
});

test('somebody who deletes all the time does not keep a reading from ending', async () => {
  add(60);
  const { fetch } = globalThis;
  globalThis.fetch = (...args) => {
    const last = listed().at(-1);
    if (last && String(args[0]).includes('offset=') && !String(args[0]).endsWith('=0'))
      scene.remote.remove(last);
    return fetch(...args);
  };
  await pull();
  globalThis.fetch = fetch;
  expect((await here()).length).toBeGreaterThanOrEqual(listed().length);
});

test('an empty page once is neither the end of the list nor the end of what was on it', async () => {
  add(8);
  await pull();
  scene.asked();
  spoil({ kind: 'status', status: 200, body: { data: [], meta: { total: 8, has_more: true } } });
  expect(await pull()).toEqual({ added: 0, changed: 0, removed: 0 });
  expect(lists()).toHaveLength(4);
  // Said in the words of a service that tells no number of all.
  spoil({ kind: 'status', status: 200, body: { data: [] } });
  expect(await pull()).toEqual({ added: 0, changed: 0, removed: 0 });
  expect(await here()).toHaveLength(8);
  expect(lists()).toHaveLength(4);
});

test('an account that was emptied is believed to be empty, each address having been asked about', async () => {
  add(2);
  await pull();
  for (const id of listed()) scene.remote.remove(id);
  expect(await pull()).toEqual({ added: 0, changed: 0, removed: 2 });
  scene.asked();
  await pull();
  expect(lists()).toHaveLength(1);
});

test.each([1_000_000, 1])(
  'a number of all that lies (%i) does not keep a reading from ending',
  async (total) => {
    add(8);
    sandbox.world.state.settings.anonli.page_most = 100;
    const { fetch } = globalThis;
    globalThis.fetch = async (...args) => {
      const answer = await fetch(...args);
      const body = (await answer.json()) as { meta?: object };
      return Response.json({ ...body, meta: { ...body.meta, total } }, { headers: answer.headers });
    };
    await pullAccounts(scene.u, ACCOUNT, { force: true });
    globalThis.fetch = fetch;
    expect(await here()).toHaveLength(8);
    expect(lists().length).toBeLessThanOrEqual(4);
  },
);
