// How checks stand now: asked of the service, and noted on their lines as these are by then. Leans on the vault and the account's provider;
// an answer that was overtaken by a newer one undoes nothing.
import type { Check } from '../../check.ts';
import { awaitsLook, isActive } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView } from '../../ledger.ts';
import { listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { entryOf, openChecks, viewOf } from './ledger.ts';

export interface Look {
  entry: LedgerEntry;
  /** Whether it was this look that saw the end. */
  ended: boolean;
}

/**
 * Notes how a check stands, on its line as it is now: what was noted of it while the service was asked stays.
 * @param told null where the service has deleted it, after its thirty days: the last state stays
 * Errors: `not-found` where it was forgotten meanwhile.
 */
export function noteCheck(u: Unlocked, id: string, told: Check | null, now: number): Promise<Look> {
  return transact(u, ['check'], async (tx) => {
    const before = await tx.get('check', id);
    if (before === null) throw new AppError('not-found', { what: 'check' });
    const entry = { ...before, check: newerOf(before.check, told), updatedAt: now, lookedAt: now };
    await tx.put('check', entry);
    return { entry, ended: awaitsLook(before, now) && !awaitsLook(entry, now) };
  });
}

/** Two looks may overtake each other: what has ended is not opened again by what was read before. */
export function newerOf(known: Check | null, told: Check | null): Check | null {
  if (known === null || told === null) return told ?? known;
  return !isActive(known.status) && told.updatedAt < known.updatedAt ? known : told;
}

/** Asks how one check stands. Errors: `not-found` for a line that is gone; those of the service. */
export async function lookAtCheck(u: Unlocked, id: string, now: number, signal?: AbortSignal): Promise<Look> {
  const entry = await entryOf(u, id);
  if (entry.check === null) return { entry, ended: false };
  const slot = await openChecks(u, entry.accountId);
  const told = await slot.get(entry.check.remoteId, signal).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  return noteCheck(u, id, told, now);
}

/** The same for a screen. */
export async function refreshCheck(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  return viewOf((await lookAtCheck(u, id, now, signal)).entry);
}

/** The ones worth asking about, by what is kept. */
export async function awaitedEntries(u: Unlocked, now: number): Promise<LedgerEntry[]> {
  const { records } = await listRecords(u, 'check');
  return records.filter((entry) => awaitsLook(entry, now));
}
