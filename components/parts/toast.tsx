// Short news at the foot of the screen, spoken by screen readers, gone by itself, but not while the pointer or the focus is in it; it can
// carry one act, such as Undo. Leans on a context; one at a time.
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
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return;
    const stay = toast.act ? Math.max(STAY_MS, toast.act.until - Date.now()) : STAY_MS;
    const timer = setTimeout(() => setToast(null), stay);
    return () => clearTimeout(timer);
  }, [toast, held]);
  // What is taken away while it is held tells of no leaving.
  useEffect(() => {
    if (!toast) setHeld(false);
  }, [toast]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const act = toast?.act;
  return (
    <Telling.Provider value={tell}>
      {children}
      <div class={act ? 'toasts toasts-held' : 'toasts'} role="status" aria-live="polite">
        {toast && (
          <div
            class={`toast toast-${toast.tone}`}
            onPointerEnter={hold}
            onPointerLeave={release}
            onFocusIn={hold}
            onFocusOut={release}
          >
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
