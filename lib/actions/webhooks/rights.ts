// What the key of an account may do, and the figures of its checks. Leans on the provider; what was found out of a key is believed for
// some minutes, since its rights change at the service without a word.
import type { CheckInsights } from '../../check.ts';
import { AppError } from '../../error.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openAccount } from '../open-account.ts';

/** Milliseconds. */
const BELIEVED = 5 * 60_000;

const known = new Map<string, { scopes: Record<string, boolean>; at: number }>();

/**
 * @param now milliseconds since the epoch
 * Errors: `no-account`, and those of the probe: `unauthorized`, `set-up` (organisation frozen), `unreachable`.
 */
export async function readRights(
  u: Unlocked,
  accountId: string,
  now: number,
): Promise<Record<string, boolean>> {
  const before = known.get(accountId);
  if (before && now - before.at < BELIEVED) return before.scopes;
  const { provider } = await openAccount(u, accountId);
  if (!provider.probe) throw new AppError('no-account');
  const { scopes } = await provider.probe();
  known.set(accountId, { scopes, at: now });
  return scopes;
}

/** Errors: `no-account`, `missing-scope`. */
export async function readInsights(u: Unlocked, accountId: string): Promise<CheckInsights> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.insights) throw new AppError('no-account');
  return provider.insights.overview();
}
