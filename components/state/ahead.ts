// Answers that were asked for before the screen that needs them is there: what the popup showed last it will most likely show again,
// and finding out for certain takes a round to the worker. Leans on nothing: what asks ahead is a script of its own beside the
// page's (entrypoints/opening.ts), so answers lie in the page itself. Each is taken once, by the same question, and only while it
// is fresh: what changed later would be missed.

/** Milliseconds after which nobody came for it. */
const FRESH_MS = 2000;

/** The page as far as it is used here. */
interface World {
  monikerAhead?: Map<string, Promise<unknown>>;
}
const world = globalThis as World;
world.monikerAhead ??= new Map();
const kept = world.monikerAhead;

const keyOf = (call: string, args: unknown): string => JSON.stringify([call, args]);

export function keepAhead(call: string, args: unknown, answer: Promise<unknown>): void {
  const key = keyOf(call, args);
  // Locked, most likely: who needs it asks again, and hears why.
  answer.catch(() => undefined);
  kept.set(key, answer);
  setTimeout(() => {
    if (kept.get(key) === answer) kept.delete(key);
  }, FRESH_MS);
}

/** @returns what was asked for ahead, or undefined; it may still fail. */
export function takeAhead(call: string, args: unknown): Promise<unknown> | undefined {
  if (kept.size === 0) return undefined;
  const key = keyOf(call, args);
  const answer = kept.get(key);
  kept.delete(key);
  return answer;
}
