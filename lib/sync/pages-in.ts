// One page of a service's list into the vault: in portions, each in one transaction, sealed outside of it. Leans on forward.ts
// for what an item means and on the vault's bulk side. Knows nothing of requests.
import { AppError } from '../error.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import { changeRecords } from '../vault/bulk.ts';
import { recordId } from '../vault/records.ts';
import type { RecordTransaction } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { adoptForwarded, mergeForwarded, type OpenTexts, openNothing } from './forward.ts';
import type { Link } from './link.ts';
import { earlierValues, mendQueue } from './outbox.ts';

/** Records a transaction: a service without pages may give all at once. */
const PORTION = 500;

export interface PageResult {
  /** Ids here of what was not known before. */
  added: string[];
  changed: number;
  /** Ids here of everything on the page. */
  ids: string[];
}

/** The record of a service's address: one an account and remote id. */
export function forwardedId(u: Unlocked, accountId: string, remoteId: string): string {
  return recordId(u, accountId, remoteId);
}

export function openerOf({ provider }: Link): OpenTexts {
  const { labels } = provider;
  return labels === undefined ? openNothing : (remoteId, sealed) => labels.open(remoteId, sealed);
}

/**
 * @param also belongs to the page: in the transaction of its last portion
 * @throws AppError `no-account` if the account was removed meanwhile, and those of the vault
 */
export async function mergePage(
  u: Unlocked,
  link: Link,
  items: readonly RemoteAddress[],
  now: number,
  also: (tx: RecordTransaction<'progress' | 'listed'>, ids: readonly string[]) => Promise<void>,
): Promise<PageResult> {
  const { account } = link;
  const byId = new Map(
    items.flatMap((item) =>
      item.remoteId === null ? [] : [[forwardedId(u, account.id, item.remoteId), item] as const],
    ),
  );
  const ids = [...byId.keys()];
  const result: PageResult = { added: [], changed: 0, ids };
  const open = openerOf(link);
  for (let at = 0; at < ids.length || at === 0; at += PORTION) {
    const portion = ids.slice(at, at + PORTION);
    const reading = { open, earlier: await earlierValues(u, portion), now };
    const waiting = new Set<string>();
    const written = await changeRecords<'address', 'account' | 'progress' | 'listed'>(u, 'address', portion, {
      change: (known, id) => {
        const item = byId.get(id);
        if (item === undefined) return known;
        if (known === null) return adoptForwarded(id, account.id, item, reading);
        const next = mergeForwarded(known, item, reading);
        if (next.forwarding?.pending.length) waiting.add(id);
        return next;
      },
      also: {
        tables: ['account', 'progress', 'listed'],
        work: async (tx) => {
          if ((await tx.get('account', account.id)) === null) throw new AppError('no-account');
          if (at + PORTION >= ids.length) await also(tx, ids);
        },
      },
    });
    if (waiting.size > 0) await mendQueue(u, [...waiting], now);
    for (const { id, before } of written) {
      if (before === null) result.added.push(id);
      else result.changed += 1;
    }
  }
  return result;
}
