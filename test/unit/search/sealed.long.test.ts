// The sealed index against the records it is about: after any history of writes, locks, dead workers and new keys, it finds
// exactly what plain searching of the records finds. Damage is in heal.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import { ignore, killAt, never, PASSPHRASE } from '../vault/worker.ts';
import { address, query } from './arbitrary.ts';
import { begin, expectAgreement, restart, type Scene } from './scene.ts';

const ids = Array.from({ length: 12 }, (_, at) => `id${at}`);
const one = address(fc.constantFrom(...ids));
/** More than a chunk holds. */
const many = fc
  .tuple(one, fc.integer({ min: 250, max: 600 }))
  .map(([sample, count]) =>
    Array.from({ length: count }, (_, at): Address => ({ ...sample, id: `bulk${at}`, createdAt: at })),
  );

type Deed = (scene: Scene) => Promise<void>;
const put = one.map(
  (record): Deed =>
    async ({ worker, u }) =>
      worker.putRecord(u, 'address', record),
);
const remove = fc.constantFrom(...ids, 'bulk3', 'bulk270').map(
  (id): Deed =>
    async ({ worker, u }) =>
      worker.transact(u, ['address'], (tx) => tx.remove('address', id)),
);
const several = fc.tuple(fc.array(one, { maxLength: 5 }), fc.constantFrom(...ids), fc.boolean()).map(
  ([records, gone, fails]): Deed =>
    async ({ worker, u }) => {
      const work = worker.transact(u, ['address', 'draft'], async (tx) => {
        for (const record of records) await tx.put('address', record);
        await tx.remove('address', gone);
        if (fails) throw new Error('changed my mind');
      });
      await work.catch((error: unknown) => expect(error).toEqual(new Error('changed my mind')));
    },
);
const bulk = many.map(
  (records): Deed =>
    async ({ worker, u }) =>
      worker.putRecords(u, 'address', records),
);
const changeAll = fc.array(fc.constantFrom(...ids, 'bulk2', 'bulk299'), { maxLength: 4 }).map(
  (wanted): Deed =>
    async ({ worker, u }) => {
      const change = (record: Address | null) => record && { ...record, label: `${record.label} shop` };
      await worker.changeRecords(u, 'address', [...new Set(wanted)], { change });
    },
);
const relock: Deed = async (scene) => {
  await scene.worker.lockVault();
  scene.u = await scene.worker.unlockVault(PASSPHRASE);
};
const startRekey: Deed = async ({ worker, u }) => {
  await worker.startRekey(u, PASSPHRASE);
};
const rekey: Deed = ({ worker, u }) => worker.continueRekey(u, ignore, never);
const killed = fc.tuple(fc.nat(4), one).map(
  ([nth, record]): Deed =>
    async (scene) => {
      const death = killAt(nth);
      await scene.worker.putRecord(scene.u, 'address', record).catch(ignore);
      death.end();
      await restart(scene);
    },
);
const look = query.map(
  (asked): Deed =>
    async (scene) =>
      expectAgreement(scene, [asked]),
);
const deeds = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.oneof(put, remove, several, changeAll) },
    { weight: 2, arbitrary: look },
    { weight: 1, arbitrary: bulk },
    { weight: 2, arbitrary: fc.oneof(killed, fc.constantFrom(relock, restart, startRekey, rekey)) },
  ),
  { minLength: 1, maxLength: 14 },
);

describe('the sealed index agrees with the records', () => {
  it('after any history', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, fc.array(query, { maxLength: 3 }), async (history, queries) => {
        const scene = await begin();
        for (const deed of history) await deed(scene);
        await expectAgreement(scene, queries);
        await restart(scene);
        await expectAgreement(scene, queries);
      }),
      { numRuns: 16 },
    );
  });

  it('while it is read and written at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        many,
        fc.array(one, { minLength: 1, maxLength: 6 }),
        query,
        async (all, late, asked) => {
          const scene = await begin();
          await scene.worker.putRecords(scene.u, 'address', all);
          await restart(scene);
          const { ready } = scene.worker.searchIndex(scene.u, 'address');
          await Promise.all([
            ready,
            ...late.map((record) => scene.worker.putRecord(scene.u, 'address', record)),
            scene.worker.putRecords(scene.u, 'address', all.slice(0, 3)),
          ]);
          await expectAgreement(scene, [asked]);
        },
      ),
      { numRuns: 10 },
    );
  });
});

it('costs one chunk a change, however many there are', async () => {
  const scene = await begin();
  const [all = []] = fc.sample(many, { numRuns: 1, seed: 1 });
  await scene.worker.putRecords(scene.u, 'address', all);
  const writesOf = async (work: () => Promise<void>): Promise<number> => {
    const writes = killAt(Number.POSITIVE_INFINITY);
    await work();
    writes.end();
    return writes.effects();
  };
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw new Error('no addresses');
  const { worker, u } = scene;
  expect(await writesOf(() => worker.putRecord(u, 'address', { ...first, label: 'new' }))).toBe(2);
  expect(await writesOf(() => worker.putRecord(u, 'address', { ...first, label: 'new', updatedAt: 9 }))).toBe(
    1,
  );
  expect(await writesOf(() => worker.putRecord(u, 'address', { ...last, id: 'another' }))).toBe(2);
  expect(await writesOf(() => worker.transact(u, ['address'], (tx) => tx.remove('address', first.id)))).toBe(
    1,
  );
});
