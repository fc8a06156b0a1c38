// API keys: made, found by hash, revoked (contract §1). A key's text exists only in the answer that issues it and, for
// the first key, in the state file; everywhere else there is its SHA-256. Leans on the rows alone, since a new world makes
// its first key here.
import { createHash } from 'node:crypto';
import type { Random } from '../world/random.ts';
import type { KeyRow, Plan, Scope, State } from '../world/state.ts';
import { ApiError } from './errors.ts';

export const DEFAULT_ACCOUNT = 'default';

export interface KeyWish {
  scopes: Scope[];
  plan?: Plan | undefined;
  rateLimit?: number | null | undefined;
  account?: string | undefined;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Adds a key; `text` reissues a known one (after a reset) instead of drawing another. */
export function issueKey(
  world: { state: State; random: Random },
  wish: KeyWish,
  text?: string,
): { key: string; row: KeyRow } {
  const key = text ?? `ak_live_${world.random.hex(32)}`;
  const row: KeyRow = {
    id: `key_${world.random.alnum(6)}`,
    prefix: key.slice(0, 16),
    hash: hashOf(key),
    account: wish.account ?? DEFAULT_ACCOUNT,
    scopes: wish.scopes,
    plan: wish.plan ?? 'pro',
    rateLimit: wish.rateLimit ?? null,
    revoked: false,
  };
  world.state.keys.set(row.id, row);
  return { key, row };
}

/** The key of the Authorization header; throws 401 for none, unknown and revoked ones. */
export function authenticate(world: { state: State }, header: string | null): KeyRow {
  const key = header === null ? undefined : /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (key === undefined)
    throw new ApiError({ type: 'unauthorized', code: 'auth_required', message: 'Missing API key' });
  const hash = hashOf(key);
  const row = [...world.state.keys.values()].find((one) => one.hash === hash && !one.revoked);
  if (row === undefined)
    throw new ApiError({ type: 'unauthorized', code: 'auth_invalid', message: 'Invalid API key' });
  return row;
}
