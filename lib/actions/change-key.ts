// Another key for a connected account: one with more rights, or instead of one that was revoked or is over. Tried before it is kept, and
// refused where it belongs to another account, whose list would sweep away what is known here. Leans on the vault and lib/providers.
import { AppError } from '../error.ts';
import type { Account, AccountView, Address } from '../model.ts';
import { checkAliaskitKey } from '../providers/aliaskit/aliaskit.ts';
import { checkAnonliKey } from '../providers/anonli/anonli.ts';
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
  if (before === null || !canChangeKey(before)) throw new AppError('no-account');
  const apiKey = CHECKS[before.kind](typed);
  const { provider } = connect({ ...before, apiKey });
  const probed = await provider.probe?.(signal);
  const isKnown = probed?.scopes['identities:read'] === false || (await seesOurs(u, id, provider, signal));
  return transact(u, ['account'], async (tx) => {
    const now = await tx.get('account', id);
    if (now?.kind !== before.kind) throw new AppError('no-account');
    // Nothing shows whose the key is: texts of another account must not be sealed for the vault of this one.
    const next: Account =
      now.kind === 'anonli' && !isKnown ? { ...now, apiKey, vault: null } : { ...now, apiKey };
    await tx.put('account', next);
    return viewAccount(next);
  });
}

/** Kinds of account whose key can be another one, and how it is looked at before it is sent. */
const CHECKS = { aliaskit: checkAliaskitKey, anonli: checkAnonliKey } as const;

const canChangeKey = (account: Account): account is Extract<Account, { kind: keyof typeof CHECKS }> =>
  Object.hasOwn(CHECKS, account.kind);

/** Addresses looked for: one or two may have been deleted elsewhere. */
const MOST_LOOKED_FOR = 3;

/**
 * Looks for the addresses made last: a key of this account sees them.
 * @returns false where there is none to look for. @throws AppError `conflict`, what `account-key`, where it sees none of them
 */
async function seesOurs(
  u: Unlocked,
  id: string,
  { identities, aliases }: Provider,
  signal?: AbortSignal,
): Promise<boolean> {
  const look = identities?.get ?? aliases?.get;
  const { records } = await listRecords(u, 'address');
  const newest = records
    .filter((one) => one.accountId === id && isTheirs(one))
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap(({ remoteId }) => remoteId ?? [])
    .slice(0, MOST_LOOKED_FOR);
  if (look === undefined || newest.length === 0) return false;
  for (const remoteId of newest) {
    try {
      await look(remoteId, signal);
      return true;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error;
    }
  }
  throw new AppError('conflict', { what: 'account-key' });
}

/** What the service should know: an identity, or an alias that it has not lost. */
const isTheirs = ({ kind, forwarding }: Address): boolean =>
  kind === 'identity' || (forwarding !== undefined && !forwarding.gone);
