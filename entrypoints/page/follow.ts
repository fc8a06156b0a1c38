// Keeps what we show beside its field while the page scrolls, resizes and re-arranges itself, without polling. Leans on
// the browser's observers; each one ends with the signal, and nothing runs while nothing is shown.
import { viewOf } from './view.ts';

/**
 * Calls `onMove` at most once a frame after anything that can move or remove `element`.
 *
 * Re-layout has no event: an IntersectionObserver whose root is cut to exactly the element's box reports as soon as the
 * element leaves that box, and is then cut anew.
 */
export function follow(element: HTMLElement, onMove: () => void, signal: AbortSignal): void {
  let due = 0;
  const soon = () => {
    if (due !== 0 || signal.aborted) return;
    due = requestAnimationFrame(() => {
      due = 0;
      if (signal.aborted) return;
      onMove();
      cut();
    });
  };
  const options = { capture: true, passive: true, signal } as const;
  addEventListener('scroll', soon, options);
  addEventListener('resize', soon, options);
  addEventListener('transitionend', soon, options);
  addEventListener('animationend', soon, options);
  visualViewport?.addEventListener('resize', soon, { signal });
  const sizes = new ResizeObserver(soon);
  sizes.observe(element);

  let edge: IntersectionObserver | null = null;
  let cutFor = '';
  const cut = () => {
    const { top, left, right, bottom, width, height } = element.getBoundingClientRect();
    const here = [top, left, width, height].map(Math.round).join();
    if (here === cutFor || width === 0 || height === 0) return;
    cutFor = here;
    edge?.disconnect();
    const view = viewOf(document);
    const margin = [top, view.width - right, view.height - bottom, left].map(
      (side) => `${-Math.floor(side)}px`,
    );
    let settled = false;
    edge = new IntersectionObserver(
      () => {
        // The first report only says where the element is now.
        if (settled) soon();
        settled = true;
      },
      { root: document, rootMargin: margin.join(' '), threshold: [0, 0.25, 0.5, 0.75, 0.9, 1] },
    );
    edge.observe(element);
  };
  cut();
  signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(due);
      sizes.disconnect();
      edge?.disconnect();
    },
    { once: true },
  );
}
