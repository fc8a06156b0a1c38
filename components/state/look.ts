// One check while somebody looks at it: asked about at once and every five seconds, until its end was seen or the screen is left. Leans on
// checks.look; rests while the page is hidden and as long as a service asks for a pause.
import { useEffect, useState } from 'preact/hooks';
import { awaitsLook, LOOK_OFTEN } from '../../lib/checks/status.ts';
import type { AppError } from '../../lib/error.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { fireAndForget } from '../../lib/report.ts';
import { asAppError, ask } from './ask.ts';

/**
 * @param kept the line as the ledger has it
 * @param now milliseconds since the epoch: what ended by the clock is asked about once more
 * @returns the newer of what is kept and what was seen
 */
export function useLook(kept: LedgerView, now: number): { shown: LedgerView; error: AppError | null } {
  const [seen, setSeen] = useState<LedgerView | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const shown = seen !== null && seen.updatedAt > kept.updatedAt ? seen : kept;
  const { id } = shown;
  const open = awaitsLook(shown, now);
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
