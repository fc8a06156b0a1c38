// A vault with a sealed index in a fresh worker, and the question that every test of it ends with: does it find what plain
// searching of the records finds? Leans on the worker of the vault's tests.
import { expect } from 'vitest';
import { CHEAP, PASSPHRASE, startFresh, startWorker, type Worker } from '../vault/worker.ts';
import { ACCOUNTS } from './arbitrary.ts';
import { type NaiveQuery, naiveSearch } from './naive.ts';

export interface Scene {
  worker: Worker;
  u: Awaited<ReturnType<Worker['createVault']>>;
}

export const begin = async (): Promise<Scene> => {
  const worker = await startFresh();
  return { worker, u: await worker.createVault(PASSPHRASE, CHEAP) };
};

/** The worker dies; its successor finds the vault open. */
export async function restart(scene: Scene): Promise<void> {
  scene.worker = await startWorker();
  scene.u = await scene.worker.requireUnlocked();
}

/** Everything of one query, from memory or, if it is not there, from the disk. */
async function found({ worker, u }: Scene, asked: NaiveQuery): Promise<readonly string[]> {
  const open = worker.searchIndex(u, 'address');
  await open.ready;
  expect(open.building()).toBeNull();
  return open.index.find({ ...asked, names: ACCOUNTS }, 0, 10_000).ids;
}

export async function expectAgreement(scene: Scene, queries: readonly NaiveQuery[]): Promise<void> {
  const { records, damaged } = await scene.worker.listRecords(scene.u, 'address');
  for (const asked of queries) {
    expect(await found(scene, asked)).toEqual(naiveSearch(asked, records, ACCOUNTS));
  }
  const { index, ready } = scene.worker.searchIndex(scene.u, 'address');
  await ready;
  expect([index.size(), index.damaged()]).toEqual([records.length + damaged.length, damaged.length]);
}
