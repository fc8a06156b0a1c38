// Taking back an address that was made a moment ago: deleted at its service while nobody can have been told it, later only
// switched off, since nobody can ask a forwarder whether mail came. Leans on the other actions.
import { AppError } from '../error.ts';
import { DISCARD_TIME } from '../forwarding.ts';
import type { Address } from '../model.ts';
import { getRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { knownDestinations } from './known-destinations.ts';
import { removeAddress } from './remove-address.ts';
import { updateAddress } from './update-address.ts';

/** A key that acts as a member of an organisation may make addresses, and take none back. */
export async function canDiscard(u: Unlocked, { accountId, forwarding }: Address): Promise<boolean> {
  if (forwarding === undefined) return true;
  return !((await knownDestinations(u, accountId))?.organisation ?? false);
}

export type Discarded = { discarded: true; address: null } | { discarded: false; address: Address };

/** Errors: `not-found`; those of the provider while it would be deleted, and then nothing is changed. */
export async function discardAddress(u: Unlocked, id: string, now: number): Promise<Discarded> {
  const address = await getRecord(u, 'address', id);
  if (!address) throw new AppError('not-found', { what: 'address' });
  const madeAt = address.forwarding?.madeAt ?? null;
  if (madeAt !== null && now >= madeAt && now - madeAt <= DISCARD_TIME) {
    await removeAddress(u, id);
    return { discarded: true, address: null };
  }
  return { discarded: false, address: await updateAddress(u, { id, active: false }, now) };
}
