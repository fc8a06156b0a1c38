// Any history of a vault — changes, locks, dead workers, new passphrases, new keys half done — ends with exactly the values
// that were put last.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  CHEAP,
  ignore,
  never,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  startFresh,
  startWorker,
  type Worker,
} from './worker.ts';

type Open = Awaited<ReturnType<Worker['createVault']>>;
interface Scene {
  worker: Worker;
  u: Open;
  passphrase: string;
  values: Map<string, string>;
}

const id = fc.integer({ min: 0, max: 5 }).map((at) => `id${at}`);
const value = fc.string({ maxLength: 200 });

type Deed = (scene: Scene) => Promise<void>;
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(id, value).map(
    ([at, text]): Deed =>
      async ({ worker, u, values }) => {
        await worker.putRecord(u, 'draft', { id: at, value: text });
        values.set(at, text);
      },
  ),
  fc.array(fc.tuple(id, value), { maxLength: 4 }).map(
    (pairs): Deed =>
      async ({ worker, u, values }) => {
        const latest = new Map(pairs);
        await worker.putRecords(
          u,
          'draft',
          Array.from(latest, ([at, text]) => ({ id: at, value: text })),
        );
        for (const [at, text] of latest) values.set(at, text);
      },
  ),
  id.map(
    (at): Deed =>
      async ({ worker, values }) => {
        await worker.removeRecord('draft', at);
        values.delete(at);
      },
  ),
  fc.tuple(id, id).map(
    ([from, to]): Deed =>
      async ({ worker, u, values }) => {
        await worker.transact(u, ['draft'], async (tx) => {
          const record = await tx.get('draft', from);
          if (record === null) return;
          await tx.remove('draft', from);
          await tx.put('draft', { ...record, id: to });
        });
        const moved = values.get(from);
        if (moved === undefined) return;
        values.delete(from);
        values.set(to, moved);
      },
  ),
  fc.constant<Deed>(async (scene) => {
    await scene.worker.lockVault();
    scene.u = await scene.worker.unlockVault(scene.passphrase);
  }),
  fc.constant<Deed>(async (scene) => {
    scene.worker = await startWorker();
    scene.u = await scene.worker.requireUnlocked();
  }),
  fc.constant<Deed>(async (scene) => {
    const next = scene.passphrase === PASSPHRASE ? OTHER_PASSPHRASE : PASSPHRASE;
    await scene.worker.changePassphrase(scene.passphrase, next, CHEAP);
    scene.passphrase = next;
  }),
  // Begun, and left lying; the old `Unlocked` stays in use.
  fc.constant<Deed>(async ({ worker, u, passphrase }) => {
    await worker.startRekey(u, passphrase);
  }),
  // Taken up, and stopped after one batch, where there is one.
  fc.constant<Deed>(async ({ worker, u }) => {
    const stop = new AbortController();
    const steps = worker.continueRekey(u, () => stop.abort(new Error('enough')), stop.signal);
    await steps.catch((error: unknown) => expect(error).toEqual(new Error('enough')));
  }),
  fc.constant<Deed>(async ({ worker, u }) => {
    await worker.continueRekey(u, ignore, never);
  }),
);

it('keeps exactly the last values', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
      const worker = await startFresh();
      const scene: Scene = {
        worker,
        u: await worker.createVault(PASSPHRASE, CHEAP),
        passphrase: PASSPHRASE,
        values: new Map(),
      };
      const itsId = worker.recordId(scene.u, 'a');
      for (const step of deeds) await step(scene);
      const last = await startWorker();
      await last.lockVault();
      const u = await last.unlockVault(scene.passphrase);
      const { records, damaged } = await last.listRecords(u, 'draft');
      expect(damaged).toEqual([]);
      expect(new Map(records.map((record) => [record.id, record.value]))).toEqual(scene.values);
      expect(last.recordId(u, 'a')).toBe(itsId);
    }),
    { numRuns: 25 },
  );
});
