// Taking out of the ledger what the user wished to be kept no longer. Leans on lib/checks/retention.ts and the vault; nothing changes at the
// service.
import { isOverdue } from '../../checks/retention.ts';
import { listRecords, transact } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';

/** @param days see `isOverdue`. @returns how many went */
export async function forgetOld(u: Unlocked, days: number, now: number): Promise<number> {
  const { records } = await listRecords(u, 'check');
  const old = records.filter((entry) => isOverdue(entry, days, now));
  if (old.length > 0)
    await transact(u, ['check'], async (tx) => {
      for (const { id } of old) await tx.remove('check', id);
    });
  return old.length;
}
