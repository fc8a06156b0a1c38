// Fits the popup into what the browser gives. It asks for 380 × 580, but on low screens, or zoomed, browsers give less and
// Chrome then forces a second scroll bar (FrameViewAutoSizeInfo) until the page itself is no taller. Leans on nothing.

/** Browsers find the popup's size in several steps; this long after the last one it stands. Milliseconds. */
const STILL_MS = 120;
/** Lower is a step on the way, not a size to live in. CSS pixels. */
const LEAST = 240;

/** Keeps the page no taller than its window, until `signal` aborts; does nothing in a tab. */
export function fitToWindow(signal: AbortSignal): void {
  const root = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    if (root.dataset.place === 'tab' || window.innerHeight < LEAST) return;
    if (root.offsetHeight > window.innerHeight) {
      // Of the root and of the body: see popup.css.
      root.style.setProperty('--popup-height', `${window.innerHeight}px`);
    }
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, STILL_MS);
  };
  window.addEventListener('resize', settle, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  settle();
}
