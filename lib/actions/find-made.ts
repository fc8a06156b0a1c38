// Which addresses of a page may be the one that an intent meant: not known when it was written, made since, and with nothing in
// them that only another client can have put there. Leans on the vault; asks nobody, decides nothing.
import type { Address } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import type { Link } from '../sync/link.ts';
import { forwardedId } from '../sync/pages-in.ts';
import { getRecords } from '../vault/bulk.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Intent } from './creation-intents.ts';
import { serviceAhead } from './service-clock.ts';

/** What clocks may differ by that nobody could compare. */
const GRACE = 2 * 60_000;

export async function claimable(
  u: Unlocked,
  { account }: Link,
  intent: Intent,
  items: readonly RemoteAddress[],
): Promise<RemoteAddress[]> {
  // By the service's clock, which its answers tell: ours may be wrong by minutes, and what is ours would not be known again.
  const since = intent.at + (await serviceAhead(account.id)) - GRACE;
  const young = items.filter((item) => isLike(item, intent, since));
  const idOf = (item: RemoteAddress): string => forwardedId(u, account.id, item.remoteId ?? '');
  const rows = new Map((await getRecords(u, 'address', young.map(idOf))).map((row) => [row.id, row]));
  return young.filter((item) => {
    const row = rows.get(idOf(item));
    return row === undefined || isUnclaimed(row, intent);
  });
}

/** @param since milliseconds since the epoch as the service counts them */
function isLike(
  { remoteId, email, createdAt, sealed }: RemoteAddress,
  intent: Intent,
  since: number,
): boolean {
  if (remoteId === null || createdAt < since) return false;
  if (intent.localPart !== undefined) return email.startsWith(`${intent.localPart}@`);
  return (sealed?.label ?? null) === null && (sealed?.note ?? null) === null;
}

/** Came here with a list read since, and nobody has said or written anything of it. */
function isUnclaimed({ site, label, note, usedAt, updatedAt, forwarding }: Address, intent: Intent): boolean {
  if (updatedAt < intent.at || forwarding?.madeAt !== null) return false;
  return site === null && label === '' && note === '' && usedAt === null;
}
