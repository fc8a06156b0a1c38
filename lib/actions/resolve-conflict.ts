// A text typed here that met another client's: the person has picked one. Ours goes out, or theirs is taken and ours let go.
// Leans on the vault and the outbox.
import { AppError } from '../error.ts';
import type { SealedField } from '../forwarding.ts';
import type { Address } from '../model.ts';
import { without } from '../sync/forward.ts';
import { dropQueued, queueEdit } from '../sync/outbox.ts';
import { openerOf } from '../sync/pages-in.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

const NOTHING = { label: null, note: null };

export interface Resolution {
  id: string;
  field: SealedField;
  keep: 'ours' | 'theirs';
  /** The two that were shown. */
  seen?: { ours: string; theirs: string };
}

/**
 * Errors: `not-found`; `conflict`, what `text`, where one of the two is another by now than was shown. Where there is no conflict
 * (any more) nothing changes.
 */
export async function resolveConflict(
  u: Unlocked,
  { id, field, keep, seen }: Resolution,
  now: number,
): Promise<Address> {
  const before = await getRecord(u, 'address', id);
  if (!before) throw new AppError('not-found', { what: 'address' });
  const open = openerOf(await openAccount(u, before.accountId));
  return transact(u, ['address', 'outbox'], async (tx) => {
    const known = await tx.get('address', id);
    if (!known) throw new AppError('not-found', { what: 'address' });
    const theirs = known.forwarding?.conflict?.[field];
    if (known.forwarding === undefined || theirs === undefined) return known;
    if (seen !== undefined && (seen.theirs !== theirs || seen.ours !== known[field]))
      throw new AppError('conflict', { what: 'text', field });
    const { [field]: _settled, ...left } = known.forwarding.conflict ?? {};
    const conflict = Object.keys(left).length === 0 ? null : left;
    const settled: Address = { ...known, updatedAt: now, forwarding: { ...known.forwarding, conflict } };
    const next = keep === 'ours' ? settled : await take(settled);
    await tx.put('address', next);
    return next;

    async function take(address: Address): Promise<Address> {
      const there = open(address.remoteId ?? '', address.forwarding?.sealed ?? NOTHING)[field];
      // Its key is gone since we read it: what we read is to be written anew.
      if (there !== theirs) return queueEdit(u, tx, address, { edit: field, value: theirs ?? '' }, now);
      await dropQueued(u, tx, id, [field]);
      return without(address, field, { [field]: theirs });
    }
  });
}
