// Waiting for a short window of requests to pass, where giving up would leave half a list. Leans on timers of at most twenty
// seconds: a background worker that sleeps longer is taken for dead. Long waits are not waited for; they are the answer.
import { AppError } from '../error.ts';

/** The longest wait that is sat out between two requests. */
const LONGEST = 90_000;
/** The longest that our own budget asks for, at its lowest rate: one request. */
const LONGEST_OWN = 11_000;
const SLICE = 20_000;
/** Refusals in a row, each with a wait, before it is the service's word. */
const MOST = 5;

export interface Patience {
  /** Done between slices of a wait: any call to the browser keeps the worker alive. */
  awake: () => Promise<unknown>;
  signal?: AbortSignal | undefined;
}

/**
 * Runs `work` again after each short wait it is told of, by the service or by our own budget. Not in the account's turn: others
 * may go first meanwhile.
 * @throws what `work` throws else; the signal's reason
 */
export async function patiently<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  for (let refusals = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      const wait = waitOf(error, LONGEST);
      if (wait === null || (!isOwn(error) && ++refusals > MOST)) throw error;
      await sit(wait, patience);
    }
  }
}

/**
 * The same for one request among several that belong together: waits for our own budget alone, which is a matter of seconds, and
 * which was asked before anything was sent. What was read just before still holds then.
 */
export async function inBudget<T>(request: () => Promise<T>, patience: Patience): Promise<T> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      const wait = isOwn(error) ? waitOf(error, LONGEST_OWN) : null;
      if (wait === null) throw error;
      await sit(wait, patience);
    }
  }
}

async function sit(wait: number, { awake, signal }: Patience): Promise<void> {
  for (let left = wait; left > 0; left -= SLICE) {
    await sleep(Math.min(left, SLICE), signal);
    await awake();
  }
}

/** Our own budget, which always ends a wait with a request, against the service's refusal. */
const isOwn = (error: unknown): boolean => error instanceof AppError && error.code === 'budget';

function waitOf(error: unknown, longest: number): number | null {
  if (!(error instanceof AppError) || (error.code !== 'budget' && error.code !== 'rate-limited')) return null;
  const { retryAfter } = error.detail;
  return retryAfter !== undefined && retryAfter <= longest ? Math.max(retryAfter, 1) : null;
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
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
