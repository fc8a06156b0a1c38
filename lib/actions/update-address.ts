// Editing what we keep of an address (label, note, site) and, where the provider knows a name, that too; and noting that
// it was used. Leans on the vault and lib/providers; sends no label, note or site anywhere.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import type { AddressEdit } from '../requests.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';
import { tagOf } from './site-tags.ts';

/** Errors: `not-found`; those of the provider when the name is changed (nothing is changed here then). */
export async function updateAddress(u: Unlocked, edit: AddressEdit, now: number): Promise<Address> {
  const { id, name, ...kept } = edit;
  if (name !== undefined) await renameRemote(u, id, name);
  const before = await getRecord(u, 'address', id);
  if (!before) throw new AppError('not-found', { what: 'address' });
  // Without a new site the tag stays as it is.
  const tag = kept.site === undefined ? undefined : await tagOf('address', { ...before, site: kept.site });
  return transact(u, ['address'], async (tx) => {
    const current = await tx.get('address', id);
    if (!current) throw new AppError('not-found', { what: 'address' });
    const persona = current.persona && name !== undefined ? { ...current.persona, name } : current.persona;
    const next: Address = { ...current, ...kept, persona, updatedAt: now };
    await tx.put('address', next, tag);
    return next;
  });
}

async function renameRemote(u: Unlocked, id: string, name: string): Promise<void> {
  const address = await getRecord(u, 'address', id);
  if (!address) throw new AppError('not-found', { what: 'address' });
  const { provider } = await openAccount(u, address.accountId);
  if (!provider.identities || address.remoteId === null) throw new AppError('unsupported');
  await provider.identities.update(address.remoteId, { name });
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
