// Asking for a check, once: the intent is sealed before the service is asked, so that an answer that never came leaves something to
// look for. Leans on lib/checks for the draft and on the provider; the service has no idempotency key, and nothing is repeated.

import { candidates, listFrom } from '../../checks/adopt.ts';
import { shareFieldsOf, wishOf } from '../../checks/draft.ts';
import { canSend, lint } from '../../checks/lint.ts';
import { clockOffset } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView, NewCheck } from '../../ledger.ts';
import { all } from '../../providers/cursors.ts';
import { newId } from '../../vault/ids.ts';
import { listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { entryOf, forgetCheck, idOf, keepEntry, noteCheck, openChecks, viewOf } from './ledger.ts';

/**
 * Errors: `rejected` where the linter says that the service would refuse it; those of the service, and then nothing is kept;
 * `doubtful` when nobody can tell: the intent stays in the ledger, to be matched by `findLost` and `adoptCheck`.
 */
export async function askCheck(
  u: Unlocked,
  wish: NewCheck,
  clock: () => number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const { accountId, whom, site, claims, redirectUrl, endpointIds } = wish;
  if (!canSend(lint({ claims, redirectUrl, endpointIds }))) throw new AppError('rejected', { what: 'check' });
  const slot = await openChecks(u, accountId);
  const sentAt = clock();
  const intent: LedgerEntry = {
    id: newId(),
    accountId,
    whom,
    site,
    claims,
    redirectUrl,
    endpointIds,
    check: null,
    link: null,
    cancelToken: null,
    sentAt,
    lostAt: null,
    origin: 'here',
    clockOffset: 0,
    updatedAt: sentAt,
  };
  await keepEntry(u, intent);
  try {
    const made = await slot.create(wishOf({ claims, redirectUrl, endpointIds }), signal);
    const now = clock();
    const { check, link, cancelToken } = made;
    const offset = clockOffset(check.createdAt, sentAt, now);
    return viewOf(
      await keepEntry(u, { ...intent, check, link, cancelToken, clockOffset: offset, updatedAt: now }),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'doubtful') await keepEntry(u, { ...intent, lostAt: clock() });
    else await forgetCheck(intent.id);
    throw error;
  }
}

/**
 * After a doubtful answer, or a worker that died while it waited: checks at the service that may be the one meant, the likeliest
 * first. The list may show a colleague's, so a person chooses.
 */
export async function findLost(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerEntry['check'][]> {
  const entry = await entryOf(u, id);
  if (entry.check !== null) return [];
  const slot = await openChecks(u, entry.accountId);
  const intent = {
    shareFields: shareFieldsOf(entry.claims),
    redirectUrl: entry.redirectUrl === '' ? null : entry.redirectUrl,
    sentAt: entry.sentAt,
    lostAt: entry.lostAt ?? now,
  };
  const listed = await all((after) => slot.list({ after, createdFrom: listFrom(intent) }, signal), idOf);
  const { records } = await listRecords(u, 'check');
  const known = new Set(
    records.flatMap(({ check, origin }) => (check && origin !== 'elsewhere' ? [check.remoteId] : [])),
  );
  return candidates(intent, listed, known);
}

/** The person's word that this is the one: it was made, its link is lost, and the key can still cancel it. */
export async function adoptCheck(
  u: Unlocked,
  id: string,
  remoteId: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const entry = await entryOf(u, id);
  const check = await (await openChecks(u, entry.accountId)).get(remoteId, signal);
  return transact(u, ['check'], async (tx) => {
    let adopted: LedgerEntry = { ...entry, check, origin: 'adopted', updatedAt: now };
    // It may have come in as made elsewhere meanwhile, answer and all: one line, not two.
    for (const other of (await tx.list('check')).records) {
      if (other.id === id || other.check?.remoteId !== remoteId) continue;
      if (other.answer) adopted = { ...adopted, answer: other.answer };
      await tx.remove('check', other.id);
    }
    await tx.put('check', adopted);
    return viewOf(adopted);
  });
}

/** Cancels by the account's key. What had ended stays as it ended. Errors: `not-found`; those of the service. */
export async function cancelCheck(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const entry = await entryOf(u, id);
  if (entry.check === null) throw new AppError('not-found', { what: 'check' });
  const slot = await openChecks(u, entry.accountId);
  await slot.cancel(entry.check.remoteId, signal);
  const check = await slot.get(entry.check.remoteId, signal);
  return viewOf(await noteCheck(u, id, check, now));
}
