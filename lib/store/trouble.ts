// What a database error means, read from names alone: Dexie wraps the browser's errors, some several times over.
// Leans on nothing; never reads messages (they differ by browser and may quote values).

export type Trouble = 'full' | 'broken' | 'other';

/** Names under which browsers report a store that cannot be read (any more). */
const BROKEN = new Set(['UnknownError', 'OpenFailedError', 'NotReadableError', 'VersionError']);

/** @returns `full` if the disk or the quota is exhausted, also when that is the hidden reason of an aborted transaction. */
export function troubleOf(error: unknown): Trouble {
  const names = [...chainOf(error)].map((link) => link.name);
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => BROKEN.has(name)) ? 'broken' : 'other';
}

/** Walks Dexie's `inner`, the platform's `cause` and Dexie's `failures`, at most eight steps deep. */
function* chainOf(error: unknown, depth = 0): Generator<{ name: string }> {
  if (!(error instanceof Object) || depth > 8) return;
  if ('name' in error && typeof error.name === 'string') yield { name: error.name };
  if ('inner' in error) yield* chainOf(error.inner, depth + 1);
  if ('cause' in error) yield* chainOf(error.cause, depth + 1);
  if ('failures' in error && Array.isArray(error.failures)) {
    for (const failure of error.failures) yield* chainOf(failure, depth + 1);
  }
}
