// One check while somebody looks at it: asked about at once and every five seconds, until it has ended or the screen is left. Leans on
// checks.look; rests while the page is hidden and as long as a service asks for a pause.
import { useEffect, useState } from 'preact/hooks';
import { LOOK_OFTEN, nextLook } from '../../lib/checks/status.ts';
import type { AppError } from '../../lib/error.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { fireAndForget } from '../../lib/report.ts';
import { asAppError, ask } from './ask.ts';

/**
 * @param kept the line as the ledger has it
 * @param now milliseconds since the epoch: what ends by the clock is no longer asked about
 * @returns the newer of what is kept and what was seen
 */
export function useLook(kept: LedgerView, now: number): { shown: LedgerView; error: AppError | null } {
  const [seen, setSeen] = useState<LedgerView | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const shown = seen !== null && seen.updatedAt > kept.updatedAt ? seen : kept;
  const { id, check, clockOffset } = shown;
  const open = check !== null && nextLook(check, now + clockOffset, true) !== null;
  useEffect(() => {
    if (!open) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const look = async (): Promise<void> => {
      let pause = LOOK_OFTEN;
      if (document.visibilityState === 'visible') {
        try {
          const answer = await ask('checks.look', { id });
          if (left) return;
          setSeen(answer.check);
          setError(null);
        } catch (problem) {
          if (left) return;
          const trouble = asAppError(problem, 'checks.look');
          pause = Math.max(pause, trouble.detail.retryAfter ?? 0);
          setError(trouble);
        }
      }
      timer = setTimeout(again, pause);
    };
    const again = (): void => fireAndForget(look(), 'checks.look');
    again();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, open]);
  return { shown, error };
}
