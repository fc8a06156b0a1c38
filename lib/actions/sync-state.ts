// How every account stands with its service, as a screen shows it: what waits, when its list was read, what is left of its
// requests. Leans on lib/sync and the vault; asks no service.

import { type QueuedEdit, SEALED_FIELDS } from '../forwarding.ts';
import { costOf } from '../sync/due.ts';
import type { Link } from '../sync/link.ts';
import { queuedOf } from '../sync/outbox.ts';
import { readProgress } from '../sync/progress.ts';
import { isCostly, readQuota } from '../sync/quota.ts';
import { runOf } from '../sync/runs.ts';
import type { SyncState, WaitingEdit } from '../sync-state.ts';
import { getRecords } from '../vault/bulk.ts';
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
      const all = records.filter((it) => it.accountId === account.id);
      const blocked = await blockedEdits(u, all);
      const queued = all.filter((it) => !blocked.has(it));
      const isClosed = ({ edit }: QueuedEdit) => vaultOpen === false && isSealedField(edit);
      return {
        accountId: account.id,
        pending: addressesOf(queued.filter((it) => !isClosed(it))),
        waitsForVault: addressesOf(queued.filter(isClosed)),
        undecided: addressesOf([...blocked]),
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

/** What waits of one address, and what its service said to it last. */
export async function waitingEdits(u: Unlocked, addressId: string): Promise<WaitingEdit[]> {
  return (await queuedOf(u, [addressId])).map(({ edit, failure, notBefore }) => ({
    edit,
    failure: failure ?? null,
    notBefore,
  }));
}

/** Texts looked at: whoever has more undecided than this has enough to begin with. */
const MOST_LOOKED_AT = 200;

/** Waiting texts that meet another there, or one that nobody here can read. */
async function blockedEdits(u: Unlocked, queued: readonly QueuedEdit[]): Promise<Set<QueuedEdit>> {
  const texts = queued.filter(({ edit }) => isSealedField(edit)).slice(0, MOST_LOOKED_AT);
  const ids = [...new Set(texts.map(({ addressId }) => addressId))];
  const addresses = new Map((await getRecords(u, 'address', ids)).map((one) => [one.id, one]));
  return new Set(
    texts.filter(({ addressId, edit }) => {
      const { conflict, closed } = addresses.get(addressId)?.forwarding ?? {};
      return SEALED_FIELDS.some(
        (field) => field === edit && (conflict?.[field] !== undefined || closed?.includes(field)),
      );
    }),
  );
}

const addressesOf = (queued: readonly QueuedEdit[]): number =>
  new Set(queued.map(({ addressId }) => addressId)).size;

const isSealedField = (edit: QueuedEdit['edit']): boolean => SEALED_FIELDS.some((field) => field === edit);

/** Accounts whose addresses a service lists. */
const hasList = ({ provider }: Link): boolean =>
  provider.identities !== undefined || provider.aliases?.list !== undefined;
