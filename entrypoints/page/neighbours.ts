// The controls (and frames, which may be full of them) that stand around one field in the document, whatever form, frame of divs or shadow root they are in. Leans on
// the DOM's own order; reads no value, and stops at a fixed number of steps, so that no page decides how long it takes.
import { is, parentOf } from '../../lib/fields/walk.ts';
import { openRoot } from './watch.ts';

const CONTROL =
  'input:not([type=hidden]),select,textarea,button,[role=button],[role=checkbox],[contenteditable],a[href],summary,iframe';
/** Elements looked at in each direction; what is further away is no neighbour. */
const STEPS = 600;
/** Controls kept in each direction. */
const MOST = 150;
/** Deeper than this inside one neighbour nobody builds a button. */
const DEPTH = 24;

type Sibling = 'nextElementSibling' | 'previousElementSibling';

/** @returns the nearest controls before and after `field` in the tree that a person sees, `host` and what is in it left out. */
export function neighboursOf(field: Element, host: Element): HTMLElement[] {
  return [...look(field, host, 'nextElementSibling'), ...look(field, host, 'previousElementSibling')];
}

function look(field: Element, host: Element, direction: Sibling): HTMLElement[] {
  const found: HTMLElement[] = [];
  let steps = STEPS;
  const visit = (element: Element, depth: number) => {
    if (steps <= 0 || found.length >= MOST || element === host) return;
    steps -= 1;
    if (element instanceof HTMLElement && is(element, CONTROL)) found.push(element);
    const inner = [openRoot(element), element];
    for (const parent of direction === 'nextElementSibling' ? inner : inner.reverse()) {
      if (depth < DEPTH && parent) visitAll(firstOf(parent, direction), depth + 1);
    }
  };
  const visitAll = (start: Element | null, depth: number) => {
    for (let one = start; one && steps > 0; one = one[direction]) visit(one, depth);
  };
  for (let node: Element | null = field; node && steps > 0; node = parentOf(node)) {
    visitAll(node[direction], 0);
    // Content that a host was given stands among what its own root draws.
    const own = node === field ? null : openRoot(node);
    if (own && !own.contains(field)) visitAll(firstOf(own, direction), 1);
    steps -= 1;
  }
  return found;
}

function firstOf(parent: ParentNode, direction: Sibling): Element | null {
  return direction === 'nextElementSibling' ? parent.firstElementChild : parent.lastElementChild;
}
