// The records that the tests of the vault are about: drafts, the plainest kind there is, and a look at how one lies on disk.
// Leans on the worker of worker.ts.
import type { SealedRow } from '../../../lib/store/rows.ts';
import type { Worker } from './worker.ts';

export const draft = (id: string, value = `text of ${id}`) => ({ id, value });
export const drafts = (count: number) => Array.from({ length: count }, (_, at) => draft(`d${at}`));

/** The row as stored, sealed; no such row is a failure of the test. */
export async function sealedDraft(worker: Worker, id: string): Promise<SealedRow> {
  const found = await worker.database.sealed('draft').get(id);
  if (found === undefined) throw new Error('no such row');
  return found;
}
