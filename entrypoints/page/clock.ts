// The page that waits is the clock: asks the background at the pace it answers whether a code came. Leans on nothing but
// the beat it is given; runs only between start and the signal's end, and lets a page out of sight rest.
import type { WaitState } from '../../lib/messages/contract.ts';

/** A tab nobody looked at for this long (milliseconds) waits for nothing any more; its focus event starts a new wait. */
const HIDDEN_MOST = 10 * 60_000;
/** Bounds of the answered pace, in milliseconds: neither a flood nor a sleep. */
const SOONEST = 500;
const LATEST = 60_000;

/**
 * Beats until the answer is `ended`, until `signal` aborts, or until the page was hidden too long.
 * @param beat one `page.beat`; a rejection ends the wait.
 * @param onArrived called at the first `arrived` after each stretch of waiting.
 * @returns when the wait is over.
 */
export async function keepBeating(
  beat: () => Promise<WaitState>,
  onArrived: () => void,
  signal: AbortSignal,
): Promise<void> {
  let hiddenSince: number | null = null;
  let last: WaitState['state'] = 'waiting';
  while (!signal.aborted) {
    const { state, next } = await beat();
    if (signal.aborted) return;
    if (state === 'arrived' && last !== 'arrived') onArrived();
    last = state;
    if (state === 'ended' || next === undefined) return;
    if (document.hidden) hiddenSince ??= Date.now();
    else hiddenSince = null;
    if (hiddenSince !== null && Date.now() - hiddenSince > HIDDEN_MOST) return;
    await pause(Math.min(Math.max(next, SOONEST), LATEST), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}
