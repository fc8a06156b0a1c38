// After a service's vault was opened (again): texts that were closed and open now are shown, and texts that we know but that
// stand there under a key which is gone are queued to be written anew. Leans on forward.ts and the outbox; asks no service.
import { SEALED_FIELDS } from '../forwarding.ts';
import type { Address } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import { walkRecords } from '../vault/bulk.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { isPending, mergeForwarded, type OpenTexts, type Reading } from './forward.ts';
import type { Link } from './link.ts';
import { earlierValues, queueEdit } from './outbox.ts';
import { openerOf } from './pages-in.ts';
import { noteProgress, readProgress } from './progress.ts';

/**
 * Once a vault: a worker killed in the middle begins again, and whoever comes later need not.
 * @returns the ids of addresses whose texts opened or were queued
 */
export async function reopenTexts(u: Unlocked, link: Link, now: number): Promise<string[]> {
  const { account } = link;
  const salt = account.kind === 'anonli' ? account.vault?.authSalt : undefined;
  if (salt === undefined || (await readProgress(u, account.id)).triedSalt === salt) return [];
  const changed = await reopenAll(u, link, now);
  await noteProgress(u, account.id, { triedSalt: salt });
  return changed;
}

async function reopenAll(u: Unlocked, link: Link, now: number): Promise<string[]> {
  const open = openerOf(link);
  const changed: string[] = [];
  for await (const batch of walkRecords(u, 'address')) {
    const theirs = batch.filter(({ accountId }) => accountId === link.account.id);
    const ids = theirs.filter((address) => isStale(address, open)).map(({ id }) => id);
    if (ids.length === 0) continue;
    const reading: Reading = { open, earlier: await earlierValues(u, ids), now };
    await transact(u, ['address', 'outbox'], async (tx) => {
      for (const id of ids) {
        const known = await tx.get('address', id);
        if (known === null || !isStale(known, open)) continue;
        let next = mergeForwarded(known, asItStands(known), reading);
        for (const edit of lostFields(next, open)) {
          next = await queueEdit(u, tx, next, { edit, value: next[edit] }, now);
        }
        if (next !== known) await tx.put('address', next);
      }
    });
    changed.push(...ids);
  }
  return changed;
}

function isStale(address: Address, open: OpenTexts): boolean {
  const { forwarding } = address;
  if (forwarding === undefined || forwarding.gone) return false;
  return forwarding.closed.length > 0 || lostFields(address, open).length > 0;
}

/** Texts shown here whose sealed form opens no more: what is shown is the only one left. */
function lostFields(address: Address, open: OpenTexts) {
  const { remoteId, forwarding } = address;
  if (remoteId === null || forwarding === undefined) return [];
  const opened = open(remoteId, forwarding.sealed);
  return SEALED_FIELDS.filter(
    (field) =>
      opened[field] === null &&
      address[field] !== '' &&
      !forwarding.closed.includes(field) &&
      !isPending(address, field),
  );
}

/** What the service said last, as far as we know. */
function asItStands(address: Address): RemoteAddress {
  const { remoteId, email, kind, createdAt, forwarding } = address;
  return {
    remoteId,
    email,
    kind,
    // A switch that waits stays waiting.
    active: isPending(address, 'active') ? !address.active : address.active,
    persona: null,
    createdAt,
    updatedAt: null,
    ...(forwarding && { sealed: forwarding.sealed }),
  };
}
