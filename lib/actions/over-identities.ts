// One request for each of the identities used last, for what services list below an identity only. Leans on the vault. Bounded, since
// each identity costs one request of its key's minute; what one account refuses for all of its identities is not asked it again.
import { AppError, type ErrorCode } from '../error.ts';
import type { Address } from '../model.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Identities asked in one go. */
const FAN_OUT = 12;

/** After these, asking for the account's next identity would only fail the same way. */
const STOPS: Partial<Record<ErrorCode, true>> = {
  'rate-limited': true,
  budget: true,
  unauthorized: true,
  unreachable: true,
  'missing-scope': true,
  plan: true,
  'no-account': true,
};

/**
 * Does `work` for one identity, or for those used last.
 * @returns the first trouble; what was done before and after it stays done
 */
export async function overIdentities(
  u: Unlocked,
  addressId: string | null,
  work: (identity: Address) => Promise<void>,
): Promise<AppError | null> {
  const { records } = await listRecords(u, 'address');
  const identities = records
    .filter(({ kind, remoteId }) => kind === 'identity' && remoteId !== null)
    .filter(({ id }) => addressId === null || id === addressId)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt))
    .slice(0, FAN_OUT);
  const refused = new Set<string>();
  let trouble: AppError | null = null;
  for (const identity of identities) {
    if (refused.has(identity.accountId)) continue;
    try {
      await work(identity);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      trouble ??= error;
      if (STOPS[error.code]) refused.add(identity.accountId);
    }
  }
  return trouble;
}
