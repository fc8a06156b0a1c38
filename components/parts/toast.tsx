// Short news at the foot of the screen, spoken by screen readers, gone by itself; it can carry one act, such as Undo. Leans on a
// context; one at a time.
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Icon } from './icon.tsx';

export type Tone = 'good' | 'bad';

export interface ToastAct {
  label: string;
  run: () => void;
  /** When it no longer helps, milliseconds since the epoch: the toast goes then, and not before. */
  until: number;
}

type Tell = (text: string, tone?: Tone, act?: ToastAct | undefined) => void;

const Telling = createContext<Tell>(() => undefined);

/** Long enough to read a line of it twice. */
const STAY_MS = 4500;

interface Toast {
  text: string;
  tone: Tone;
  act: ToastAct | null;
}

export function Toasts({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const tell = useCallback<Tell>(
    (text, tone = 'good', act) => setToast({ text, tone, act: act ?? null }),
    [],
  );
  useEffect(() => {
    if (!toast) return;
    const stay = toast.act ? Math.max(STAY_MS, toast.act.until - Date.now()) : STAY_MS;
    const timer = setTimeout(() => setToast(null), stay);
    return () => clearTimeout(timer);
  }, [toast]);
  const act = toast?.act;
  return (
    <Telling.Provider value={tell}>
      {children}
      <div class={act ? 'toasts toasts-held' : 'toasts'} role="status" aria-live="polite">
        {toast && (
          <div class={`toast toast-${toast.tone}`}>
            <span class="toast-text">{toast.text}</span>
            {act && (
              <button
                type="button"
                class="toast-act"
                onClick={() => {
                  setToast(null);
                  act.run();
                }}
              >
                {act.label}
              </button>
            )}
            {act && (
              <button
                type="button"
                class="toast-close"
                aria-label={t('actionClose')}
                onClick={() => setToast(null)}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        )}
      </div>
    </Telling.Provider>
  );
}

/** @returns a function that shows one line of news. */
export function useToast(): Tell {
  return useContext(Telling);
}
