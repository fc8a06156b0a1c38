// Where the connected accounts' services are, for telling their hosts from sites the user works on. Leans on the vault.
import { ALIASKIT_BASE_URL } from '../providers/aliaskit/aliaskit.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Known without a vault: the service most accounts are at. */
export const DEFAULT_SERVICE_URL = ALIASKIT_BASE_URL;

/** Base URLs of all accounts that have one. */
export async function listServiceUrls(u: Unlocked): Promise<string[]> {
  const { records } = await listRecords(u, 'account');
  return records.flatMap((account) => (account.kind === 'local' ? [] : [account.baseUrl]));
}
