// The ledger's own verbs: what is kept, in order, one line, and forgetting. Leans on the vault; asks the service nothing: how a check
// stands is look.ts, what was asked elsewhere pull.ts.
import { ourTime } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView } from '../../ledger.ts';
import type { CheckSlot } from '../../providers/check-slots.ts';
import { getRecord, listRecords, removeRecord } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openAccount } from '../open-account.ts';

/** In honest time order, newest first: the service lists by random id. */
export async function listLedger(u: Unlocked): Promise<LedgerView[]> {
  const { records } = await listRecords(u, 'check');
  return records.sort((a, b) => timeOf(b) - timeOf(a)).map(viewOf);
}

/** By our clock: of two services the clocks may be hours apart. */
const timeOf = (line: LedgerEntry): number =>
  line.check ? ourTime(line.check.createdAt, line) : line.sentAt;

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

/** Takes a line out of this ledger; nothing changes at the service. */
export async function forgetCheck(id: string): Promise<void> {
  await removeRecord('check', id);
}
