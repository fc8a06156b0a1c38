// Checks that were asked for elsewhere, found by the service's list and given a line each. Leans on the vault and the account's provider;
// never two lines for one check, and what is noted on a line stays.
import type { Check } from '../../check.ts';
import type { LedgerEntry } from '../../ledger.ts';
import { all } from '../../providers/cursors.ts';
import { recordId } from '../../vault/ids.ts';
import { type RecordTransaction, transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openChecks } from './ledger.ts';
import { newerOf } from './look.ts';

/** How far back a first look for checks made elsewhere goes: as long as the service keeps any. */
const FIRST_LOOK = 30 * 24 * 60 * 60_000;

export const idOf = ({ remoteId }: Check): string => remoteId;

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
    const ahead = aheadOf(records, accountId);
    let added = 0;
    for (const check of listed) {
      const entry = known.get(check.remoteId);
      const line = entry
        ? { ...entry, check: newerOf(entry.check, check), updatedAt: now, lookedAt: now }
        : // An intent whose answer was lost may be among them: that is for a person to say, in adopt.ts.
          elsewhere(u, accountId, check, now, ahead);
      await tx.put('check', line);
      if (!entry) added += 1;
    }
    return added;
  });
}

/** How far the service's clock was ahead when it last made something for us: it tells of what others made, too. */
function aheadOf(lines: readonly LedgerEntry[], accountId: string): number {
  const own = lines.filter(
    (line) => line.accountId === accountId && line.check && line.origin !== 'elsewhere',
  );
  return own.sort((a, b) => b.sentAt - a.sentAt)[0]?.clockOffset ?? 0;
}

/** The line of a check, made where there is none yet. */
export function lineFor(u: Unlocked, accountId: string, check: Check, now: number): Promise<LedgerEntry> {
  return transact(u, ['check'], async (tx) => {
    const { records } = await tx.list('check');
    const known = records.find((entry) => entry.check?.remoteId === check.remoteId);
    if (known) return known;
    const line = elsewhere(u, accountId, check, now, aheadOf(records, accountId));
    await tx.put('check', line);
    return line;
  });
}

/**
 * Puts a line for a check of one's own in place of what came in as made elsewhere meanwhile, answer and all: one line, not two. A line that
 * was said to be this one by mistake is one whose answer was lost, again.
 * @returns as it was put
 */
export async function putOwn(tx: RecordTransaction<'check'>, own: LedgerEntry): Promise<LedgerEntry> {
  let line = own;
  for (const other of (await tx.list('check')).records) {
    if (other.id === own.id || other.check?.remoteId !== own.check?.remoteId || other.check === null)
      continue;
    if (other.answer) line = { ...line, answer: other.answer };
    if (other.origin === 'elsewhere') await tx.remove('check', other.id);
    else await tx.put('check', unmatched(other));
  }
  await tx.put('check', line);
  return line;
}

const unmatched = ({ answer: _, ...line }: LedgerEntry): LedgerEntry => ({
  ...line,
  check: null,
  origin: 'here',
  clockOffset: 0,
});

/** A line for a check that was asked for elsewhere. */
function elsewhere(u: Unlocked, accountId: string, check: Check, now: number, ahead: number): LedgerEntry {
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
    clockOffset: ahead,
    updatedAt: now,
    lookedAt: now,
  };
}
