// How every account stands with its service, as a screen shows it: what waits, when its list was read, what is left of its
// requests. Leans on lib/sync and the vault; asks no service.

import { costOf } from '../sync/due.ts';
import type { Link } from '../sync/link.ts';
import { readProgress } from '../sync/progress.ts';
import { isCostly, readQuota } from '../sync/quota.ts';
import { runOf } from '../sync/runs.ts';
import type { SyncState } from '../sync-state.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';

export async function readSyncStates(u: Unlocked, now: number): Promise<SyncState[]> {
  const links = (await openAccounts(u)).filter(hasList);
  const { records } = await listRecords(u, 'outbox');
  return Promise.all(
    links.map(async ({ account, rate }): Promise<SyncState> => {
      const progress = await readProgress(u, account.id);
      const quota = readQuota((await rate()) ?? progress.rate, now);
      const cost = costOf(progress);
      return {
        accountId: account.id,
        pending: new Set(
          records.filter((it) => it.accountId === account.id).map(({ addressId }) => addressId),
        ).size,
        lastPullAt: progress.lookedAt,
        lastWholeAt: progress.wholeAt,
        running: runOf(account.id),
        unfinished: progress.walk && { done: progress.walk.done, total: progress.total },
        trouble: progress.trouble,
        rate: quota,
        cost,
        asks: isCostly(cost, quota),
        vaultOpen: account.kind === 'anonli' ? account.vault !== null : null,
      };
    }),
  );
}

/** Accounts whose addresses a service lists. */
const hasList = ({ provider }: Link): boolean =>
  provider.identities !== undefined || provider.aliases?.list !== undefined;
