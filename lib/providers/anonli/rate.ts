// What anon.li's answers say of the month's requests (contract §1.4). The same three headers mean a short window on some
// refusals, `unlimited` on routes that cost nothing, and are missing on many errors: only what is surely the month is read.
import * as v from 'valibot';
import type { RateReading } from '../../rate-reading.ts';
import type { Answer, ReadRate } from '../http.ts';
import { LONGEST_WAIT } from '../retry-after.ts';

/** The longest of the short windows; a refusal with a longer wait can only be the month's. */
const LONGEST_WINDOW = 60 * 60_000;
/** A time below this was meant in seconds; in milliseconds it would be 1973. */
const LEAST_MILLISECONDS = 100_000_000_000;

const count = (text: string | null): number | null => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);

const monthly = v.object({ error: v.object({ code: v.literal('RATE_LIMITED') }) });

/** Whether a 429 is the end of the month's requests; else a limiter of minutes or hours. */
export function isMonthSpent({ status, body, retryAfter }: Omit<Answer, 'rate'>): boolean {
  if (status !== 429) return false;
  if (body.kind === 'json' && v.is(monthly, body.value)) return true;
  return retryAfter !== null && retryAfter > LONGEST_WINDOW;
}

export const readAnonliRate: ReadRate = (headers, answer, now): RateReading | null => {
  const spent = isMonthSpent(answer);
  if (answer.status === 429 && !spent) return null;
  const limit = count(headers.get('X-RateLimit-Limit'));
  const left = count(headers.get('X-RateLimit-Remaining'));
  const reset = count(headers.get('X-RateLimit-Reset'));
  const remaining = spent ? 0 : left;
  // `unlimited`, or no header at all: nothing is said.
  if (remaining === null) return null;
  const told = reset === null ? null : reset < LEAST_MILLISECONDS ? reset * 1000 : reset;
  // A wait is by our own clock, the date by the server's: what is long over or too far away says only that the two differ.
  const resetAt = told !== null && told - now <= LONGEST_WAIT ? told : null;
  const wait = spent && answer.retryAfter !== null ? now + answer.retryAfter : null;
  return { remaining, limit, resetAt: wait ?? resetAt };
};
