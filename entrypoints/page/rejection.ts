// Watches one field that we filled with an address, for the site's refusal of it: at the events of that field alone, and
// once the page has had a frame to draw its error. Leans on lib/fields/rejected; no timer, no observer, no other field.
import { fieldRejected } from '../../lib/fields/rejected.ts';

/** Calls `onRejected` once, when the site first says that what stands in the field is wrong; ends with the signal. */
export function watchRejection(element: HTMLElement, onRejected: () => void, signal: AbortSignal): void {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const look = () => {
    if (both.aborted || !fieldRejected(element)) return;
    over.abort();
    onRejected();
  };
  // Validators answer an event after us, and frameworks draw a frame later still.
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(look));
  for (const name of ['input', 'change', 'blur', 'invalid', 'focus'] as const)
    element.addEventListener(name, soon, { capture: true, passive: true, signal: both });
  soon();
}
