// What is being typed, kept while the popup may close at any keystroke: sealed by the background, by place. Leans on the
// draft calls; passphrases never come here. While locked nothing can be sealed: then a draft lives on the screen only.
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { reportBug } from '../../lib/report.ts';
import { ask, useChanged } from './ask.ts';

/** Flat and JSON, so that a draft written by an older version is merged field by field. */
export type DraftValue = Record<string, string | boolean | number>;

export interface Draft<Value extends DraftValue> {
  value: Value;
  /** Whether the kept draft was read (or there is none): forms show a skeleton before that. */
  ready: boolean;
  /** Whether it holds anything that `initial` does not. */
  dirty: boolean;
  set: (change: Partial<Value>) => void;
  /** What an untouched form holds is another by now: members that nobody typed into follow. */
  follow: (next: Value) => void;
  /** Forgets the draft, here and in the vault. @param next what an untouched form holds from now on; else as before. */
  clear: (next?: Value) => Promise<void>;
}

/** Rest after the last keystroke before a draft is sealed; the page's end does not wait for it. */
const REST_MS = 250;

/** @returns `initial` with the kept members whose kind still fits. */
export function revive<Value extends DraftValue>(text: string | null, initial: Value): Value {
  if (text === null) return initial;
  const kept: unknown = parse(text);
  if (typeof kept !== 'object' || kept === null) return initial;
  const members = Object.entries(kept).filter(
    ([name, member]) => Object.hasOwn(initial, name) && typeof member === typeof initial[name],
  );
  return { ...initial, ...Object.fromEntries(members) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    reportBug('draft', error);
    return null;
  }
}

/**
 * @param place names the draft for as long as the component lives, e.g. `address.new`: key the component by it.
 * @param initial what an untouched form holds; read once, see `follow`.
 */
export function useDraft<Value extends DraftValue>(place: string, initial: Value): Draft<Value> {
  const start = useRef(initial);
  const [value, setValue] = useState(initial);
  const [ready, setReady] = useState(false);
  const now = useRef(value);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const sent = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback((next: Value) => {
    now.current = next;
    setValue(next);
  }, []);

  const read = useCallback(() => {
    ask('draft.get', { place }).then(
      ({ value: kept }) => {
        if (!touched.current) show(revive(kept, start.current));
        setReady(true);
      },
      (error: unknown) => {
        tolerate(error);
        setReady(true);
      },
    );
  }, [place, show]);

  /** Seals at once what waits to be sealed; called by the timer, by the page's end and by the screen's. */
  const flush = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    // Only what was typed: the rest is as it will be found then, which may be newer than what is here now.
    const text = JSON.stringify(Object.fromEntries(typedIn(now.current, start.current)));
    sent.current = ask('draft.set', { place, value: text }).then(() => undefined, tolerate);
  }, [place]);

  useLayoutEffect(() => {
    read();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [read, flush]);
  // Locked at first, unlocked since: the kept draft can be read now, unless something newer was typed.
  useChanged(['vault'], read);

  const set = useCallback(
    (change: Partial<Value>) => {
      touched.current = true;
      show({ ...now.current, ...change });
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(flush, REST_MS);
    },
    [flush, show],
  );

  const follow = useCallback(
    (next: Value) => {
      const typed = Object.fromEntries(typedIn(now.current, start.current));
      start.current = next;
      show({ ...next, ...typed });
    },
    [show],
  );

  const clear = useCallback(
    async (next?: Value) => {
      if (next) start.current = next;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      touched.current = false;
      show(start.current);
      await sent.current;
      await ask('draft.set', { place, value: null }).catch(tolerate);
    },
    [place, show],
  );

  const dirty = typedIn(value, start.current).length > 0;
  return { value, ready, dirty, set, follow, clear };
}

const typedIn = <Value extends DraftValue>(value: Value, start: Value): [string, DraftValue[string]][] =>
  Object.entries(value).filter(([name, member]) => start[name] !== member);

/** A draft that cannot be sealed must not stop the typing: locked is expected, the rest is for the console. */
function tolerate(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'locked')) reportBug('draft', error);
}
