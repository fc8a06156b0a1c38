// Which addresses of a page may be the one that an intent meant: not known when it was written, made since, and with nothing in
// them that only another client can have put there. Leans on the vault; asks nobody, decides nothing.
import type { Address } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import type { Link } from '../sync/link.ts';
import { forwardedId } from '../sync/pages-in.ts';
import { getRecords } from '../vault/bulk.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Intent } from './creation-intents.ts';

/** The service's clock is not ours. */
const GRACE = 2 * 60_000;

export async function claimable(
  u: Unlocked,
  { account }: Link,
  intent: Intent,
  items: readonly RemoteAddress[],
): Promise<RemoteAddress[]> {
  const young = items.filter((item) => isLike(item, intent));
  const idOf = (item: RemoteAddress): string => forwardedId(u, account.id, item.remoteId ?? '');
  const rows = new Map((await getRecords(u, 'address', young.map(idOf))).map((row) => [row.id, row]));
  return young.filter((item) => {
    const row = rows.get(idOf(item));
    return row === undefined || isUnclaimed(row, intent);
  });
}

function isLike({ remoteId, email, createdAt, sealed }: RemoteAddress, intent: Intent): boolean {
  if (remoteId === null || createdAt < intent.at - GRACE) return false;
  if (intent.localPart !== undefined) return email.startsWith(`${intent.localPart}@`);
  return (sealed?.label ?? null) === null && (sealed?.note ?? null) === null;
}

/** Came here with a list read since, and nobody has said or written anything of it. */
function isUnclaimed({ site, label, note, usedAt, updatedAt, forwarding }: Address, intent: Intent): boolean {
  if (updatedAt < intent.at || forwarding?.madeAt !== null) return false;
  return site === null && label === '' && note === '' && usedAt === null;
}
