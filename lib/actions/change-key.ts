// Another key for a connected AliasKit account: one with more rights, or instead of one that was revoked. Tried before it is kept, and
// refused where it belongs to another account, whose list would sweep away what is known here. Leans on the vault and lib/providers.
import type { AliaskitAccount } from '../aliaskit-account.ts';
import { AppError } from '../error.ts';
import type { AccountView } from '../model.ts';
import { checkAliaskitKey } from '../providers/aliaskit/aliaskit.ts';
import type { ProbeResult, Provider } from '../providers/provider.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { connect, openAccount } from './open-account.ts';
import { viewAccount } from './view-account.ts';

/** What a connected account's key may do, as far as harmless requests tell. Errors: `no-account`; those of the service. */
export async function probeAccount(u: Unlocked, id: string, signal?: AbortSignal): Promise<ProbeResult> {
  const { provider } = await openAccount(u, id);
  return provider.probe ? provider.probe(signal) : { scopes: {}, count: null };
}

/**
 * Errors: `no-account`; `rejected`, field `apiKey`; those of the service; `conflict`, what `account-key`, for a key of another
 * account. Nothing changes then.
 */
export async function changeKey(
  u: Unlocked,
  id: string,
  typed: string,
  signal?: AbortSignal,
): Promise<AccountView> {
  const before = await getRecord(u, 'account', id);
  if (before?.kind !== 'aliaskit') throw new AppError('no-account');
  const apiKey = checkAliaskitKey(typed);
  const { provider } = connect({ ...before, apiKey });
  const probed = await provider.probe?.(signal);
  if (probed?.scopes['identities:read'] !== false) await requireSameAccount(u, id, provider, signal);
  return transact(u, ['account'], async (tx) => {
    const now = await tx.get('account', id);
    if (now?.kind !== 'aliaskit') throw new AppError('no-account');
    const next: AliaskitAccount = { ...now, apiKey };
    await tx.put('account', next);
    return viewAccount(next);
  });
}

/** Looks for the identity made last: a key of this account sees it. */
async function requireSameAccount(
  u: Unlocked,
  id: string,
  { identities }: Provider,
  signal?: AbortSignal,
): Promise<void> {
  const { records } = await listRecords(u, 'address');
  const [newest] = records
    .filter(({ accountId, kind, remoteId }) => accountId === id && kind === 'identity' && remoteId !== null)
    .sort((a, b) => b.createdAt - a.createdAt);
  if (newest === undefined || newest.remoteId === null || !identities) return;
  try {
    await identities.get(newest.remoteId, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found')
      throw new AppError('conflict', { what: 'account-key' });
    throw error;
  }
}
