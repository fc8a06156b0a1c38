// Bringing an account and its service together: its list into the vault, creations whose answer never came to their sites, what
// waited here to the service. Leans on lib/sync; says what went wrong, and keeps it for who looks later.
import { AppError } from '../error.ts';
import { inTurn } from '../providers/turns.ts';
import { type Link, turnOf } from '../sync/link.ts';
import { noteProgress, noteSuccess, troubleFrom } from '../sync/progress.ts';
import { type PullCount, pullAccount } from '../sync/pull.ts';
import { Cancelled, type Run, run } from '../sync/runs.ts';
import { sendQueued } from '../sync/send.ts';
import { stopWalk, walkAliases } from '../sync/walk.ts';
import type { Unlocked } from '../vault/vault.ts';
import { claimSites } from './claim-sites.ts';
import { openIntents } from './creation-intents.ts';
import { healAliases, healIdentities } from './heal-intents.ts';

export interface SyncWish {
  /** The whole list; else the newest page, if that brings nothing unknown. */
  whole: boolean;
  /** However much of the quota it takes. */
  force: boolean;
  onPage?: ((counts: Run) => void) | undefined;
}

/**
 * One at a time an account: who asks while one like it runs gets that one's result.
 * @returns what the reading brought; sending that failed is kept as the account's trouble, not thrown
 * @throws AppError of the provider (what was read before is stored), `costly`, those of the vault; Cancelled
 */
export function syncAccount(u: Unlocked, link: Link, wish: SyncWish): Promise<PullCount> {
  return run(link.account.id, `${wish.whole} ${wish.force}`, async (signal, count) => {
    try {
      const counts = await pull(u, link, wish, signal, (page) => {
        count(page);
        wish.onPage?.(page);
      });
      await sendQueued(u, link, { force: wish.force, signal });
      return counts;
    } catch (error) {
      await keepTrouble(u, link, error);
      throw error;
    }
  });
}

async function pull(
  u: Unlocked,
  link: Link,
  { whole, force }: SyncWish,
  signal: AbortSignal,
  onPage: (counts: Run) => void,
): Promise<PullCount> {
  const { account, provider } = link;
  if (provider.identities !== undefined) {
    const counts = await pullAccount(u, account, provider, signal);
    await healIdentities(u, account.id, provider, signal);
    await noteSuccess(u, account.id, { lookedAt: Date.now() });
    return counts;
  }
  const onAdded = (ids: readonly string[]) => claimSites(u, ids);
  const counts = await walkAliases(u, link, { whole, force, signal, onPage, onAdded });
  if ((await openIntents(u, account.id)).length > 0) await heal(u, link, signal);
  return counts;
}

/** One more page, where a creation is in doubt: it must be newer than the doubt. */
async function heal(u: Unlocked, link: Link, signal: AbortSignal): Promise<void> {
  await inTurn(turnOf(link.account), async () => {
    const newest = await link.provider.aliases?.list?.(0, signal);
    if (newest) await healAliases(u, link, newest.items);
  });
}

async function keepTrouble(u: Unlocked, link: Link, error: unknown): Promise<void> {
  if (error instanceof Cancelled) return stopWalk(u, link.account.id);
  // What the vault itself refuses cannot be written into it either.
  if (!(error instanceof AppError) || error.code === 'locked' || error.code === 'no-account') return;
  await noteProgress(u, link.account.id, {
    trouble: troubleFrom(error, Date.now()),
    rate: await link.rate(),
  });
}
