// Waiting for a short window of requests to pass, where giving up would leave half a list. Leans on timers of at most twenty
// seconds: a background worker that sleeps longer is taken for dead. Long waits are not waited for; they are the answer.
import { AppError } from '../error.ts';

/** The longest wait that is sat out. */
const LONGEST = 90_000;
const SLICE = 20_000;
/** Refusals in a row, each with a wait, before it is the service's word. */
const MOST = 5;

/**
 * Runs `work` again after each short wait it is told of.
 * @param awake done between slices of a wait: any call to the browser keeps the worker alive
 * @throws what `work` throws else; the signal's reason
 */
export async function patiently<T>(
  work: () => Promise<T>,
  awake: () => Promise<unknown>,
  signal?: AbortSignal,
): Promise<T> {
  for (let refusals = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      const wait = shortWait(error);
      if (wait === null || (!isOwn(error) && ++refusals > MOST)) throw error;
      for (let left = wait; left > 0; left -= SLICE) {
        await sleep(Math.min(left, SLICE), signal);
        await awake();
      }
    }
  }
}

/** Our own budget, which always ends a wait with a request, against the service's refusal. */
const isOwn = (error: unknown): boolean => error instanceof AppError && error.code === 'budget';

function shortWait(error: unknown): number | null {
  if (!(error instanceof AppError) || (error.code !== 'budget' && error.code !== 'rate-limited')) return null;
  const { retryAfter } = error.detail;
  return retryAfter !== undefined && retryAfter <= LONGEST ? Math.max(retryAfter, 1) : null;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    if (signal?.aborted) return end();
    signal?.addEventListener('abort', end, { once: true });
  });
}
