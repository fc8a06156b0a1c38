// What a person deleted while an answer of a service may have been under way that still lists it: such an answer brings nothing back.
// Kept in memory alone, for this worker's life: an answer that was under way dies with it. Leans on nothing.

/** Deletions remembered: as many as a person could do while one answer is under way. */
const MOST = 500;
/** When records were deleted here, epoch milliseconds, by id. */
const goneAt = new Map<string, number>();

/** @param id of a record that was deleted, here and at its service */
export function noteGone(id: string, now: number): void {
  goneAt.delete(id);
  goneAt.set(id, now);
  const [oldest] = goneAt.keys();
  if (goneAt.size > MOST && oldest !== undefined) goneAt.delete(oldest);
}

/** Whether a record was deleted since a service was asked for it, at `askedAt`. */
export const isGoneSince = (id: string, askedAt: number): boolean =>
  (goneAt.get(id) ?? Number.NEGATIVE_INFINITY) >= askedAt;
