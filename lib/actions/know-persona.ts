// An identity with all that its service knows of it: a list tells only its name and number, so what is missing is fetched once and
// kept. Leans on the vault and lib/providers; where the service does not answer, what is known here has to do.
import { AppError } from '../error.ts';
import type { Address, Persona } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import { inTurn } from '../providers/turns.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

/** @throws AppError `not-found`, `no-account`; those of the vault */
export async function knowPersona(u: Unlocked, id: string): Promise<{ address: Address; account: string }> {
  const address = await getRecord(u, 'address', id);
  if (!address || address.persona === null) throw new AppError('not-found', { what: 'address' });
  const { account, provider } = await openAccount(u, address.accountId);
  const { remoteId, persona } = address;
  const { identities } = provider;
  if (persona.birthDate !== null || remoteId === null || !identities)
    return { address, account: account.name };
  try {
    return { address: await askPersona(u, id, () => identities.get(remoteId)), account: account.name };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { address, account: account.name };
  }
}

/**
 * Asks a service for an identity, or changes it there, and keeps what it tells: one at a time, so that an answer from before a change does
 * not undo it here.
 */
export const askPersona = (u: Unlocked, id: string, ask: () => Promise<RemoteAddress>): Promise<Address> =>
  inTurn(`identity ${id}`, async () => keepPersona(u, id, await ask()));

/** Keeps what a service told of an identity; what it left out stays. @throws AppError `not-found` when it was deleted meanwhile */
export function keepPersona(u: Unlocked, id: string, { persona, active }: RemoteAddress): Promise<Address> {
  return transact(u, ['address'], async (tx) => {
    const current = await tx.get('address', id);
    if (!current) throw new AppError('not-found', { what: 'address' });
    const next: Address = {
      ...current,
      active,
      persona: persona && merge(current.persona, persona),
      updatedAt: Date.now(),
    };
    await tx.put('address', next);
    return next;
  });
}

const merge = (known: Persona | null, told: Partial<Persona>): Persona => ({
  name: told.name ?? known?.name ?? '',
  phone: told.phone ?? known?.phone ?? null,
  birthDate: told.birthDate ?? known?.birthDate ?? null,
  metadata: told.metadata ?? known?.metadata ?? {},
});
