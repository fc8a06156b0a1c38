// One change to many addresses: switching is queued for all of them at once and goes out as the service allows; deleting asks
// the service for each. Leans on the other actions. What would take more than a tenth of the requests left is asked for first.
import type { AddressQuery } from '../address-query.ts';
import { AppError, toWire, type WireError } from '../error.ts';
import type { Address } from '../model.ts';
import { queueEdit } from '../sync/outbox.ts';
import { patiently } from '../sync/patience.ts';
import { readProgress } from '../sync/progress.ts';
import { isCostly, readQuota } from '../sync/quota.ts';
import { Cancelled, type Run, run } from '../sync/runs.ts';
import { transact } from '../vault/transaction.ts';
import { requireUnlocked, type Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';
import { removeAddress } from './remove-address.ts';
import { countByAccount, matchingIds } from './search-addresses.ts';

export interface Bulk {
  /** Which: by id, or all that match. */
  ids?: string[];
  query?: Pick<AddressQuery, 'text' | 'filter'>;
  do: 'on' | 'off' | 'remove';
  /** However much of the quota it takes. */
  force?: boolean;
}

export interface BulkResult {
  /** Ids of those that are other than before; the rest already was as wanted. */
  changed: string[];
  /** How many are not as wanted, because their service refused, did not answer, or has them no more. */
  failed: number;
  /** What ended it before its end, if anything did; what was done until then is above. */
  ended?: 'cancelled' | WireError;
}

/** The name a bulk change runs under: one at a time. */
export const BULK = 'bulk';

const PORTION = 200;

/** Errors: `costly`; those of the vault. A failure of one address is counted, three in a row end it. */
export function changeMany(u: Unlocked, bulk: Bulk, onCount: (counts: Run) => void): Promise<BulkResult> {
  return run(BULK, null, async (signal, count) => {
    const ids = bulk.ids ?? (bulk.query ? await idsToChange(u, bulk.query, bulk.do) : []);
    const tell = (done: number): void => {
      const counts = { done, total: ids.length };
      count(counts);
      onCount(counts);
    };
    if (!bulk.force) await ask(u, ids);
    const result: BulkResult = { changed: [], failed: 0 };
    try {
      if (bulk.do === 'remove') await removeMany(u, ids, signal, tell, result);
      else await switchMany(u, ids, bulk.do === 'on', signal, tell, result);
    } catch (error) {
      if (error instanceof Cancelled) return { ...result, ended: 'cancelled' };
      // With something done, that is the news, and its undoing; with nothing, the failure alone.
      if (result.changed.length === 0 || !(error instanceof AppError)) throw error;
      return { ...result, ended: toWire(error) };
    }
    return result;
  });
}

/** What is as wanted already is not even looked at: the index knows it, and of a hundred thousand most may be. */
async function idsToChange(
  u: Unlocked,
  { text, filter }: NonNullable<Bulk['query']>,
  what: Bulk['do'],
): Promise<readonly string[]> {
  if (what === 'remove') return matchingIds(u, { text, filter });
  const active = what === 'on';
  if (filter.active === active) return [];
  return matchingIds(u, { text, filter: { ...filter, active: !active } });
}

async function switchMany(
  u: Unlocked,
  ids: readonly string[],
  active: boolean,
  signal: AbortSignal,
  tell: (done: number) => void,
  result: BulkResult,
): Promise<void> {
  for (let at = 0; at < ids.length; at += PORTION) {
    signal.throwIfAborted();
    await requireUnlocked();
    const portion = ids.slice(at, at + PORTION);
    const now = Date.now();
    const done = await transact(u, ['address', 'outbox'], async (tx) => {
      const switched: string[] = [];
      let failed = 0;
      for (const id of portion) {
        const known = await tx.get('address', id);
        if (known?.active === active) continue;
        if (known === null || !canSwitch(known)) {
          failed += 1;
          continue;
        }
        switched.push(id);
        const next = known.forwarding
          ? await queueEdit(u, tx, known, { edit: 'active', value: active }, now)
          : { ...known, active, updatedAt: now };
        await tx.put('address', next);
      }
      return { switched, failed };
    });
    result.changed.push(...done.switched);
    result.failed += done.failed;
    tell(at + portion.length);
  }
}

/** An identity's provider must be asked first, one by one: that is not a thing of bulk. */
const canSwitch = ({ kind, forwarding }: Address): boolean => kind === 'alias' && !forwarding?.gone;

/** Failures in a row after which the service, not the address, is what fails. */
const MOST_FAILED = 3;

async function removeMany(
  u: Unlocked,
  ids: readonly string[],
  signal: AbortSignal,
  tell: (done: number) => void,
  result: BulkResult,
): Promise<void> {
  let inRow = 0;
  for (const [at, id] of ids.entries()) {
    signal.throwIfAborted();
    await requireUnlocked();
    try {
      await patiently(() => removeAddress(u, id, signal), { awake: () => requireUnlocked(), signal });
      result.changed.push(id);
      inRow = 0;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Removed meanwhile is as wanted.
      if (error.code !== 'not-found') {
        result.failed += 1;
        inRow += 1;
        if (inRow >= MOST_FAILED) throw error;
      }
    }
    tell(at + 1);
  }
}

/** One request each, by account; accounts without a service have no limit to ask. */
async function ask(u: Unlocked, ids: readonly string[]): Promise<void> {
  const costs = await countByAccount(u, ids);
  const now = Date.now();
  for (const [accountId, cost] of costs) {
    const { rate } = await openAccount(u, accountId);
    const quota = readQuota((await rate()) ?? (await readProgress(u, accountId)).rate, now);
    if (cost > 1 && quota?.remaining != null && isCostly(cost, quota)) {
      throw new AppError('costly', { cost, remaining: quota.remaining });
    }
  }
}
