// An account as sync works with it: its record, its provider, and what its service last said of the quota of requests.
// A noun alone; lib/actions makes it.
import type { Account } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import type { RateReading } from '../rate-reading.ts';

export interface Link {
  account: Account;
  provider: Provider;
  /** Null where nothing was said since the browser started. */
  rate(): Promise<RateReading | null>;
  /** What the plan allows in a month, as the service just said; where that is more than was believed, what was left is forgotten. @returns whether it was */
  raise(limit: number | null): Promise<boolean>;
}

/** The name under which an account's requests and merges take turns: a page read before a change is never merged after it. */
export function turnOf({ id }: Pick<Account, 'id'>): string {
  return `sync ${id}`;
}
