// The circumstances of a merge, and the vault as it is once the merge was stored: what both tests of merging stand on.
// Leans on types alone; touches no store.
import type { Address } from '../../../lib/model.ts';
import type { Merge, MergeContext } from '../../../lib/sync/merge.ts';

/** A pull of account `acc` that began at 1900 and merges at 2000. */
export const context = (more: Partial<MergeContext> = {}): MergeContext => ({
  accountId: 'acc',
  now: 2000,
  since: 1900,
  before: new Set(),
  gone: new Set(),
  idOf: (remoteId) => `id of ${remoteId}`,
  ...more,
});

/** The vault after a merge was stored. */
export function stored(local: readonly Address[], { added, changed, removed }: Merge): Address[] {
  const rows = new Map(local.map((address) => [address.id, address]));
  for (const address of [...added, ...changed, ...removed]) rows.set(address.id, address);
  return [...rows.values()];
}
