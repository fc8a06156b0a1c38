// Filling into the page from the popup, and telling honestly how it ended; what cannot be filled is copied, because the
// click that asked for it allows that. Leans on site.fill.
import { useRef } from 'preact/hooks';
import { AppError, type WireError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { MenuChoice } from '../../lib/messages/views.ts';
import type { FillOutcome } from '../../lib/model.ts';
import { type ToastAct, useToast } from '../parts/toast.tsx';
import { ask, useAct } from './ask.ts';

const FILLED: Record<FillOutcome['kind'], boolean> = {
  filled: true,
  'moved-on': true,
  refused: false,
  gone: false,
};

export interface Fill {
  busy: boolean;
  error: WireError | null;
  /** @param text what is copied when the page does not take it. @param act what the news of it offers. */
  fill: (choice: MenuChoice, text: string, act?: ToastAct | undefined) => void;
  /** The last one once more, into a frame of that origin, which the user was told. */
  fillThere: (origin: string) => void;
}

export function useFill(): Fill {
  const act = useAct('site.fill');
  const tell = useToast();
  // The click still allows copying for a few seconds; after a slow network it may not, and then that is said.
  const copyInstead = (text: string, act?: ToastAct) =>
    navigator.clipboard.writeText(text).then(
      () => tell(t('fillCopied', text), 'good', act),
      () => tell(t('fillNeither', text), 'bad', act),
    );
  const last = useRef<((into: string) => void) | null>(null);
  const fill = (choice: MenuChoice, text: string, offer?: ToastAct | undefined) => {
    const run = (into?: string) =>
      act.run(async () => {
        const filled = await attempt(choice, into);
        if (filled) tell(t('fillDone'), 'good', offer);
        else await copyInstead(text, offer);
      });
    last.current = run;
    run();
  };
  return { busy: act.busy, error: act.error, fill, fillThere: (origin) => last.current?.(origin) };
}

/** @returns whether the page kept it; a page without a chosen field is no failure, copying serves. */
async function attempt(choice: MenuChoice, into?: string): Promise<boolean> {
  try {
    const { outcome } = await ask('site.fill', { choice, ...(into === undefined ? {} : { into }) });
    return FILLED[outcome.kind];
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-field') return false;
    throw error;
  }
}
