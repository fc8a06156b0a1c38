// An index that is not what it should be: brought by an update, damaged, left behind. It is made good from the records without a
// word, once, and whatever is written meanwhile or afterwards is in it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import { ignore, killAt, never, PASSPHRASE } from '../vault/worker.ts';
import { begin, expectAgreement, restart, type Scene } from './scene.ts';

const ALL = { text: '', filter: {}, sort: 'created' } as const;
const SHOPS = { text: 'shop', filter: { active: true }, sort: 'best' } as const;
let scene: Scene;

const address = (at: number): Address => ({
  id: `id${at}`,
  accountId: 'one',
  kind: 'alias',
  email: `x${at}@own.example`,
  remoteId: null,
  site: at % 5 ? null : 'shop.example',
  label: at % 7 ? 'Café' : 'My shop',
  note: '',
  persona: null,
  active: at % 2 === 0,
  createdAt: at,
  updatedAt: at,
  usedAt: null,
});

const chunks = () => scene.worker.database.sealed('chunk');
const rows = () => scene.worker.database.sealed('address');

/** How often anything is written while the index is read. */
async function writesWhileReading(): Promise<number> {
  await restart(scene);
  const writes = killAt(Number.POSITIVE_INFINITY);
  await scene.worker.searchIndex(scene.u, 'address').ready;
  writes.end();
  return writes.effects();
}

/** What follows any damage: made good at the next reading, and for good. */
async function expectHealed(): Promise<void> {
  expect(await writesWhileReading()).toBeGreaterThan(0);
  await expectAgreement(scene, [ALL, SHOPS]);
  expect(await writesWhileReading()).toBe(0);
  await expectAgreement(scene, [ALL, SHOPS]);
}

beforeEach(async () => {
  scene = await begin();
  // Three chunks.
  await scene.worker.putRecords(
    scene.u,
    'address',
    Array.from({ length: 600 }, (_, at) => address(at)),
  );
});

it('is read without a write where nothing is wrong', async () => {
  expect(await chunks().count()).toBe(3);
  expect(await writesWhileReading()).toBe(0);
});

describe('is made good', () => {
  it('where there was none yet', async () => {
    await chunks().clear();
    await rows()
      .toCollection()
      .modify((row) => {
        delete row.chunk;
      });
    await expectHealed();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['does not open', () => chunks().update('00000001', { box: new Uint8Array(100) })],
    ['holds no bytes', () => chunks().update('00000000', { box: 'text' as never })],
    ['is of an unknown key', () => chunks().update('00000002', { keyVersion: 9 })],
    ['is missing', () => chunks().delete('00000001')],
    [
      'lies in the place of another',
      async () => {
        const one = await chunks().get('00000000');
        if (one) await chunks().put({ ...one, id: '00000002' });
      },
    ],
  ])('where a chunk %s', async (_what, spoil) => {
    await spoil();
    await expectHealed();
  });

  it('where something lies among the chunks that is none', async () => {
    await chunks().put({ id: 'x', keyVersion: 1, box: new Uint8Array(3) });
    await restart(scene);
    await expectAgreement(scene, [ALL, SHOPS]);
    expect(await chunks().toCollection().primaryKeys()).toEqual(['00000000', '00000001', '00000002']);
  });

  it('where addresses came and went without it', async () => {
    await rows().bulkDelete(['id3', 'id300', 'id301']);
    const moved = await rows().get('id9');
    if (moved) await rows().put({ ...moved, chunk: 2 });
    await expectHealed();
  });

  it('where addresses are damaged, which it counts', async () => {
    await rows().update('id5', { box: new Uint8Array(40) });
    await chunks().clear();
    await expectHealed();
    expect(scene.worker.searchIndex(scene.u, 'address').index.damaged()).toBe(1);
    await scene.worker.putRecord(scene.u, 'address', address(5));
    await expectAgreement(scene, [ALL]);
    expect(await writesWhileReading()).toBe(0);
  });

  it('after any number of deaths on the way', async () => {
    await chunks().clear();
    for (let nth = 0; nth < 6; nth += 1) {
      await restart(scene);
      const death = killAt(nth * 150);
      await scene.worker.searchIndex(scene.u, 'address').ready.catch(ignore);
      death.end();
    }
    await restart(scene);
    await expectAgreement(scene, [ALL, SHOPS]);
    expect(await writesWhileReading()).toBe(0);
  });
});

describe('while a chunk is damaged', () => {
  it('its addresses can be written and removed, and new ones added', async () => {
    await chunks().update('00000002', { box: new Uint8Array(100) });
    await scene.worker.putRecord(scene.u, 'address', { ...address(599), label: 'shop' });
    await scene.worker.putRecord(scene.u, 'address', address(700));
    await scene.worker.transact(scene.u, ['address'], (tx) => tx.remove('address', 'id598'));
    await expectHealed();
  });

  it('a new vault key leaves it behind, and the next reading makes it good', async () => {
    await chunks().update('00000001', { box: new Uint8Array(100) });
    scene.u = await scene.worker.startRekey(scene.u, PASSPHRASE);
    await scene.worker.continueRekey(scene.u, ignore, never);
    await expectHealed();
  });
});

it('is forgotten at the lock, while it is being read and after', async () => {
  await restart(scene);
  const { ready } = scene.worker.searchIndex(scene.u, 'address');
  await scene.worker.lockVault();
  await expect(ready).rejects.toMatchObject({ code: 'locked' });
  scene.u = await scene.worker.unlockVault(PASSPHRASE);
  const open = scene.worker.searchIndex(scene.u, 'address');
  await open.ready;
  await scene.worker.lockVault();
  expect(() => open.ensureOpen()).toThrow('locked');
});

it('goes with everything else when the vault is erased', async () => {
  await scene.worker.searchIndex(scene.u, 'address').ready;
  await scene.worker.eraseVault();
  expect(await chunks().count()).toBe(0);
  scene.u = await scene.worker.createVault(PASSPHRASE, { m: 8192, t: 1, p: 1 });
  await expectAgreement(scene, [ALL]);
});
