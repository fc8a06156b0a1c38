// What an account's plan allows, asked when a screen needs it; a key of an organisation has no plan of its own, which is an answer
// and no trouble. Leans on quota.get, which costs nothing of the month.
import type { AppError } from '../../lib/error.ts';
import type { Quota } from '../../lib/quota.ts';
import { useAsk } from './ask.ts';

export interface AskedQuota {
  quota: Quota | null;
  /** The key is an organisation's: it acts as a member there. */
  organisation: boolean;
  error: AppError | null;
  busy: boolean;
  again: () => void;
}

export function useQuota(accountId: string): AskedQuota {
  const { value, error, busy, again } = useAsk('quota.get', { accountId }, ['accounts', 'destinations']);
  const organisation = error?.code === 'missing-scope';
  return { quota: value?.quota ?? null, organisation, error: organisation ? null : error, busy, again };
}
