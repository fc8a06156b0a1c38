// Editing what we keep of an address. Texts and switches of a forwarding one are queued for its service in the transaction of
// the change, and work without a network; names and switches of an identity are its provider's first. Also: noting that it was
// used. Leans on the vault, lib/sync and lib/providers; a site is sent nowhere.
import { AppError } from '../error.ts';
import { SEALED_FIELDS, type SealedField } from '../forwarding.ts';
import type { Address } from '../model.ts';
import type { AddressEdit } from '../requests.ts';
import { type Edit, queueEdit } from '../sync/outbox.ts';
import { getRecord } from '../vault/records.ts';
import { type RecordTransaction, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { checkSealedText } from './check-text.ts';
import { openAccount } from './open-account.ts';
import { tagOf } from './site-tags.ts';

/**
 * Errors: `not-found`; `rejected` with the field for a text that its service could not hold; `closed-text` for one that would
 * replace another nobody here can read; `conflict`, what `text`, where one would be replaced that the user has not
 * seen; those of the provider of an identity (nothing is changed here then).
 */
export async function updateAddress(u: Unlocked, edit: AddressEdit, now: number): Promise<Address> {
  const before = await getRecord(u, 'address', edit.id);
  if (!before) throw new AppError('not-found', { what: 'address' });
  if (before.forwarding === undefined) await changeRemote(u, before, edit);
  // Without a new site the tag stays as it is.
  const tag = edit.site === undefined ? undefined : await tagOf('address', { ...before, site: edit.site });
  return transact(u, ['address', 'outbox'], async (tx) => {
    const current = await tx.get('address', edit.id);
    if (!current) throw new AppError('not-found', { what: 'address' });
    const named = withName(current, edit);
    checkSeen(current, edit);
    const changed = current.forwarding ? await queueEdits(u, tx, named, edit, now) : keep(named, edit);
    const next: Address = {
      ...changed,
      site: edit.site === undefined ? changed.site : edit.site,
      updatedAt: now,
    };
    await tx.put('address', next, tag);
    return next;
  });
}

function withName(current: Address, { name }: AddressEdit): Address {
  return current.persona && name !== undefined
    ? { ...current, persona: { ...current.persona, name } }
    : current;
}

function keep(current: Address, { label, note, active }: AddressEdit): Address {
  return {
    ...current,
    label: label ?? current.label,
    note: note ?? current.note,
    active: active ?? current.active,
  };
}

async function queueEdits(
  u: Unlocked,
  tx: RecordTransaction<'outbox'>,
  current: Address,
  edit: AddressEdit,
  now: number,
): Promise<Address> {
  let next = current;
  for (const one of editsOf(current, edit)) {
    if (current.forwarding?.gone) throw new AppError('not-found', { what: 'address' });
    if (one.edit === 'label' || one.edit === 'note') {
      checkSealedText(one.edit, one.value);
      next = unseal(next, one.edit, edit.replaceClosed ?? false);
    }
    next = await queueEdit(u, tx, next, one, now);
  }
  return next;
}

/** A text that came between seeing and writing is nobody’s to write over. */
function checkSeen(current: Address, edit: AddressEdit): void {
  const field = SEALED_FIELDS.find((one) => isUnseen(current, one, edit));
  if (field !== undefined) throw new AppError('conflict', { what: 'text', field });
}

/** Whether an edit would write over a text that whoever made it has not seen. */
function isUnseen(current: Address, field: SealedField, { seen, ...edit }: AddressEdit): boolean {
  const [was, wanted] = [seen?.[field], edit[field]];
  if (was === undefined || wanted === undefined) return false;
  return ![was, wanted, ''].includes(current[field]);
}

/** What really changes: asking for what is there already sends nothing. */
function editsOf(current: Address, { label, note, active, recipientIds }: AddressEdit): Edit[] {
  const texts = { label, note };
  return [
    ...SEALED_FIELDS.flatMap((field): Edit[] => {
      const value = texts[field];
      const isSame = value === current[field] && !current.forwarding?.closed.includes(field);
      return value === undefined || isSame ? [] : [{ edit: field, value }];
    }),
    ...(active === undefined || active === current.active
      ? []
      : [{ edit: 'active' as const, value: active }]),
    ...(recipientIds === undefined ? [] : [{ edit: 'recipients' as const, value: recipientIds }]),
  ];
}

/** Takes the seal off a text that does not open, if the user says so. */
function unseal(address: Address, field: SealedField, isAsked: boolean): Address {
  const { forwarding } = address;
  if (!forwarding?.closed.includes(field)) return address;
  if (!isAsked) throw new AppError('closed-text', { field });
  return {
    ...address,
    forwarding: { ...forwarding, closed: forwarding.closed.filter((it) => it !== field) },
  };
}

/** What an identity's provider knows of it: its name, and whether it is in use. */
async function changeRemote(
  u: Unlocked,
  { accountId, remoteId, kind }: Address,
  edit: AddressEdit,
): Promise<void> {
  // The name of a made-up person is known here alone.
  const name = kind === 'identity' ? edit.name : undefined;
  const { active } = edit;
  if (name === undefined && active === undefined) return;
  const { provider } = await openAccount(u, accountId);
  if (!provider.identities || remoteId === null) {
    if (name !== undefined) throw new AppError('unsupported');
    return;
  }
  await provider.identities.update(remoteId, {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { status: active ? 'active' : 'suspended' }),
  });
}

/** Notes that an address was filled on a site: one without a site belongs to that site from now on. */
export async function noteUse(u: Unlocked, id: string, site: string, now: number): Promise<void> {
  const before = await getRecord(u, 'address', id);
  if (!before) return;
  const tag = before.site === null ? await tagOf('address', { ...before, site }) : undefined;
  await transact(u, ['address'], async (tx) => {
    const current = await tx.get('address', id);
    if (!current) return;
    await tx.put('address', { ...current, site: current.site ?? site, usedAt: now }, tag);
  });
}
