// A token bucket per key (contract §1.5): as many tokens as the limit a minute, refilled evenly. Counts in sandbox time,
// so that moving the clock refills. Held in memory only.
import type { KeyRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './errors.ts';

const MINUTE = 60_000;

/** Takes one token or throws 429 with `Retry-After`, at least one second. */
export function takeToken(world: World, key: KeyRow): void {
  const { rate_limit } = world.state.settings.aliaskit;
  const limit = key.rateLimit ?? rate_limit;
  if (limit === null) return;
  const now = world.now();
  const bucket = world.buckets.get(key.id) ?? { tokens: limit, at: now };
  const tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) * limit) / MINUTE);
  if (tokens >= 1) {
    world.buckets.set(key.id, { tokens: tokens - 1, at: now });
    return;
  }
  world.buckets.set(key.id, { tokens, at: now });
  const seconds = Math.max(1, Math.ceil(((1 - tokens) * MINUTE) / limit / 1000));
  throw new ApiError({
    type: 'rate_limited',
    message: 'Too many requests',
    headers: retryAfter(world, seconds),
  });
}

/** The header in the form that the switch says. */
export function retryAfter(world: World, seconds: number): Record<string, string> {
  // The date is real time, not sandbox time: the client compares it with its own clock. Rounded up to a whole second.
  const date = new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString();
  return { 'retry-after': world.state.settings.aliaskit.retry_after === 'seconds' ? String(seconds) : date };
}
