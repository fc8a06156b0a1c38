// How an account's own vault of labels stands to us: open, closed until its password is given, or never to be opened by this key.
// Pure; leans on what screens know of the account.
import type { AccountView } from '../../lib/model.ts';

export type VaultStand = 'open' | 'closed' | 'never';

/** @param member whether the key acts as a member of an organisation. @returns `open` also where there is no such vault */
export function vaultStand(
  account: Pick<AccountView, 'vaultOpen'> | null | undefined,
  member: boolean,
): VaultStand {
  if (account?.vaultOpen !== false) return 'open';
  return member ? 'never' : 'closed';
}
