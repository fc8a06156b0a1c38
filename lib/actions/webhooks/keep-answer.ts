// An opened answer in the ledger: which check it answers, and what is kept of it. Leans on the vault and the account's provider. Only a
// signature that proves itself gets in, and a withdrawal is never undone by an older answer.
import { SIGNATURES } from '../../checks/answers.ts';
import { awaitsLook } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { KeptAnswer, LedgerEntry } from '../../ledger.ts';
import type { OpenedAnswer } from '../../sealed-answer.ts';
import { listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openChecks } from '../checks/ledger.ts';
import { lookAtCheck } from '../checks/look.ts';
import { lineFor } from '../checks/pull.ts';

/**
 * The line of the check that was answered, as the service tells it now. A check made elsewhere gets a line.
 * @param remoteId `vs_…`, as the answer names it
 * @returns null where there is no such line and the service tells of none, or could not be asked
 */
export async function entryOfAnswer(
  u: Unlocked,
  accountId: string,
  remoteId: string,
  now: number,
): Promise<LedgerEntry | null> {
  const { records } = await listRecords(u, 'check');
  const known = records.find((entry) => entry.accountId === accountId && entry.check?.remoteId === remoteId);
  try {
    if (known === undefined) {
      const check = await (await openChecks(u, accountId)).get(remoteId);
      return await lineFor(u, accountId, check, now);
    }
    // An answer means that it has ended: the ledger shall say so, too.
    return awaitsLook(known, now) ? (await lookAtCheck(u, known.id, now)).entry : known;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return known ?? null;
  }
}

/** Consent was taken back after the end: what had been answered is no longer to be held. */
const isWithdrawal = ({ cancelReason }: Pick<KeptAnswer, 'cancelReason'>): boolean =>
  cancelReason?.startsWith('privacy_') === true;

/** @returns the line with its answer; null where the answer does not prove itself, or consent to it was withdrawn since. */
export function keepAnswer(
  u: Unlocked,
  { id }: LedgerEntry,
  { answer, signature }: Extract<OpenedAnswer, { kind: 'opened' }>,
  now: number,
): Promise<LedgerEntry | null> {
  if (!SIGNATURES[signature.kind].proven || !('signedAt' in signature)) return Promise.resolve(null);
  const { signedAt } = signature;
  return transact(u, ['check'], async (tx) => {
    const entry = await tx.get('check', id);
    if (entry === null) return null;
    const { sessionId: _, ...told } = answer;
    const had = entry.answer;
    if (had !== undefined && isWithdrawal(had) && !isWithdrawal(told)) return null;
    // Opened again: it is the same answer, and stays as it was noted first.
    if (had !== undefined && had.eventId !== null && had.eventId === told.eventId) return entry;
    const kept = { ...entry, answer: { ...told, signedAt, openedAt: now }, updatedAt: now };
    await tx.put('check', kept);
    return kept;
  });
}
