// Short news at the foot of the screen, spoken by screen readers, gone by itself. Leans on a context; one at a time.
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';

export type Tone = 'good' | 'bad';
type Tell = (text: string, tone?: Tone) => void;

const Telling = createContext<Tell>(() => undefined);

/** Long enough to read a line of it twice. */
const STAY_MS = 4500;

export function Toasts({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<{ text: string; tone: Tone } | null>(null);
  const tell = useCallback<Tell>((text, tone = 'good') => setToast({ text, tone }), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), STAY_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <Telling.Provider value={tell}>
      {children}
      <div class="toasts" role="status" aria-live="polite">
        {toast && <p class={`toast toast-${toast.tone}`}>{toast.text}</p>}
      </div>
    </Telling.Provider>
  );
}

/** @returns a function that shows one line of news. */
export function useToast(): Tell {
  return useContext(Telling);
}
