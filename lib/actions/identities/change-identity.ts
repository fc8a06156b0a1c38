// Changing what a service keeps with an identity: its group and other members of its metadata. The service is asked first and its
// answer is what is kept here; members that nobody named stay as they are. Leans on the vault and lib/providers.
import { AppError } from '../../error.ts';
import { GROUP_MEMBER, groupChange } from '../../identity-group.ts';
import type { Address } from '../../model.ts';
import { getRecord } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { MARK } from '../creation-intents.ts';
import { askPersona } from '../know-persona.ts';
import { openAccount } from '../open-account.ts';

export interface IdentityEdit {
  id: string;
  /** Null for none. */
  group?: string | null;
  /** Members to set; JSON values. */
  set?: Record<string, unknown>;
  /** Members to leave out. */
  drop?: string[];
}

/** What Moniker itself keeps there is changed by its own ways alone. */
const OWN: ReadonlySet<string> = new Set([MARK, GROUP_MEMBER]);

/** @throws AppError `not-found`, `unsupported`, `rejected` with the member's name; those of the service */
export async function changeIdentity(
  u: Unlocked,
  { id, group, set = {}, drop = [] }: IdentityEdit,
): Promise<Address> {
  const known = await getRecord(u, 'address', id);
  if (!known) throw new AppError('not-found', { what: 'address' });
  const own = [...Object.keys(set), ...drop].find((name) => OWN.has(name));
  if (own !== undefined) throw new AppError('rejected', { field: own });
  const { provider } = await openAccount(u, known.accountId);
  const { identities } = provider;
  const { remoteId } = known;
  if (!identities || remoteId === null) throw new AppError('unsupported');
  const metadata = { ...set, ...(group === undefined ? {} : groupChange(group)) };
  return askPersona(u, id, () => identities.update(remoteId, { metadata, drop }));
}
