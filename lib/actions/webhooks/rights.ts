// What the key of an account may do, and the figures of its checks. Leans on the provider; keeps neither, since both change at the
// service without a word.
import type { CheckInsights } from '../../check.ts';
import { AppError } from '../../error.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openAccount } from '../open-account.ts';

/** Errors: `no-account`, and those of the probe: `unauthorized`, `set-up` (organisation frozen), `unreachable`. */
export async function readRights(u: Unlocked, accountId: string): Promise<Record<string, boolean>> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.probe) throw new AppError('no-account');
  return (await provider.probe()).scopes;
}

/** Errors: `no-account`, `missing-scope`. */
export async function readInsights(u: Unlocked, accountId: string): Promise<CheckInsights> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.insights) throw new AppError('no-account');
  return provider.insights.overview();
}
