// Asking for a check, once: the intent is sealed before the service is asked, so that an answer that never came leaves something to
// look for. Leans on lib/checks for the draft and on the provider; the service has no idempotency key, and nothing is repeated.
import { wishOf } from '../../checks/draft.ts';
import { canSend, lint } from '../../checks/lint.ts';
import { clockOffset } from '../../checks/status.ts';
import { AppError } from '../../error.ts';
import type { LedgerEntry, LedgerView, NewCheck } from '../../ledger.ts';
import { newId } from '../../vault/ids.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { entryOf, keepEntry, openChecks, viewOf } from './ledger.ts';
import { noteCheck } from './look.ts';
import { putOwn } from './pull.ts';

/** Wishes on their way: pressed again in another window, or in a popup that was closed and opened, it is the same wish. */
const underWay = new Map<string, Promise<LedgerView>>();

/**
 * Errors: `rejected` where the linter says that the service would refuse it; those of the service, and then nothing is kept;
 * `doubtful` when nobody can tell: the intent stays in the ledger, to be matched by `findLost` and `adoptCheck`.
 */
export function askCheck(
  u: Unlocked,
  wish: NewCheck,
  clock: () => number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const key = JSON.stringify(wish);
  const before = underWay.get(key);
  if (before) return before;
  const asking = send(u, wish, clock, signal).finally(() => underWay.delete(key));
  underWay.set(key, asking);
  return asking;
}

async function send(
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
  const made = await slot
    .create(wishOf({ claims, redirectUrl, endpointIds }), signal)
    .catch(async (error: unknown) => {
      if (error instanceof AppError) await noteUnmade(u, intent, error.code === 'doubtful' ? clock() : null);
      throw error;
    });
  const now = clock();
  const { check, link, cancelToken } = made;
  const offset = clockOffset(check.createdAt, sentAt, now);
  const own = { ...intent, check, link, cancelToken, clockOffset: offset, updatedAt: now, lookedAt: now };
  try {
    return viewOf(await transact(u, ['check'], (tx) => putOwn(tx, own)));
  } catch (error) {
    // It was made, and there is no room for its link: its intent stays, and by that it can be found and cancelled.
    throw error instanceof AppError ? new AppError('doubtful', error.detail, { cause: error }) : error;
  }
}

/** @param lostAt when its answer was given up on; null: it was refused. Adopted meanwhile, it stays as it is. */
async function noteUnmade(u: Unlocked, intent: LedgerEntry, lostAt: number | null): Promise<void> {
  await transact(u, ['check'], async (tx) => {
    const line = await tx.get('check', intent.id);
    if (line?.check) return;
    if (lostAt === null) await tx.remove('check', intent.id);
    else await tx.put('check', { ...intent, lostAt });
  });
}

/** Cancels by the account's key. What had ended stays as it ended. Errors: `not-found`; those of the service. */
export async function cancelCheck(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<LedgerView> {
  const { check, accountId } = await entryOf(u, id);
  if (check === null) throw new AppError('not-found', { what: 'check' });
  const slot = await openChecks(u, accountId);
  await slot.cancel(check.remoteId, signal);
  const told = await slot.get(check.remoteId, signal);
  return viewOf((await noteCheck(u, id, told, now)).entry);
}
