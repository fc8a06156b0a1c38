// Waiting for a condition, which is the only kind of waiting the browser tests do. Leans on nothing.
// Refuses to sleep for a fixed time and go on: what did not become true within the limit is an error that says what it was.

/** Milliseconds between two looks: short enough not to be felt, long enough to leave the two cores to the browser. */
const INTERVAL = 50;

/**
 * Milliseconds before a wait fails. Nobody waits them out but for a failure, so they are what the busiest machine may take
 * for one step, not what a person would stand.
 */
export const PATIENCE = 30_000;

/**
 * Looks again and again until `condition` gives something truthy.
 * @param condition asked every 50 ms; what it throws counts as "not yet" and is told in the final error
 * @param what the end of the sentence "waited for …"
 * @param timeout milliseconds before it fails
 * @returns the truthy value
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  what: string,
  timeout = PATIENCE,
): Promise<Exclude<T, false | 0 | '' | null | undefined>> {
  const deadline = performance.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value as Exclude<T, false | 0 | '' | null | undefined>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${timeout} ms for ${what}`, last === undefined ? {} : { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
