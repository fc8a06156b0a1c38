// One wish, two creations: Chromium sends a request again by itself when a reused connection closes before any answer. What is provably
// ours and empty goes by itself; what is not, a person decides. Against the real sandbox.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { dropTwins } from '../../../lib/actions/drop-twins.ts';
import { countedMore, listTwins, settleTwin } from '../../../lib/actions/note-twins.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { createPost } from '../../sandbox/post/send.ts';
import { type Scene, setScene } from '../actions/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const twice = (path: string) =>
  scene.sandbox.world.faults.add({ method: 'POST', path, times: 1, after: false, act: { kind: 'twice' } });
const active = () =>
  [...scene.sandbox.world.state.identities.values()].filter(({ status }) => status === 'active');
const make = () => createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'shop.example' }, Date.now());

describe('of an identity', () => {
  test('is found by its mark and deleted, the one that was answered stays', async () => {
    twice('*/identities');
    const made = await make();
    expect(active()).toHaveLength(2);
    expect(await dropTwins(scene.u, made)).toBe(1);
    expect(active().map(({ email }) => email)).toEqual([made.email]);
  });

  test('is none where there is one: a neighbour made in the same second has another mark', async () => {
    const [one, other] = [await make(), await make()];
    expect(await dropTwins(scene.u, one)).toBe(0);
    expect(active()).toHaveLength(2);
    expect(other.email).not.toBe(one.email);
  });

  test('stays when somebody has written to it', async () => {
    twice('*/identities');
    const made = await make();
    const [twin] = active().filter(({ email }) => email !== made.email);
    const post = createPost(scene.sandbox.json.smtp);
    await post.send({ from: 'a@mail.example', to: twin?.email ?? '', subject: 'Hello', text: 'Hello' });
    post.close();
    expect(await dropTwins(scene.u, made)).toBe(0);
    expect(active()).toHaveLength(2);
  });

  test('that came with a list meanwhile goes from here too, unless it was given a site', async () => {
    twice('*/identities');
    const made = await make();
    await pullAccounts(scene.u, scene.aliaskit.id);
    expect((await listRecords(scene.u, 'address')).records).toHaveLength(2);
    expect(await dropTwins(scene.u, made)).toBe(1);
    expect((await listRecords(scene.u, 'address')).records.map(({ id }) => id)).toEqual([made.id]);
  });

  test('where the service does not answer nothing is deleted, and nothing fails', async () => {
    twice('*/identities');
    const made = await make();
    scene.sandbox.world.faults.add({
      method: 'GET',
      path: '*/identities',
      times: 1,
      after: false,
      act: { kind: 'status', status: 500 },
    });
    expect(await dropTwins(scene.u, made)).toBe(0);
    expect(active()).toHaveLength(2);
  });
});

describe('of an alias', () => {
  const connect = () =>
    connectAccount(
      scene.u,
      {
        kind: 'anonli',
        name: 'anon',
        baseUrl: scene.sandbox.json.anonli,
        apiKey: scene.sandbox.json.anonliKey,
        vaultPassword: scene.sandbox.json.anonliPassword,
      },
      3,
    );
  const gets = () =>
    scene.sandbox.world.journal
      .list()
      .filter(({ method, path }) => method === 'GET' && path.includes('alias'));

  test('is noted for a person, and deleted or kept at their word', async () => {
    const { id: accountId } = await connect();
    // Readings of the quota come with answers.
    await createAddress(scene.u, { accountId, site: 'one.example' }, Date.now());
    twice('*/alias*');
    const made = await createAddress(scene.u, { accountId, site: 'two.example' }, Date.now());
    const [twin, ...more] = await listTwins(scene.u);
    expect(more).toEqual([]);
    expect(twin).toMatchObject({ accountId, of: made.email });
    expect(twin?.email).not.toBe(made.email);
    await settleTwin(scene.u, { accountId, remoteId: twin?.remoteId ?? '' }, 'delete');
    expect(await listTwins(scene.u)).toEqual([]);
    await pullAccounts(scene.u, accountId);
    const emails = (await listRecords(scene.u, 'address')).records.map(({ email }) => email);
    expect(emails).toContain(made.email);
    expect(emails).not.toContain(twin?.email);
  });

  test('costs no request where one was counted for one', async () => {
    const { id: accountId } = await connect();
    await createAddress(scene.u, { accountId, site: 'one.example' }, Date.now());
    const before = gets().length;
    await createAddress(scene.u, { accountId, site: 'two.example' }, Date.now());
    expect([gets().length, await listTwins(scene.u)]).toEqual([before, []]);
  });

  test('an unknown count is no sign', () => {
    const at = (remaining: number | null) => ({ remaining, limit: 500, resetAt: null });
    expect([countedMore(at(10), at(9)), countedMore(at(10), at(8)), countedMore(null, at(8))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(countedMore(at(null), at(8))).toBe(false);
  });
});
