// What waits to be told to a service: one sealed record an address and kind of edit, written in the transaction of the change
// itself, so that neither is ever without the other. Leans on the vault; sends nothing (send.ts does). A newer edit of the
// same kind takes the older one's place in the queue.
import { AppError } from '../error.ts';
import type { PendingEdit, QueuedEdit, SealedField } from '../forwarding.ts';
import type { Address } from '../model.ts';
import { getRecords } from '../vault/bulk.ts';
import { listRecords, recordId } from '../vault/records.ts';
import { type RecordTransaction, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

export type Edit =
  | { edit: SealedField; value: string }
  | { edit: 'active'; value: boolean }
  | { edit: 'recipients'; value: readonly string[] };

export const EDITS: readonly PendingEdit[] = ['label', 'note', 'active', 'recipients'];

/** Values that may have been sent, remembered an edit; older ones have long been overwritten at the service. */
const MOST_EARLIER = 8;

export function queuedId(u: Unlocked, addressId: string, edit: PendingEdit): string {
  return recordId(u, 'outbox', addressId, edit);
}

/**
 * Notes an edit as waiting, inside the transaction that stores the address.
 * @param address as it was; @returns it with the edit made and pending, to be put by the caller
 */
export async function queueEdit(
  u: Unlocked,
  tx: RecordTransaction<'outbox'>,
  address: Address,
  edit: Edit,
  now: number,
): Promise<Address> {
  const { forwarding } = address;
  if (forwarding === undefined) throw new AppError('unsupported', { what: 'address' });
  const id = queuedId(u, address.id, edit.edit);
  const before = await queuedIn(tx, id);
  const common = {
    id,
    accountId: address.accountId,
    addressId: address.id,
    earlier: before === null ? [] : earlierOf(before),
    notBefore: 0,
    tries: 0,
    at: before?.at ?? now,
    turn: (before?.turn ?? 0) + 1,
  };
  await tx.put('outbox', rowOf(common, edit, before, address));
  const pending = forwarding.pending.includes(edit.edit)
    ? forwarding.pending
    : [...forwarding.pending, edit.edit];
  return applyEdit({ ...address, forwarding: { ...forwarding, pending }, updatedAt: now }, edit);
}

type Common = Omit<QueuedEdit, 'edit' | 'value' | 'was'>;

function rowOf(common: Common, edit: Edit, before: QueuedEdit | null, address: Address): QueuedEdit {
  switch (edit.edit) {
    case 'label':
    case 'note':
      return { ...common, ...edit };
    case 'active':
      return { ...common, ...edit, was: before?.edit === 'active' ? before.was : address.active };
    case 'recipients': {
      const was = before?.edit === 'recipients' ? before.was : (address.forwarding?.recipientIds ?? []);
      return { ...common, ...edit, was };
    }
  }
}

function applyEdit(address: Address, edit: Edit): Address {
  switch (edit.edit) {
    case 'label':
    case 'note':
      return { ...address, [edit.edit]: edit.value };
    case 'active':
      return { ...address, active: edit.value };
    case 'recipients':
      return address.forwarding === undefined
        ? address
        : { ...address, forwarding: { ...address.forwarding, recipientIds: edit.value } };
  }
}

function earlierOf(before: QueuedEdit): readonly string[] {
  if (before.edit !== 'label' && before.edit !== 'note') return [];
  return [...before.earlier, before.value].slice(-MOST_EARLIER);
}

/** A queued edit that does not open stands in nobody's way: its value is in the address itself. */
export async function queuedIn(tx: RecordTransaction<'outbox'>, id: string): Promise<QueuedEdit | null> {
  try {
    return await tx.get('outbox', id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'corrupt') return null;
    throw error;
  }
}

/** Takes an address's edits out of the queue. */
export async function dropQueued(
  u: Unlocked,
  tx: RecordTransaction<'outbox'>,
  addressId: string,
  edits: readonly PendingEdit[] = EDITS,
): Promise<void> {
  for (const edit of edits) await tx.remove('outbox', queuedId(u, addressId, edit));
}

/**
 * Queues anew what an address says is waiting and the queue does not hold: what came back after it was thought gone, and what
 * stood in a row that does not open any more.
 */
export async function mendQueue(u: Unlocked, ids: readonly string[], now: number): Promise<void> {
  const there = new Set((await queuedOf(u, ids)).map(({ id }) => id));
  const isMissing = (id: string, edit: PendingEdit): boolean => !there.has(queuedId(u, id, edit));
  await transact(u, ['address', 'outbox'], async (tx) => {
    for (const id of ids) {
      if (EDITS.every((edit) => !isMissing(id, edit))) continue;
      const address = await tx.get('address', id);
      for (const edit of address?.forwarding?.pending ?? []) {
        if (address === null || !isMissing(id, edit)) continue;
        if ((await queuedIn(tx, queuedId(u, id, edit))) === null)
          await queueEdit(u, tx, address, editOf(address, edit), now);
      }
    }
  });
}

/** An edit as the address shows it. */
function editOf(address: Address, edit: PendingEdit): Edit {
  switch (edit) {
    case 'label':
    case 'note':
      return { edit, value: address[edit] };
    case 'active':
      return { edit, value: address.active };
    case 'recipients':
      return { edit, value: address.forwarding?.recipientIds ?? [] };
  }
}

/** Everything an account has waiting, the oldest first. */
export async function listQueued(u: Unlocked, accountId: string): Promise<QueuedEdit[]> {
  const { records } = await listRecords(u, 'outbox');
  return records.filter((queued) => queued.accountId === accountId).sort((a, b) => a.at - b.at);
}

/** What waits for some addresses, in no order. */
export async function queuedOf(u: Unlocked, addressIds: readonly string[]): Promise<QueuedEdit[]> {
  const names = addressIds.flatMap((id) => EDITS.map((edit) => queuedId(u, id, edit)));
  return getRecords(u, 'outbox', names);
}

/**
 * For merging: values of waiting texts that may have reached the service before.
 * @param ids of the addresses that will be merged
 */
export async function earlierValues(
  u: Unlocked,
  ids: readonly string[],
): Promise<(addressId: string, field: SealedField) => readonly string[]> {
  const names = ids.flatMap((id) => [queuedId(u, id, 'label'), queuedId(u, id, 'note')]);
  const rows = await getRecords(u, 'outbox', names);
  const found = new Map(rows.map((row) => [`${row.addressId} ${row.edit}`, row.earlier]));
  return (addressId, field) => found.get(`${addressId} ${field}`) ?? [];
}
