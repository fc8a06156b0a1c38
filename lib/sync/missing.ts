// Addresses kept here that a whole list did not name. Not listed is not yet gone: deletions shift offsets while pages are read.
// So each is asked about by itself, and only a clear "not found" counts; what was written here of it stays. Leans on the
// provider and the vault.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import { inTurn } from '../providers/turns.ts';
import { getRecords, idsOf } from '../vault/bulk.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { goneForwarding } from './forward.ts';
import { type Link, turnOf } from './link.ts';
import { dropQueued } from './outbox.ts';
import { mergePage } from './pages-in.ts';
import { inBudget } from './patience.ts';

const BATCH = 500;

/**
 * @param seen ids here of everything the list named
 * @param since when the reading began: what was made later cannot be on it
 * @param most how many to ask about, one request each; the others wait for the next reading
 * @returns how many are gone
 */
export async function settleMissing(
  u: Unlocked,
  link: Link,
  seen: ReadonlySet<string>,
  since: number,
  most: number,
  signal?: AbortSignal,
): Promise<number> {
  const { account, provider, rate } = link;
  const get = provider.aliases?.get;
  if (get === undefined) return 0;
  let removed = 0;
  let asked = 0;
  for await (const address of missing(u, account.id, seen, since)) {
    if (asked >= most) break;
    asked += 1;
    const { remoteId } = address;
    if (remoteId === null) continue;
    const isGone = await inTurn(turnOf(account), async () => {
      const found = await find(() => inBudget(() => get(remoteId, signal), { awake: rate, signal }));
      if (found === 'unknown') return null;
      if (found === null) await markGone(u, address.id);
      else await mergePage(u, link, [found], Date.now(), async () => undefined);
      return found === null;
    });
    // No budget, no server: what is known of the rest stays as it is.
    if (isGone === null) break;
    if (isGone) removed += 1;
  }
  return removed;
}

async function* missing(
  u: Unlocked,
  accountId: string,
  seen: ReadonlySet<string>,
  since: number,
): AsyncGenerator<Address, void, undefined> {
  const ids = (await idsOf('address')).filter((id) => !seen.has(id));
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const address of await getRecords(u, 'address', ids.slice(at, at + BATCH))) {
      const { forwarding } = address;
      if (address.accountId !== accountId || forwarding === undefined || forwarding.gone) continue;
      if ((forwarding.madeAt ?? 0) < since) yield address;
    }
  }
}

async function find(get: () => Promise<RemoteAddress>): Promise<RemoteAddress | null | 'unknown'> {
  try {
    return await get();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'not-found' ? null : 'unknown';
  }
}

/** Together with what waited for it. */
export async function markGone(u: Unlocked, id: string): Promise<void> {
  await transact(u, ['address', 'outbox'], async (tx) => {
    const known = await tx.get('address', id);
    await dropQueued(u, tx, id);
    if (known !== null) await tx.put('address', goneForwarding(known, Date.now()));
  });
}
