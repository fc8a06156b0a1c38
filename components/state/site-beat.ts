// Keeps the background listening for what comes to the addresses used on the site in front of the user, while its screen is shown and for
// three minutes at most. Leans on site.beat, which says when to come again; shows nothing by itself.
import { useEffect } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { reportBug } from '../../lib/report.ts';
import { ask } from './ask.ts';

/** A popup left open is no reason to ask for ever, milliseconds. */
const MOST = 3 * 60_000;
/** Between two beats at least: a live line answers at once when something came. */
const SOONEST = 500;

/** @param site begins anew with another one; null asks nothing */
export function useSiteBeat(site: string | null): void {
  useEffect(() => {
    if (site === null) return undefined;
    const end = Date.now() + MOST;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const beat = async (): Promise<void> => {
      const { next } = await ask('site.beat', {});
      if (over || next === null || Date.now() > end) return;
      timer = setTimeout(run, Math.max(SOONEST, next));
    };
    const run = () => {
      beat().catch((error: unknown) => {
        // Locked or gone: what is shown stays, and whoever opens the popup again hears anew.
        if (!(error instanceof AppError)) reportBug('site.beat', error);
      });
    };
    run();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [site]);
}
