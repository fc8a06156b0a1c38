// A phone number for an identity that has none: asked for once, since it may cost. After a doubtful answer, or when the service says that
// there is one already, the identity itself is asked. Leans on the vault and lib/providers.
import { AppError } from '../../error.ts';
import type { Address } from '../../model.ts';
import type { RemoteAddress } from '../../providers/provider.ts';
import { getRecord } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { askPersona } from '../know-persona.ts';
import { openAccount } from '../open-account.ts';

/** Errors that a number may stand behind: an answer that was lost, and a number that came by another way. */
const MAY_HAVE: ReadonlySet<string> = new Set(['doubtful', 'conflict']);

/**
 * @param country ISO 3166-1 alpha-2
 * @throws AppError `not-found`, `unsupported`, `plan`, those of the service; `doubtful` where the identity shows no number yet
 */
export async function addPhone(u: Unlocked, id: string, country: string): Promise<Address> {
  const known = await getRecord(u, 'address', id);
  if (!known) throw new AppError('not-found', { what: 'address' });
  const { provider } = await openAccount(u, known.accountId);
  const { phones, identities } = provider;
  const { remoteId } = known;
  if (!phones || !identities || remoteId === null) throw new AppError('unsupported');
  const look = async (error: AppError): Promise<RemoteAddress> => {
    const now = await identities.get(remoteId).catch(() => null);
    if (!now?.persona?.phone) throw error;
    return now;
  };
  return askPersona(u, id, () =>
    phones.add(remoteId, country).catch((error: unknown) => {
      if (!(error instanceof AppError) || !MAY_HAVE.has(error.code)) throw error;
      return look(error);
    }),
  );
}
