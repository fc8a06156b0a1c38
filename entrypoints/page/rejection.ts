// Whether the site refuses the address that we put into a field, and hearing of it: at the events of that field alone, once
// the page has had a frame to draw its error. Leans on lib/fields/rejected; no timer, no observer, no other field, and what
// the user typed over our address is theirs to mend.
import { readValue } from '../../lib/fields/native.ts';
import { fieldRejected } from '../../lib/fields/rejected.ts';

/** What stood in a field after our fill. */
const filled = new WeakMap<HTMLElement, string>();

/** A field that this document filled must still hold that; after a reload nobody knows, and the page's error counts. */
export function isRefused(element: HTMLElement): boolean {
  const ours = filled.get(element);
  return (ours === undefined || ours === readValue(element)) && fieldRejected(element);
}

/** Calls `onRefused` once, when the site first says that what we filled is wrong; ends with the signal. */
export function watchRefusal(element: HTMLElement, onRefused: () => void, signal: AbortSignal): void {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  filled.set(element, readValue(element));
  const look = () => {
    if (both.aborted || !isRefused(element)) return;
    over.abort();
    onRefused();
  };
  // Validators answer an event after us, and frameworks draw a frame later still.
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(look));
  for (const name of ['input', 'change', 'blur', 'invalid', 'focus'] as const)
    element.addEventListener(name, soon, { capture: true, passive: true, signal: both });
  soon();
}
