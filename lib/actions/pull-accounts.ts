// Bringing every account's remote addresses into the vault: on demand, and at an unlock where that is due. Leans on
// sync-account.ts; creates nothing anywhere.
import { AppError } from '../error.ts';
import { duePull } from '../sync/due.ts';
import { readProgress } from '../sync/progress.ts';
import type { PullCount } from '../sync/pull.ts';
import type { Run } from '../sync/runs.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount, openAccounts } from './open-account.ts';
import { syncAccount } from './sync-account.ts';

export interface PullWish {
  force?: boolean;
  onPage?: (counts: Run) => void;
}

/** Pulls one account, or all. Errors of a provider end the pull; what was stored before stays. */
export async function pullAccounts(u: Unlocked, id: string | null, wish: PullWish = {}): Promise<PullCount> {
  const links = id === null ? await openAccounts(u) : [await openAccount(u, id)];
  const sum: PullCount = { added: 0, changed: 0, removed: 0 };
  for (const link of links) {
    const { identities, aliases } = link.provider;
    if (!identities && !aliases?.list) continue;
    const count = await syncAccount(u, link, {
      whole: true,
      force: wish.force ?? false,
      onPage: wish.onPage,
    });
    sum.added += count.added;
    sum.changed += count.changed;
    sum.removed += count.removed;
  }
  return sum;
}

export interface DueWish {
  /** Leaves accounts alone that have just failed. */
  calmly?: boolean;
  onPage?: (counts: Run) => void;
}

/** At an unlock: reads where a day has passed, within the request budget. One account's trouble is not another's. */
export async function pullDue(u: Unlocked, { calmly = false, onPage }: DueWish = {}): Promise<void> {
  for (const link of await openAccounts(u)) {
    if (!link.provider.aliases?.list) continue;
    const due = duePull(await readProgress(u, link.account.id), Date.now(), calmly);
    if (due === 'no') continue;
    try {
      await syncAccount(u, link, { whole: due === 'whole', force: false, onPage });
    } catch (error) {
      // It is kept with the account; who unlocked wanted something else.
      if (!(error instanceof AppError)) throw error;
    }
  }
}
