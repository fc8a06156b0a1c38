// Endpoints, keys and secrets against the real sandbox: a secret and a private half are kept before anything can need them, nothing is
// made twice, and what opened old answers stays.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { removeAccount } from '../../../lib/actions/remove-account.ts';
import { allEndpointKeys, endpointKeys } from '../../../lib/actions/webhooks/endpoint-keys.ts';
import {
  createEndpoint,
  editEndpoint,
  getEndpoint,
  listEndpoints,
  removeEndpoint,
} from '../../../lib/actions/webhooks/endpoints.ts';
import { makeKey, revealSecret, rotateSecret, setKeyActive } from '../../../lib/actions/webhooks/opening.ts';
import { readInsights, readRights } from '../../../lib/actions/webhooks/rights.ts';
import { browser } from '../../../lib/platform.ts';
import { database } from '../../../lib/store/database.ts';
import type { EndpointDraft } from '../../../lib/webhook-view.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

const NOW = 1_800_000_000_000;
let scene: Scene;

const connect = (key: string, at: number) => {
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  return connectAccount(scene.u, { kind: 'kayle', name: '', baseUrl, apiKey: kayleKeys[key] ?? '' }, at);
};
let accountId: string;
beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  accountId = (await connect('main', 3)).id;
});
afterAll(() => scene.close());

const draft = (over: Partial<EndpointDraft> = {}): EndpointDraft => ({
  url: `${scene.sandbox.json.kayleReceiver}/a`,
  name: 'Till',
  labels: ['shop'],
  eventTypes: ['verification.session.succeeded', 'verification.session.failed'],
  retentionHours: 24,
  ...over,
});
const make = async (over: Partial<EndpointDraft> = {}) => {
  const { remoteId } = await createEndpoint(scene.u, accountId, draft(over), NOW);
  return { accountId, endpointId: remoteId };
};
const rows = () => [...scene.sandbox.world.state.kayle.endpoints.values()];
const lose = (path: string) =>
  scene.sandbox.world.faults.add({ method: 'POST', path, times: 1, after: true, act: { kind: 'drop' } });

it('an endpoint is made as wished, and its secret sealed; nothing of it leaves but where it is asked for', async () => {
  const ref = await make();
  const [row] = rows();
  expect(row).toMatchObject({ name: 'Till', labels: ['shop'], retentionHours: 24, enabled: true });
  const kept = await endpointKeys(scene.u, ref);
  expect(kept.secrets).toEqual([{ value: row?.secret, until: null }]);
  const [view] = await listEndpoints(scene.u, accountId);
  expect(view).toMatchObject({ health: 'no-key', secretKnown: true, keys: [] });
  expect(JSON.stringify(view)).not.toContain('whsec_');
});

it('a lost answer to the creation is matched to the one new endpoint, and nothing is made twice', async () => {
  await make({ name: 'An older one' });
  lose('*/webhooks/endpoints');
  const ref = await make({ name: '' });
  expect(rows()).toHaveLength(2);
  expect(rows().find(({ id }) => id === ref.endpointId)).toMatchObject({ name: null });
  expect((await endpointKeys(scene.u, ref)).secrets).toHaveLength(1);
});

it('a lost answer with nothing new at the service stays in doubt', async () => {
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '*/webhooks/endpoints',
    times: 1,
    after: false,
    act: { kind: 'drop' },
  });
  expect((await failure(make())).code).toBe('doubtful');
  expect(rows()).toEqual([]);
  expect(await allEndpointKeys(scene.u)).toEqual([]);
});

it('what is changed is changed, and an empty name is none', async () => {
  const ref = await make();
  await editEndpoint(scene.u, ref, { enabled: false });
  expect(rows()[0]).toMatchObject({ enabled: false, name: 'Till' });
  await editEndpoint(scene.u, ref, { name: '', retentionHours: 168 });
  expect(rows()[0]).toMatchObject({ enabled: false, name: null, retentionHours: 168 });
  expect(await getEndpoint(scene.u, ref)).toMatchObject({ health: 'disabled' });
  expect((await failure(editEndpoint(scene.u, ref, { eventTypes: [] }))).code).toBe('rejected');
});

describe('keys', () => {
  it('the private half stays, the public one is registered, and a second takes the place of the first', async () => {
    const ref = await make();
    await makeKey(scene.u, ref, NOW);
    await makeKey(scene.u, ref, NOW + 1);
    const { keys, health } = await getEndpoint(scene.u, ref);
    expect(keys.map(({ ours }) => ours)).toEqual([true, true]);
    expect(keys.filter(({ active }) => active)).toHaveLength(1);
    expect(health).toBe('unused');
    const kept = await endpointKeys(scene.u, ref);
    expect(kept.keys.map(({ madeAt }) => madeAt)).toEqual([NOW, NOW + 1]);
    const sent = JSON.stringify(scene.sandbox.world.journal.list());
    for (const { pkcs8 } of kept.keys) expect(sent).not.toContain(pkcs8.slice(60, 120));
    expect(JSON.stringify(keys)).not.toMatch(/pkcs8|"n":/);
  });

  it('a refused key leaves none; a lost answer keeps the one that was registered', async () => {
    const ref = await make();
    scene.sandbox.world.faults.add({
      method: 'POST',
      path: '*/keys',
      after: false,
      times: 1,
      act: { kind: 'status', status: 400 },
    });
    await failure(makeKey(scene.u, ref, NOW));
    expect((await endpointKeys(scene.u, ref)).keys).toEqual([]);
    lose('*/keys');
    await makeKey(scene.u, ref, NOW);
    expect((await getEndpoint(scene.u, ref)).keys).toMatchObject([{ active: true, ours: true }]);
  });

  it('switched off: answers are being lost; switched on again: not any more', async () => {
    const ref = await make();
    await makeKey(scene.u, ref, NOW);
    const id = (await getEndpoint(scene.u, ref)).keys[0]?.remoteId ?? '';
    await setKeyActive(scene.u, accountId, id, false);
    expect((await getEndpoint(scene.u, ref)).health).toBe('no-key');
    await setKeyActive(scene.u, accountId, id, true);
    expect((await getEndpoint(scene.u, ref)).health).toBe('unused');
  });

  it('an endpoint made elsewhere gives its secret along with the first key', async () => {
    const ref = await make();
    const other = (await connect('main', 4)).id;
    const theirs = { accountId: other, endpointId: ref.endpointId };
    expect(await getEndpoint(scene.u, theirs)).toMatchObject({ secretKnown: false });
    await makeKey(scene.u, theirs, NOW);
    expect(await getEndpoint(scene.u, theirs)).toMatchObject({ secretKnown: true, health: 'unused' });
    expect(await getEndpoint(scene.u, ref)).toMatchObject({ health: 'foreign-key' });
  });
});

it('a secret is shown on request; a new one takes over, and the old one is kept with its end', async () => {
  const ref = await make();
  const first = await revealSecret(scene.u, ref, NOW);
  const second = await rotateSecret(scene.u, ref, NOW + 5);
  expect(second).not.toBe(first);
  expect((await endpointKeys(scene.u, ref)).secrets).toEqual([
    { value: first, until: NOW + 5 },
    { value: second, until: null },
  ]);
});

it('neither a secret nor a private half lies open on the disk, in storage or in what was sent', async () => {
  const ref = await make();
  await makeKey(scene.u, ref, NOW);
  await rotateSecret(scene.u, ref, NOW);
  const kept = await endpointKeys(scene.u, ref);
  const rows = (await Promise.all(database.tables.map((table) => table.toArray()))).flat();
  expect(rows.length).toBeGreaterThan(2);
  const open = JSON.stringify(
    [rows, await browser.storage.local.get(null), await browser.storage.session.get(null)],
    (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  );
  const sent = JSON.stringify(scene.sandbox.world.journal.list());
  const secrets = [...kept.secrets.map(({ value }) => value), ...kept.keys.map(({ pkcs8 }) => pkcs8)];
  expect(secrets).toHaveLength(3);
  for (const secret of secrets) {
    expect(open).not.toContain(secret.slice(0, 24));
    // PKCS #8 begins alike for everybody: what follows is the key's own.
    expect(sent).not.toContain(secret.slice(-40));
  }
});

it('what opens old answers outlives the endpoint, and goes with the account', async () => {
  const ref = await make();
  await makeKey(scene.u, ref, NOW);
  await removeEndpoint(scene.u, ref);
  await removeEndpoint(scene.u, ref);
  expect(await listEndpoints(scene.u, accountId)).toEqual([]);
  expect((await endpointKeys(scene.u, ref)).keys).toHaveLength(1);
  await removeAccount(scene.u, accountId);
  expect(await allEndpointKeys(scene.u)).toEqual([]);
});

it('keys that may do less are told by what they lack', async () => {
  const reader = (await connect('hookread', 5)).id;
  expect(await readRights(scene.u, reader, NOW)).toMatchObject({
    'webhooks:read': true,
    'webhooks:write': false,
    'analytics:read': false,
  });
  expect((await failure(readInsights(scene.u, reader))).detail).toMatchObject({ limit: 'analytics:read' });
  expect((await failure(createEndpoint(scene.u, reader, draft(), NOW))).detail).toMatchObject({
    limit: 'webhooks:write',
  });
  const asked = () => scene.sandbox.world.journal.list().length;
  const before = asked();
  await readRights(scene.u, reader, NOW + 60_000);
  expect(asked()).toBe(before);
  await readRights(scene.u, reader, NOW + 600_000);
  expect(asked()).toBeGreaterThan(before);
  const frozen = scene.sandbox.world.state.kayle.orgs.get('00000000-0000-4000-8000-0000000000a1');
  if (frozen) frozen.frozen = true;
  expect((await failure(readRights(scene.u, accountId, NOW))).detail).toMatchObject({
    reason: 'ORGANIZATION_FROZEN',
  });
});
