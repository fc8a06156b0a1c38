// Keeps the background listening for what comes while a screen shows it, for three minutes at most. Leans on a call that is held until
// something came and says when to come again; shows nothing by itself.
import { useEffect } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { reportBug } from '../../lib/report.ts';

/** A popup left open is no reason to listen for ever, milliseconds. */
const MOST = 3 * 60_000;
/** Between two beats at least: a live line answers at once when something came. */
const SOONEST = 500;

/**
 * @param what is listened to: begins anew with another one; null asks nothing
 * @param ask one beat; must be the same function at every drawing. A null ends it.
 */
export function useBeat(what: string | null, ask: (what: string) => Promise<{ next: number | null }>): void {
  useEffect(() => {
    if (what === null) return undefined;
    const end = Date.now() + MOST;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const beat = async (): Promise<void> => {
      const { next } = await ask(what);
      if (over || next === null || Date.now() > end) return;
      timer = setTimeout(run, Math.max(SOONEST, next));
    };
    const run = () => {
      beat().catch((error: unknown) => {
        // Locked or gone: what is shown stays, and whoever opens the popup again hears anew.
        if (!(error instanceof AppError)) reportBug('beat', error);
      });
    };
    run();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [what, ask]);
}
