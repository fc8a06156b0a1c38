// Whether the user can have seen our menu frame where it stands: what the page's script can tell of it (the frame itself
// judges more in menu/seen.ts). Leans on computed style and hit tests; a cover with `pointer-events: none` in front of us
// stays unseen here, which is why the host is lifted to the end of the top layer before the frame opens.

import { parentOf } from './host.ts';
import { overlap } from './place.ts';

export type Unfair = 'closed' | 'styled' | 'covered' | 'outside' | 'restless';

/** How long the frame must have stood still before a code may be chosen in it, in milliseconds. */
export const STILL = 350;

/** Below this share of its own size the frame cannot be read, whatever shrank it (`zoom` on the root element, a scale). */
const LEGIBLE = 0.75;

/** A frame smaller than this (CSS pixels) shows no row as a whole, however small the window is that it was fitted into. */
const READABLE = { width: 160, height: 60 } as const;

/** Computed properties that can make a frame look other than it is, and the values that do not. */
const PLAIN: Record<string, RegExp> = {
  opacity: /^1$/,
  filter: /^none$/,
  'mask-image': /^none$/,
  'clip-path': /^none$/,
  transform: /^none$/,
  'mix-blend-mode': /^normal$/,
  visibility: /^visible$/,
};

/**
 * @param still milliseconds since the frame last moved or changed size.
 * @returns the first thing that speaks against it; null when nothing does.
 */
export function judgeFrame(frame: HTMLElement, host: HTMLElement, still: number): Unfair | null {
  if (!host.isConnected || !host.matches(':popover-open')) return 'closed';
  if (still < STILL) return 'restless';
  for (let node: Element | null = host; node; node = parentOf(node)) if (!isPlain(node)) return 'styled';
  const box = frame.getBoundingClientRect();
  if (box.width < READABLE.width || box.height < READABLE.height) return 'outside';
  if (box.width < frame.offsetWidth * LEGIBLE || box.height < frame.offsetHeight * LEGIBLE) return 'styled';
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) return 'outside';
  return isCovered(frame, host, box) ? 'covered' : null;
}

function isPlain(element: Element): boolean {
  const style = getComputedStyle(element);
  return Object.entries(PLAIN).every(([name, plain]) => {
    const value = style.getPropertyValue(name);
    return value === '' || plain.test(value);
  });
}

/** Hit tests on a grid, and whatever else of the top layer stands over the frame, hit or not. */
function isCovered(frame: HTMLElement, host: HTMLElement, box: DOMRect): boolean {
  const tree = host.getRootNode();
  if (!(tree instanceof Document || tree instanceof ShadowRoot)) return true;
  for (const across of [0.05, 0.5, 0.95]) {
    for (const down of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const hit = tree.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
      if (hit !== host) return true;
    }
  }
  for (const other of document.querySelectorAll(':popover-open, :modal')) {
    if (other === host || other.contains(host)) continue;
    if (overlap(other.getBoundingClientRect(), frame.getBoundingClientRect()) > 0) return true;
  }
  return false;
}
