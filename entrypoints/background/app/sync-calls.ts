// What our own pages may ask about lists and waiting edits, one line a call. Leans on lib/actions.
import { BULK, type BulkResult, changeMany } from '../../../lib/actions/bulk-addresses.ts';
import { discardAddress } from '../../../lib/actions/discard-address.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { resolveConflict } from '../../../lib/actions/resolve-conflict.ts';
import { sendAllWaiting, sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { readSyncStates, waitingEdits } from '../../../lib/actions/sync-state.ts';
import type { SyncCalls } from '../../../lib/messages/app/sync.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { fireAndForget } from '../../../lib/report.ts';
import { Cancelled, cancelRun, runOf } from '../../../lib/sync/runs.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { notePage, seeDestinations, sendSoon } from '../syncing.ts';

export const syncCalls: Handlers<SyncCalls, AppSender> = {
  'sync.state': async () => ({
    accounts: await readSyncStates(await requireUnlocked(), Date.now()),
    bulk: runOf(BULK),
  }),
  'sync.pull': async ({ id, force }) => {
    const u = await requireUnlocked();
    const work = pullAccounts(u, id, { force: force ?? false, onPage: notePage });
    announce('sync');
    fireAndForget(seeDestinations(u, id), 'destinations');
    return ended(work, { added: 0, changed: 0, removed: 0 });
  },
  'sync.cancel': async ({ id }) => ({ cancelled: cancelRun(id ?? BULK) }),
  'sync.send': async ({ id }) => {
    await sendWaiting(await requireUnlocked(), id, { force: true, onSent: notePage });
    announce('addresses', 'sync');
    return {};
  },
  'addresses.waiting': async ({ id }) => ({ edits: await waitingEdits(await requireUnlocked(), id) }),
  'addresses.resolve': async (resolution) => {
    const u = await requireUnlocked();
    const address = await resolveConflict(u, resolution, Date.now());
    sendSoon(u, address.accountId);
    announce('addresses', 'sync');
    return { address };
  },
  'addresses.discard': async ({ id }) => {
    const u = await requireUnlocked();
    const discarded = await discardAddress(u, id, Date.now());
    if (discarded.address !== null) sendSoon(u, discarded.address.accountId);
    announce('addresses', 'inbox', 'sync');
    return discarded;
  },
  'addresses.bulk': async (bulk) => {
    const u = await requireUnlocked();
    const work = changeMany(u, bulk, notePage).then((result: BulkResult) => {
      if (bulk.do !== 'remove')
        fireAndForget(
          sendAllWaiting(u, { force: bulk.force ?? false, onSent: notePage }).then(() =>
            announce('addresses', 'sync'),
          ),
          'send many',
        );
      return result;
    });
    return work.finally(() => announce('addresses', 'inbox', 'sync'));
  },
};

/** What a person ended themselves is no failure. */
async function ended<T>(work: Promise<T>, none: T): Promise<T & { cancelled: boolean }> {
  try {
    return { ...(await work), cancelled: false };
  } catch (error) {
    if (error instanceof Cancelled) return { ...none, cancelled: true };
    throw error;
  } finally {
    announce('addresses', 'inbox', 'sync');
  }
}
