// The two countings of anon.li (contract §1.4): the monthly quota of an owner, and limiters of short windows. Fixed windows
// of sandbox time, so that moving the clock ends them; quotas are rows, bursts are held in memory only.
import type { World } from '../world/world.ts';
import { ApiError, TooMany } from './errors.ts';
import { ALLOWANCES } from './plans.ts';
import type { QuotaRow, Tier } from './rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONTH = 30 * 24 * HOUR;

const LIMITERS = {
  api: [100, MINUTE],
  aliasCreate: [60, HOUR],
  recipientOps: [60, HOUR],
  pgpOps: [30, HOUR],
  emailResend: [10, HOUR],
  domainCreate: [10, HOUR],
  domainOps: [30, HOUR],
  apiKey: [30, HOUR],
  vaultOps: [60, HOUR],
  vaultBootstrap: [5, MINUTE],
} as const;
export type Limiter = keyof typeof LIMITERS;

export type RateHeaders = Readonly<Record<string, string>>;

const seconds = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / 1000));

const headersOf = (limit: number, remaining: number, reset: number): RateHeaders => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(reset),
});

function quotaOf(world: World, owner: string): QuotaRow {
  const { quotas } = world.state.anonli;
  const now = world.now();
  const row = quotas.get(owner);
  if (row !== undefined && row.endsAt > now) return row;
  const fresh = { used: 0, endsAt: now + MONTH };
  quotas.set(owner, fresh);
  return fresh;
}

/** How many charged requests an owner has left in these 30 days; a test's way to spend them. */
export function leaveRequests(world: World, owner: string, tier: Tier, left: number): void {
  quotaOf(world, owner).used = ALLOWANCES[tier].requests - left;
}

/** What is left, without counting: for answers that cost nothing and say so all the same (§1.4, the public page's way). */
export function peekQuota(world: World, owner: string, tier: Tier): RateHeaders {
  const limit = ALLOWANCES[tier].requests;
  const { used, endsAt } = quotaOf(world, owner);
  return headersOf(limit, Math.max(0, limit - used), endsAt);
}

/** Counts one request. @returns the headers of its answer. @throws ApiError 429 where none are left. */
export function chargeQuota(world: World, owner: string, tier: Tier): RateHeaders {
  const limit = ALLOWANCES[tier].requests;
  const row = quotaOf(world, owner);
  if (row.used >= limit)
    throw new ApiError({
      code: 'RATE_LIMITED',
      message: 'Monthly API request limit exceeded. Upgrade your plan for more requests.',
      headers: {
        ...headersOf(limit, 0, row.endsAt),
        'retry-after': String(seconds(row.endsAt, world.now())),
      },
    });
  row.used += 1;
  return headersOf(limit, limit - row.used, row.endsAt);
}

/** Fills a limiter's window, so that the next request is one too many; a test's way to get there. */
export function fillBurst(world: World, limiter: Limiter, of: string): void {
  const [count, length] = LIMITERS[limiter];
  world.bursts.set(`${limiter} ${of}`, { count, endsAt: world.now() + length });
}

/** Counts one request of a limiter's window. @throws TooMany over its ceiling; refused ones count too. */
export function takeBurst(world: World, limiter: Limiter, of: string): void {
  if (!world.state.settings.anonli.burst) return;
  const [ceiling, length] = LIMITERS[limiter];
  const now = world.now();
  const place = `${limiter} ${of}`;
  const found = world.bursts.get(place);
  const window = found !== undefined && found.endsAt > now ? found : { count: 0, endsAt: now + length };
  window.count += 1;
  world.bursts.set(place, window);
  if (window.count <= ceiling) return;
  const wait = seconds(window.endsAt, now);
  throw new TooMany(wait, { ...headersOf(ceiling, 0, window.endsAt), 'retry-after': String(wait) });
}
