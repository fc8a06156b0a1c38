// One identity as its service holds it now, with what its account could still give it. Leans on the vault and lib/providers; without an
// answer it shows what is known here, and says so.
import { AppError, toWire, type WireError } from '../../error.ts';
import type { Address } from '../../model.ts';
import { getRecord, listRecords } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { askPersona } from '../know-persona.ts';
import { openAccount } from '../open-account.ts';

export interface OpenIdentity {
  address: Address;
  /** Where a number could be had (ISO 3166-1 alpha-2); empty where the account has none to give. */
  countries: readonly string[];
  /** Cards kept with it: they go with it. */
  cards: number;
  trouble: WireError | null;
}

/** @throws AppError `not-found`, `no-account`; those of the vault */
export async function openIdentity(u: Unlocked, id: string): Promise<OpenIdentity> {
  const known = await getRecord(u, 'address', id);
  if (!known) throw new AppError('not-found', { what: 'address' });
  const { provider } = await openAccount(u, known.accountId);
  const { records } = await listRecords(u, 'card');
  const rest = {
    countries: provider.phones?.countries ?? [],
    cards: records.filter(({ addressId }) => addressId === id).length,
  };
  const { identities } = provider;
  const { remoteId } = known;
  if (!identities || remoteId === null) return { address: known, ...rest, trouble: null };
  try {
    const address = await askPersona(u, id, () => identities.get(remoteId));
    return { address, ...rest, trouble: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { address: known, ...rest, trouble: toWire(error) };
  }
}
