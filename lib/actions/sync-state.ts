// How every account stands with its service, as a screen shows it: what waits, when its list was read, what is left of its
// requests. Leans on lib/sync and the vault; asks no service.

import { type QueuedEdit, SEALED_FIELDS } from '../forwarding.ts';
import { costOf } from '../sync/due.ts';
import type { Link } from '../sync/link.ts';
import { readProgress } from '../sync/progress.ts';
import { isCostly, readQuota } from '../sync/quota.ts';
import { runOf } from '../sync/runs.ts';
import type { SyncState } from '../sync-state.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { knownDestinations } from './known-destinations.ts';
import { openAccounts } from './open-account.ts';

export async function readSyncStates(u: Unlocked, now: number): Promise<SyncState[]> {
  const links = (await openAccounts(u)).filter(hasList);
  const { records } = await listRecords(u, 'outbox');
  return Promise.all(
    links.map(async ({ account, rate }): Promise<SyncState> => {
      const progress = await readProgress(u, account.id);
      const quota = readQuota((await rate()) ?? progress.rate, now);
      const cost = costOf(progress);
      const vaultOpen = account.kind === 'anonli' ? account.vault !== null : null;
      const queued = records.filter((it) => it.accountId === account.id);
      const isClosed = ({ edit }: QueuedEdit) => vaultOpen === false && isSealedField(edit);
      return {
        accountId: account.id,
        pending: addressesOf(queued.filter((it) => !isClosed(it))),
        waitsForVault: addressesOf(queued.filter(isClosed)),
        organisation: (await knownDestinations(u, account.id))?.organisation ?? false,
        lastPullAt: progress.lookedAt,
        lastWholeAt: progress.wholeAt,
        running: runOf(account.id),
        unfinished: progress.walk && { done: progress.walk.done, total: progress.total },
        trouble: progress.trouble,
        rate: quota,
        cost,
        asks: isCostly(cost, quota),
        vaultOpen,
      };
    }),
  );
}

const addressesOf = (queued: readonly QueuedEdit[]): number =>
  new Set(queued.map(({ addressId }) => addressId)).size;

const isSealedField = (edit: QueuedEdit['edit']): boolean => SEALED_FIELDS.some((field) => field === edit);

/** Accounts whose addresses a service lists. */
const hasList = ({ provider }: Link): boolean =>
  provider.identities !== undefined || provider.aliases?.list !== undefined;
