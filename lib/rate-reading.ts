// What a service says of a quota of requests: how many are left and when it begins anew. A noun that providers read from
// answers, lib/sync keeps, and screens show; leans on nothing, counts nothing itself.

/** Each member null where the service does not say. */
export interface RateReading {
  /** Requests left until `resetAt`. */
  remaining: number | null;
  /** Requests in the whole period. */
  limit: number | null;
  /** Milliseconds since the epoch. */
  resetAt: number | null;
}
