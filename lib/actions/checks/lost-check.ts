// A creation whose answer never came, or came to a worker that had died: looked for at the service, and made ours by a person's word. Leans
// on lib/checks/adopt.ts and the provider. The list may show a colleague's, so nothing is taken for ours by itself.
import type { Check } from '../../check.ts';
import { candidates, listFrom } from '../../checks/adopt.ts';
import { shareFieldsOf } from '../../checks/draft.ts';
import { clockOffset } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView } from '../../ledger.ts';
import { all } from '../../providers/cursors.ts';
import { listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { entryOf, openChecks, viewOf } from './ledger.ts';
import { idOf, putOwn } from './pull.ts';

/** A request is given up on after half of it; a worker that died in between noted nothing. */
const LONGEST_WAIT = 60_000;

/** When the answer was given up on, at the latest; by our clock. */
export function givenUpAt({ sentAt, lostAt }: Pick<LedgerEntry, 'sentAt' | 'lostAt'>): number {
  return lostAt ?? sentAt + LONGEST_WAIT;
}

/**
 * After a doubtful answer, or a worker that died while it waited: checks at the service that may be the one meant, the likeliest
 * first. The list may show a colleague's, so a person chooses.
 */
export async function findLost(u: Unlocked, id: string, signal?: AbortSignal): Promise<Check[]> {
  const entry = await entryOf(u, id);
  if (entry.check !== null) return [];
  const slot = await openChecks(u, entry.accountId);
  const intent = {
    shareFields: shareFieldsOf(entry.claims),
    redirectUrl: entry.redirectUrl === '' ? null : entry.redirectUrl,
    sentAt: entry.sentAt,
    lostAt: givenUpAt(entry),
  };
  const listed = await all((after) => slot.list({ after, createdFrom: listFrom(intent) }, signal), idOf);
  const { records } = await listRecords(u, 'check');
  return candidates(intent, listed, new Set(records.flatMap(ownId)));
}

/** The check that a line stands for, where that is no stranger's. */
export const ownId = ({ check, origin }: LedgerEntry): string[] =>
  check && origin !== 'elsewhere' ? [check.remoteId] : [];

/**
 * The person's word that this is the one: it was made, its link is lost, and the key can still cancel it. Where its answer came after all,
 * the line stays as that made it.
 * Errors: `conflict` where another line stands for this check; those of the service.
 */
export async function adoptCheck(
  u: Unlocked,
  id: string,
  remoteId: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const { accountId } = await entryOf(u, id);
  const check = await (await openChecks(u, accountId)).get(remoteId, signal);
  return transact(u, ['check'], async (tx) => {
    const entry = await tx.get('check', id);
    if (entry === null) throw new AppError('not-found', { what: 'check' });
    if (entry.check !== null) return viewOf(entry);
    const { records } = await tx.list('check');
    if (records.flatMap(ownId).includes(remoteId)) throw new AppError('conflict', { what: 'check' });
    const ahead = clockOffset(check.createdAt, entry.sentAt, givenUpAt(entry));
    const own = {
      ...entry,
      check,
      origin: 'adopted',
      clockOffset: ahead,
      updatedAt: now,
      lookedAt: now,
    } as const;
    return viewOf(await putOwn(tx, own));
  });
}
