// Where the focus goes when what held it goes away by itself, as a notice does that was answered: to the title of its screen, so that
// whoever works by keys is not sent back to the top. Leans on the classes of parts/screen.tsx.
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns the reference of the box that may go away while the focus is in it. */
export function useFocusKept<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const { current } = box;
    return () => {
      if (!current?.contains(document.activeElement)) return;
      const title = current.closest('.screen')?.querySelector<HTMLElement>('.screen-head h2');
      // When it is gone: until then the focus would be lost with it.
      queueMicrotask(() => title?.focus());
    };
  }, []);
  return box;
}
