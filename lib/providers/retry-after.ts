// `Retry-After` (RFC 9110 §10.2.3): whole seconds, or an HTTP date. Leans on nothing; decides no back-off of its own
// (lib/sync/budget.ts does, where the header is absent or unreadable).

/** Milliseconds; no server may silence us for longer. The longest honest wait is the end of a quota of 30 days, and a day for clocks. */
export const LONGEST_WAIT = 31 * 24 * 60 * 60 * 1000;

/** A wait of nothing would be a hot loop against a server that has just complained. */
const SHORTEST = 1000;

/** IMF-fixdate, the obsolete RFC 850 and asctime forms all begin with a weekday; nothing else is a date here. */
const HTTP_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)/i;

/**
 * @param header the header's value, or null
 * @param now milliseconds since the epoch, for the date form
 * @returns milliseconds to wait, between one second and 31 days; null if the header is absent or unreadable
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+(?:\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : HTTP_DATE.test(text)
      ? Date.parse(text) - now
      : Number.NaN;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT, Math.max(SHORTEST, Math.ceil(wait)));
}
