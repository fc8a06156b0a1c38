// A quota of requests over a longer period, as the service tells it and as we count on from there. Pure; leans on the noun.
// What was never told is null and forbids nothing.
import type { RateReading } from '../rate-reading.ts';

/** How long a spent quota is believed that names no end. */
const UNTOLD = 60 * 60_000;
/** No quota lasts longer; a day for clocks. */
const LONGEST = 31 * 24 * 60 * 60_000;

/**
 * Whether a time to wait for is over. One that lies further ahead than anybody waits was kept by a clock that went wrong.
 * @param longest milliseconds
 */
export function isOver(notBefore: number, now: number, longest = LONGEST): boolean {
  return notBefore <= now || notBefore - now > longest;
}

/** @returns the reading at a later time: past its end everything is left again, as far as that is known. */
export function readQuota(quota: RateReading | null, now: number): RateReading | null {
  if (quota === null) return null;
  // Further away than any service waits: our clock was wrong when this was kept.
  if (quota.resetAt !== null && quota.resetAt - now > LONGEST)
    return { ...quota, remaining: quota.limit, resetAt: null };
  if (quota.resetAt === null) return quota.remaining === 0 ? { ...quota, resetAt: now + UNTOLD } : quota;
  return now < quota.resetAt ? quota : { remaining: quota.limit, limit: quota.limit, resetAt: null };
}

/** One request less. The service's own number, which comes with most answers, corrects it. */
export function spendQuota(quota: RateReading | null): RateReading | null {
  if (quota === null || quota.remaining === null) return quota;
  return { ...quota, remaining: Math.max(0, quota.remaining - 1) };
}

/** @returns milliseconds until a counted request may be sent; 0 for now. */
export function waitForQuota(quota: RateReading | null, now: number): number {
  return quota?.remaining === 0 && quota.resetAt !== null ? Math.max(0, quota.resetAt - now) : 0;
}

/** The part of what is left that may be spent unasked. */
const SHARE = 10;

/** How many requests may be spent of what is left without asking. */
export const freeShare = (remaining: number): number => Math.floor(remaining / SHARE);

/**
 * Whether so many requests must be asked for first. A quota nobody told of has no tenth.
 * @param cost requests
 */
export function isCostly(cost: number, quota: RateReading | null): boolean {
  return quota?.remaining != null && cost * SHARE > quota.remaining;
}
