// The ledger's own verbs: what is kept, what the service says of it now, what was asked elsewhere, and forgetting. Leans on the vault
// and on the account's provider; asks for no check and cancels none.

import type { Check } from '../../check.ts';
import { hasEnded } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView } from '../../ledger.ts';
import type { CheckSlot } from '../../providers/check-slots.ts';
import { all } from '../../providers/cursors.ts';
import { recordId } from '../../vault/ids.ts';
import { getRecord, listRecords, removeRecord } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openAccount } from '../open-account.ts';

/** In honest time order, newest first: the service lists by random id. */
export async function listLedger(u: Unlocked): Promise<LedgerView[]> {
  const { records } = await listRecords(u, 'check');
  return records.sort((a, b) => timeOf(b) - timeOf(a)).map(viewOf);
}

const timeOf = ({ check, sentAt }: LedgerEntry): number => check?.createdAt ?? sentAt;

/** Without the cancel token: a screen has no use for it. */
export function viewOf({ cancelToken: _, ...view }: LedgerEntry): LedgerView {
  return view;
}

/** Errors: `not-found`. */
export async function entryOf(u: Unlocked, id: string): Promise<LedgerEntry> {
  const entry = await getRecord(u, 'check', id);
  if (!entry) throw new AppError('not-found', { what: 'check' });
  return entry;
}

/** Errors: `no-account` where it is gone, or asks for no checks. */
export async function openChecks(u: Unlocked, accountId: string): Promise<CheckSlot> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.checks) throw new AppError('no-account');
  return provider.checks;
}

export async function keepEntry(u: Unlocked, entry: LedgerEntry): Promise<LedgerEntry> {
  await transact(u, ['check'], (tx) => tx.put('check', entry));
  return entry;
}

/**
 * Notes how a check stands, on its line as it is now: what was noted of it while the service was asked stays.
 * Errors: `not-found` where it was forgotten meanwhile.
 */
export function noteCheck(u: Unlocked, id: string, check: Check, now: number): Promise<LedgerEntry> {
  return transact(u, ['check'], async (tx) => {
    const entry = await tx.get('check', id);
    if (entry === null) throw new AppError('not-found', { what: 'check' });
    const noted = { ...entry, check, updatedAt: now };
    await tx.put('check', noted);
    return noted;
  });
}

/** Asks how one check stands. What the service deleted after its thirty days keeps its last state here. */
export async function refreshCheck(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const entry = await entryOf(u, id);
  if (entry.check === null) return viewOf(entry);
  const slot = await openChecks(u, entry.accountId);
  const told = await slot.get(entry.check.remoteId, signal).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  return viewOf(told === null ? entry : await noteCheck(u, id, told, now));
}

/** Checks that may still change, by what is kept: the ones worth asking about. */
export async function openEntries(u: Unlocked, now: number): Promise<LedgerEntry[]> {
  const { records } = await listRecords(u, 'check');
  return records.filter(({ check, clockOffset }) => check !== null && !hasEnded(check, now + clockOffset));
}

export const idOf = ({ remoteId }: Check): string => remoteId;

/** How far back a first look for checks made elsewhere goes: as long as the service keeps any. */
const FIRST_LOOK = 30 * 24 * 60 * 60_000;

/**
 * Finds checks that were asked for elsewhere, and how those kept here stand now.
 * @returns how many were new
 */
export async function pullChecks(
  u: Unlocked,
  accountId: string,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  const slot = await openChecks(u, accountId);
  const listed = await all((after) => slot.list({ after, createdFrom: now - FIRST_LOOK }, signal), idOf);
  return transact(u, ['check'], async (tx) => {
    const { records } = await tx.list('check');
    const known = new Map(
      records.flatMap((entry) => (entry.check ? [[entry.check.remoteId, entry] as const] : [])),
    );
    let added = 0;
    for (const check of listed) {
      const entry = known.get(check.remoteId);
      // An intent whose answer was lost may be among them: that is for a person to say, in adopt.ts.
      await tx.put(
        'check',
        entry ? { ...entry, check, updatedAt: now } : elsewhere(u, accountId, check, now),
      );
      if (!entry) added += 1;
    }
    return added;
  });
}

/** A line for a check that was asked for elsewhere. */
export function elsewhere(u: Unlocked, accountId: string, check: Check, now: number): LedgerEntry {
  return {
    id: recordId(u, 'check', accountId, check.remoteId),
    accountId,
    whom: '',
    site: null,
    claims: check.claims.map(({ claim, required, reason }) => ({ claim, required, reason })),
    redirectUrl: check.redirectUrl ?? '',
    endpointIds: check.endpointIds ?? [],
    check,
    link: null,
    cancelToken: null,
    sentAt: check.createdAt,
    lostAt: null,
    origin: 'elsewhere',
    clockOffset: 0,
    updatedAt: now,
  };
}

/** Takes a line out of this ledger; nothing changes at the service. */
export async function forgetCheck(id: string): Promise<void> {
  await removeRecord('check', id);
}
