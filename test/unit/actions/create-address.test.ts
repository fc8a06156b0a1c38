// Making addresses: exactly once, never with the site's name on the wire, and healed when the answer never came.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { openAccount } from '../../../lib/actions/open-account.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { addressesOn, otherShapes, sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { applyTags } from '../../../lib/actions/site-tags.ts';
import { writeSettings } from '../../../lib/settings.ts';
import { listRecords, putRecord } from '../../../lib/vault/records.ts';
import { type Scene, setScene } from './scene.ts';

const SITE = 'shop.example';
let scene: Scene;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
});
afterAll(() => scene.close());

const identities = () => scene.sandbox.world.state.identities.size;
const posts = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/identities');
const spoilCreation = (act: { kind: 'drop' } | { kind: 'status'; status: number }) =>
  scene.sandbox.world.faults.add({ method: 'POST', path: '/api/v1/identities', times: 1, after: true, act });
const spoilListing = () =>
  scene.sandbox.world.faults.add({
    path: '/api/v1/identities',
    method: 'GET',
    times: 1,
    after: false,
    act: { kind: 'drop' },
  });

describe('an address of an identity', () => {
  it('is made by one request that does not name the site, and kept with it', async () => {
    const made = await createAddress(
      scene.u,
      { accountId: scene.aliaskit.id, site: SITE, label: 'my label' },
      5,
    );
    expect(await addressesOn(scene.u, SITE)).toEqual([made]);
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(scene.sandbox.world.journal.list())).not.toContain('shop.example');
    expect(JSON.stringify([...scene.sandbox.world.state.identities.values()])).not.toMatch(
      /shop\.example|my label/,
    );
    expect(await openIntents(scene.u, scene.aliaskit.id)).toEqual([]);
  });

  it.each([{ kind: 'drop' as const }, { kind: 'status' as const, status: 500 }])(
    'is found, not made again, when the answer was lost ($kind)',
    async (act) => {
      spoilCreation(act);
      const made = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: SITE }, 5);
      expect(identities()).toBe(1);
      expect(posts()).toHaveLength(1);
      expect(await addressesOn(scene.u, SITE)).toEqual([made]);
    },
  );

  it('is given to its site by the next pull when even the look failed (or the worker died in between)', async () => {
    spoilCreation({ kind: 'drop' });
    spoilListing();
    const wish = { accountId: scene.aliaskit.id, site: SITE, label: 'kept' };
    await expect(createAddress(scene.u, wish, Date.now())).rejects.toMatchObject({ code: 'doubtful' });
    expect(await addressesOn(scene.u, SITE)).toEqual([]);
    await pullAccounts(scene.u, scene.aliaskit.id);
    const [found] = await addressesOn(scene.u, SITE);
    expect(found).toMatchObject({ site: SITE, label: 'kept' });
    expect(identities()).toBe(1);
    expect(await openIntents(scene.u, scene.aliaskit.id)).toEqual([]);
  });

  it('is looked for before another is made, when the user asks again (a killed worker left two identities)', async () => {
    spoilCreation({ kind: 'drop' });
    spoilListing();
    const wish = { accountId: scene.aliaskit.id, site: SITE };
    await expect(createAddress(scene.u, wish, 5)).rejects.toMatchObject({ code: 'doubtful' });
    spoilListing();
    await expect(createAddress(scene.u, wish, 6)).rejects.toMatchObject({ code: 'unreachable' });
    expect(identities()).toBe(1);
    const other = await createAddress(scene.u, { ...wish, site: 'other.example' }, 7);
    const made = await createAddress(scene.u, wish, 8);
    expect(identities()).toBe(2);
    expect(made.email).not.toBe(other.email);
    expect(await addressesOn(scene.u, SITE)).toEqual([made]);
    expect(await openIntents(scene.u, scene.aliaskit.id)).toEqual([]);
  });

  it('leaves no intent behind when the server refused', async () => {
    scene.sandbox.world.faults.add({
      method: 'POST',
      path: '/api/v1/identities',
      times: 1,
      after: false,
      act: { kind: 'status', status: 409 },
    });
    await expect(
      createAddress(scene.u, { accountId: scene.aliaskit.id, site: SITE }, 5),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await openIntents(scene.u, scene.aliaskit.id)).toEqual([]);
  });

  it('stays when its deletion fails, and goes at both ends when it works', async () => {
    const made = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: SITE }, 5);
    scene.sandbox.world.faults.add({
      method: 'DELETE',
      path: '*',
      times: 1,
      after: false,
      act: { kind: 'status', status: 500 },
    });
    await expect(removeAddress(scene.u, made.id)).rejects.toMatchObject({ code: 'server' });
    expect(await addressesOn(scene.u, SITE)).toHaveLength(1);
    await removeAddress(scene.u, made.id);
    expect(await addressesOn(scene.u, SITE)).toEqual([]);
    expect(
      [...scene.sandbox.world.state.identities.values()].every(({ status }) => status === 'deleted'),
    ).toBe(true);
  });
});

describe('an address of one’s own mailbox', () => {
  it('is the one that was shown before, and the next one differs', async () => {
    const preview = async () =>
      (await sourcesFor(scene.u, SITE)).find((it) => it.accountId === scene.local.id)?.preview;
    const shown = await preview();
    const made = await createAddress(scene.u, { accountId: scene.local.id, site: SITE }, 5);
    expect(made.email).toBe(shown);
    expect(made.email).toMatch(/^me\+shop-[a-z0-9]+@mail\.example$/);
    expect(await preview()).not.toBe(shown);
  });

  it('comes in another shape where a site refuses its own name, and the account still knows it as its own', async () => {
    const [other] = await otherShapes(scene.u, SITE);
    const made = await createAddress(
      scene.u,
      { accountId: scene.local.id, site: SITE, ...(other?.format && { format: other.format }) },
      5,
    );
    expect(made.email).toBe(other?.preview);
    expect(made.email).toMatch(/^me\+[a-z0-9]{8}@mail\.example$/);
    const { provider } = await openAccount(scene.u, scene.local.id);
    expect(provider.aliases?.verify?.(made.email, SITE)).toBe(true);
    expect(provider.aliases?.verify?.(made.email, 'other.example')).toBe(false);
  });

  it('never computes over one that was switched off: variants were once counted by the active ones', async () => {
    const first = await createAddress(scene.u, { accountId: scene.local.id, site: SITE, label: 'first' }, 5);
    await putRecord(scene.u, 'address', { ...first, active: false });
    const second = await createAddress(scene.u, { accountId: scene.local.id, site: SITE }, 6);
    expect(second.email).not.toBe(first.email);
    expect((await listRecords(scene.u, 'address')).records.map(({ label }) => label).sort()).toEqual([
      '',
      'first',
    ]);
  });
});

describe('blind tags', () => {
  it('can be turned off and on without losing which addresses belong to a site', async () => {
    const made = await createAddress(scene.u, { accountId: scene.local.id, site: SITE }, 5);
    for (const on of [false, true]) {
      await writeSettings({ blindTags: on });
      await applyTags(scene.u, on);
      expect(await addressesOn(scene.u, SITE)).toEqual([made]);
    }
    expect((await listRecords(scene.u, 'address')).records).toEqual([made]);
  });
});
