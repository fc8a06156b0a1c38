// How an account stands with its service: when its list was read, how far a reading got, what the last trouble was. Leans on
// the vault; one sealed record an account, so that the browser's end loses none of it. Decides nothing.
import { type AppError, toWire } from '../error.ts';
import type { Progress, Trouble } from '../forwarding.ts';
import { getRecord, recordId } from '../vault/records.ts';
import { type RecordTransaction, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

function fresh(u: Unlocked, accountId: string): Progress {
  return {
    id: recordId(u, 'progress', accountId),
    accountId,
    lookedAt: null,
    wholeAt: null,
    total: null,
    pages: null,
    walk: null,
    trouble: null,
    notBefore: 0,
    rate: null,
  };
}

export async function readProgress(u: Unlocked, accountId: string): Promise<Progress> {
  const blank = fresh(u, accountId);
  return (await getRecord(u, 'progress', blank.id)) ?? blank;
}

/** Changes some members; the others stay as they are by then. */
export async function noteProgress(
  u: Unlocked,
  accountId: string,
  change: Partial<Omit<Progress, 'id' | 'accountId'>>,
): Promise<void> {
  await transact(u, ['account', 'progress'], async (tx) => {
    // An account that was removed meanwhile leaves nothing behind.
    if ((await tx.get('account', accountId)) !== null) await noteProgressIn(u, tx, accountId, change);
  });
}

/** Something went well: the last trouble is over, but for a vault that was changed, which stays said until it is open again. */
export async function noteSuccess(
  u: Unlocked,
  accountId: string,
  change: Partial<Omit<Progress, 'id' | 'accountId' | 'trouble'>>,
): Promise<void> {
  const { trouble } = await readProgress(u, accountId);
  const kept = trouble?.code === 'vault-changed' ? trouble : null;
  await noteProgress(u, accountId, { ...change, trouble: kept });
}

/** `noteProgress` inside a transaction. */
export async function noteProgressIn(
  u: Unlocked,
  tx: RecordTransaction<'progress'>,
  accountId: string,
  change: Partial<Omit<Progress, 'id' | 'accountId'>>,
): Promise<void> {
  const blank = fresh(u, accountId);
  const before = (await tx.get('progress', blank.id)) ?? blank;
  await tx.put('progress', { ...before, ...change });
}

export function troubleFrom(error: AppError, at: number): Trouble {
  return { ...toWire(error), at };
}
