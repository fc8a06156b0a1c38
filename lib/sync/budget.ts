// The request budget of one account key: a token bucket of 60 a minute, until a 429 says otherwise (AliasKit contract
// §1.5). Pure functions over plain JSON, so that the worker can keep the state in storage.session and die at any time.
// Beside it stands what the service last said of the quota of a longer period. Leans on quota.ts; waits for nobody: it tells how
// long, the caller decides.
import type { RateReading } from '../rate-reading.ts';
import { readQuota, spendQuota, waitForQuota } from './quota.ts';

export interface Budget {
  /** Requests a minute where nobody has refused any. */
  ceiling: number;
  /** How many may go out at once after a rest. */
  size: number;
  /** Requests a minute believed to be allowed. */
  perMinute: number;
  /** What the bucket held at `at`, in sixty-thousandths of a request: whole numbers, so no wait is a rounding too short. */
  credit: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** Nothing is sent before; 0 if nobody forbade anything. */
  blockedUntil: number;
  /** Refusals in a row. */
  strikes: number;
  /** When the last 429 came; 0 if none is remembered. */
  refusedAt: number;
  /** What the service said of its quota, less what was sent since; null where it says nothing. */
  quota: RateReading | null;
}

export const PER_MINUTE = 60;

export interface Rate {
  perMinute: number;
  /** In the first minute after a rest both may be spent: a service that counts by windows must allow their sum. */
  size: number;
}
const RATE: Rate = { perMinute: PER_MINUTE, size: PER_MINUTE };
/** Price of one request; a millisecond earns `perMinute` of it. */
const COST = 60_000;
/** A server that refuses more than one request in ten seconds would not be worth polling at all. */
const LEAST = 6;
/** First wait without `Retry-After`; doubled with each refusal in a row. */
const FIRST_BACKOFF = 1000;
const LONGEST_BACKOFF = 60_000;
/** How long a lowered rate is believed: limits are raised, plans change, and neighbours stop using the key. */
const MEMORY = 10 * 60_000;
/** The longest wait believed (see lib/providers/retry-after.ts); also what a clock set back can cost at most. */
const LONGEST_BLOCK = 24 * 60 * 60_000;

/** @param now milliseconds since the epoch, as everywhere here */
export function freshBudget(now: number, { perMinute, size }: Rate = RATE): Budget {
  return {
    ceiling: perMinute,
    size,
    perMinute,
    credit: size * COST,
    at: now,
    blockedUntil: 0,
    strikes: 0,
    refusedAt: 0,
    quota: null,
  };
}

/** The same budget at a later time. A clock set back refills nothing and never blocks for longer than a server could. */
export function refill(budget: Budget, now: number): Budget {
  const forgotten = budget.refusedAt !== 0 && now - budget.refusedAt >= MEMORY;
  const perMinute = forgotten ? budget.ceiling : budget.perMinute;
  const gained = Math.max(0, now - budget.at) * perMinute;
  return {
    ceiling: budget.ceiling,
    size: budget.size,
    perMinute,
    credit: Math.min(Math.min(budget.size, perMinute) * COST, budget.credit + gained),
    at: now,
    blockedUntil: Math.min(budget.blockedUntil, now + LONGEST_BLOCK),
    strikes: forgotten ? 0 : budget.strikes,
    refusedAt: forgotten ? 0 : budget.refusedAt,
    quota: readQuota(budget.quota, now),
  };
}

/**
 * Takes one request out of the budget, or says when there will be one.
 * @param metered whether it counts against the quota too
 * @returns the new state to keep, and `wait`: 0 if the request may go out now, else milliseconds (and nothing was taken)
 */
export function take(budget: Budget, now: number, metered = false): { budget: Budget; wait: number } {
  const current = refill(budget, now);
  const blocked = Math.max(current.blockedUntil - now, metered ? waitForQuota(current.quota, now) : 0);
  if (blocked > 0) return { budget: current, wait: blocked };
  const missing = COST - current.credit;
  if (missing > 0) return { budget: current, wait: Math.ceil(missing / current.perMinute) };
  const quota = metered ? spendQuota(current.quota) : current.quota;
  return { budget: { ...current, credit: current.credit - COST, quota }, wait: 0 };
}

/**
 * What an answer teaches. A 429 blocks for `Retry-After` (or a doubling back-off), empties the bucket, and lowers the rate
 * by a quarter; anything else that came from the server ends the row of refusals.
 * @param retryAfter milliseconds, or null where the server did not say
 */
export function learn(
  budget: Budget,
  now: number,
  {
    status,
    retryAfter,
    rate = null,
  }: { status: number; retryAfter: number | null; rate?: RateReading | null },
): Budget {
  const refilled = refill(budget, now);
  const current = { ...refilled, quota: rate ?? refilled.quota };
  // The end of the quota says nothing of the minute.
  if (status !== 429 || rate?.remaining === 0) return { ...current, strikes: 0 };
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** current.strikes);
  // Requests that were already under way are refused together: one lesson, not one each.
  const known = current.blockedUntil > now;
  return {
    ...current,
    perMinute: known ? current.perMinute : Math.max(LEAST, Math.floor(current.perMinute * 0.75)),
    credit: 0,
    blockedUntil: Math.max(current.blockedUntil, now + Math.min(LONGEST_BLOCK, retryAfter ?? backoff)),
    strikes: known ? current.strikes : current.strikes + 1,
    refusedAt: now,
  };
}
