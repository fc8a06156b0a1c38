// Taking out of the ledger what the user wished to be kept no longer. Leans on lib/checks/retention.ts and the vault; nothing changes at the
// service.
import { isOverdue } from '../../checks/retention.ts';
import { listRecords, transact } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';

/** @param days see `isOverdue`. @returns how many went */
export async function forgetOld(u: Unlocked, days: number, now: number): Promise<number> {
  if (days === 0) return 0;
  const { records } = await listRecords(u, 'check');
  const old = records.filter((entry) => isOverdue(entry, days, now));
  if (old.length === 0) return 0;
  return transact(u, ['check'], async (tx) => {
    let gone = 0;
    for (const { id } of old) {
      // Looked at once more: it may have been found at the service in between, and be open.
      const entry = await tx.get('check', id);
      if (entry === null || !isOverdue(entry, days, now)) continue;
      await tx.remove('check', id);
      gone += 1;
    }
    return gone;
  });
}
