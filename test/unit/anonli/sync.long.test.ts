// Between addresses here and aliases at the service: made once, labelled after, edited without a network, read back from another
// client, and never lost between the two. In both shapes of the service.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { resolveConflict } from '../../../lib/actions/resolve-conflict.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { addressesOn } from '../../../lib/actions/site-addresses.ts';
import { readSyncStates } from '../../../lib/actions/sync-state.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import type { Fault } from '../../sandbox/edge/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { ACCOUNT, openSandbox, openScene, type Scene } from './scene.ts';

let sandbox: Sandbox;
let scene: Scene;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const SITE = 'shop.example';
const make = (site: string | null = SITE, more: { label?: string } = {}) =>
  createAddress(scene.u, { accountId: ACCOUNT, site, ...more }, Date.now());
const send = (fresh?: string) =>
  sendWaiting(scene.u, ACCOUNT, fresh === undefined ? {} : { fresh: new Set([fresh]) });
const pull = () => pullAccounts(scene.u, ACCOUNT);
const edit = (id: string, change: { label?: string; note?: string; active?: boolean }) =>
  updateAddress(scene.u, { id, ...change }, Date.now());
const queued = async () => (await listRecords(scene.u, 'outbox')).records;
const spoil = (fault: Partial<Fault> & Pick<Fault, 'act'>) =>
  sandbox.world.faults.add({ path: '*', times: 1, after: false, ...fault });
const state = async () => (await readSyncStates(scene.u, Date.now()))[0];

describe.each(['the public page', 'the server'] as const)('as %s has it', (shape) => {
  beforeEach(async () => {
    scene = await openScene(sandbox, shape);
  });

  test('an alias is made by one request, its site follows as a sealed label', async () => {
    const made = await make();
    expect(made).toMatchObject({
      site: SITE,
      label: SITE,
      forwarding: { pending: ['label'], domain: 'anon.li' },
    });
    await send(made.id);
    const { remoteId } = made;
    expect(scene.remote.read(remoteId ?? '', 'label')).toBe(SITE);
    expect(scene.asked()).toEqual(['POST /alias?generate=true', `PATCH /alias/${remoteId}`]);
    expect(await scene.ours(remoteId ?? '')).toMatchObject({ label: SITE, forwarding: { pending: [] } });
    expect(await queued()).toEqual([]);
    expect(await addressesOn(scene.u, SITE)).toHaveLength(1);
  });

  test('edits wait while nobody answers, the last of a kind wins, and what was typed meanwhile stays', async () => {
    const made = await make(SITE, { label: 'first' });
    await send(made.id);
    spoil({ act: { kind: 'drop' }, times: 9 });
    await edit(made.id, { label: 'second' });
    await send();
    await edit(made.id, { label: 'third', note: 'a note', active: false });
    expect(await queued()).toHaveLength(3);
    expect(await state()).toMatchObject({ pending: 1, trouble: { code: 'unreachable' } });
    sandbox.world.faults.clear();
    await pull();
    const id = made.remoteId ?? '';
    expect([scene.remote.read(id, 'label'), scene.remote.read(id, 'note')]).toEqual(['third', 'a note']);
    expect(scene.remote.row(id).active).toBe(false);
    expect(await scene.ours(id)).toMatchObject({ label: 'third', note: 'a note', active: false });
    expect(await state()).toMatchObject({ pending: 0, trouble: null });
  });

  test("another client's text is taken over where nothing waits, and shown beside ours where something does", async () => {
    const made = await make(SITE, { label: 'ours' });
    await send(made.id);
    const id = made.remoteId ?? '';
    scene.remote.write(id, 'label', 'theirs');
    await pull();
    expect((await scene.ours(id)).label).toBe('theirs');

    await edit(made.id, { label: 'mine', note: 'n' });
    scene.remote.write(id, 'label', 'also theirs');
    await send();
    expect(await scene.ours(id)).toMatchObject({
      label: 'mine',
      note: 'n',
      forwarding: { pending: ['label'], conflict: { label: 'also theirs' } },
    });
    expect([scene.remote.read(id, 'label'), scene.remote.read(id, 'note')]).toEqual(['also theirs', 'n']);

    await resolveConflict(scene.u, { id: made.id, field: 'label', keep: 'ours' }, Date.now());
    await send();
    expect(scene.remote.read(id, 'label')).toBe('mine');
    expect(await scene.ours(id)).toMatchObject({
      label: 'mine',
      forwarding: { pending: [], conflict: null },
    });
  });

  test('theirs, when picked, is taken and ours let go', async () => {
    const made = await make(SITE, { label: 'ours' });
    await send(made.id);
    await edit(made.id, { label: 'mine' });
    scene.remote.write(made.remoteId ?? '', 'label', 'theirs');
    await pull();
    await resolveConflict(scene.u, { id: made.id, field: 'label', keep: 'theirs' }, Date.now());
    await send();
    expect(await scene.ours(made.remoteId ?? '')).toMatchObject({
      label: 'theirs',
      forwarding: { pending: [] },
    });
    expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe('theirs');
    expect(await queued()).toEqual([]);
  });

  test('our own text whose answer was lost is no conflict, whatever was typed since', async () => {
    const made = await make(SITE, { label: 'first' });
    await send(made.id);
    await edit(made.id, { label: 'second' });
    spoil({ method: 'PATCH', after: true, act: { kind: 'drop' } });
    await send();
    await edit(made.id, { label: 'third' });
    await send();
    expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe('third');
    expect(await scene.ours(made.remoteId ?? '')).toMatchObject({
      label: 'third',
      forwarding: { conflict: null },
    });
  });

  test.each([
    { kind: 'drop' as const },
    { kind: 'status' as const, status: 500 },
    { kind: 'malformed' as const },
  ])('a creation whose answer was lost ($kind) is found, not made again', async (act) => {
    await make('old.example');
    spoil({ method: 'POST', after: true, act });
    const made = await make();
    expect(scene.remote.rows()).toHaveLength(2);
    expect(made.site).toBe(SITE);
    await send(made.id);
    expect(scene.remote.read(made.remoteId ?? '', 'label')).toBe(SITE);
    expect(await openIntents(scene.u, ACCOUNT)).toEqual([]);
  });

  test('when the look failed too, the next reading gives the alias to its site', async () => {
    spoil({ method: 'POST', after: true, act: { kind: 'drop' } });
    spoil({ method: 'GET', act: { kind: 'drop' } });
    await expect(make()).rejects.toMatchObject({ code: 'doubtful' });
    await pull();
    expect(scene.remote.rows()).toHaveLength(1);
    const [found] = await addressesOn(scene.u, SITE);
    expect(found).toMatchObject({ site: SITE, label: SITE });
    expect(scene.remote.read(found?.remoteId ?? '', 'label')).toBe(SITE);
    expect(await openIntents(scene.u, ACCOUNT)).toEqual([]);
  });

  test('an alias whose label names a site is offered there, wherever it was made', async () => {
    for (const label of ['shop.example', 'Shop', 'not a.site', 'www.shop.example']) {
      scene.remote.add();
      scene.remote.write(scene.remote.rows().at(-1)?.id ?? '', 'label', label);
    }
    await pull();
    const found = (await scene.all()).map(({ label, site }) => [label, site]).sort();
    expect(found).toEqual([
      ['Shop', null],
      ['not a.site', null],
      ['shop.example', SITE],
      ['www.shop.example', null],
    ]);
    expect(await addressesOn(scene.u, SITE)).toHaveLength(1);
  });

  test('what is gone there stays here, switched off, with what was written; nothing waits for it', async () => {
    const made = await make();
    await send(made.id);
    scene.remote.remove(made.remoteId ?? '');
    await edit(made.id, { note: 'kept' });
    await send();
    const gone = { active: false, note: 'kept', label: SITE, forwarding: { gone: true, pending: [] } };
    expect(await scene.ours(made.remoteId ?? '')).toMatchObject(gone);
    expect(await queued()).toEqual([]);
    expect(await pull()).toEqual({ added: 0, changed: 0, removed: 0 });
  });
});
