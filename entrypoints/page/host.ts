// The one node we put into a page: a host with a closed shadow root, shown as a manual popover so that it lies in the top
// layer and takes part in no layout. Leans on style.ts; knows nothing of what is shown in it.

import { readBox } from '../../lib/fields/seen.ts';
import { is } from '../../lib/fields/walk.ts';
import { STYLE } from './style.ts';
import { openRoot } from './watch.ts';

export interface Host {
  node: HTMLElement;
  root: ShadowRoot;
  /** Shows the host again as the last of the top layer, above whatever the page put there since. */
  lift(): void;
}

/** What makes the rest of the page inert, dismisses itself at outside clicks, or alone is painted. */
const LAYERS = ':modal, :fullscreen, :popover-open';
/** How often a host that the page hides is shown again before we take the hint. */
const PATIENCE = 3;
/** Events of our own controls end at our root: the page's outside-click closers need not hear of them. */
const OURS = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup', 'input'];

/**
 * Adds the host to the innermost modal dialog, popover or fullscreen element around `near`, else to the root element.
 * @param onLost called when the page took it away or keeps hiding it.
 */
export function addHost(near: Element | null, onLost: () => void, signal: AbortSignal): Host {
  const node = document.createElement('div');
  const root = node.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.dataset.moniker = '';
  style.textContent = STYLE;
  root.append(style);
  node.popover = 'manual';
  for (const name of OURS) root.addEventListener(name, (event) => event.stopPropagation(), { signal });
  let left = PATIENCE;
  let lifting = false;
  const show = () => {
    if (node.isConnected && !node.matches(':popover-open')) node.showPopover();
  };
  node.addEventListener(
    'toggle',
    (event) => {
      if (lifting || signal.aborted || (event as ToggleEvent).newState === 'open') return;
      left -= 1;
      if (left < 0 || !node.isConnected) onLost();
      else show();
    },
    { signal },
  );
  insert(node, layerOf(near));
  show();
  signal.addEventListener('abort', () => node.remove(), { once: true });
  return {
    node,
    root,
    lift() {
      if (!node.isConnected) return onLost();
      lifting = true;
      if (node.matches(':popover-open')) node.hidePopover();
      show();
      // The toggle event of both steps comes as one task.
      setTimeout(() => {
        lifting = false;
      });
    },
  };
}

/**
 * Last in its layer; first, where the page's own rules for a last child would move something. A style of ours could not tell:
 * the page's selectors count our node whatever it looks like.
 */
function insert(node: HTMLElement, layer: Element): void {
  const last = layer.lastElementChild;
  const before = last && layer !== document.documentElement ? placesOf(layer, last) : null;
  layer.append(node);
  if (last && before !== null && placesOf(layer, last) !== before) layer.prepend(node);
}

function placesOf(...elements: Element[]): string {
  return elements.map((one) => Object.values(readBox(one)).join()).join(';');
}

/** The innermost modal dialog, popover or fullscreen element around `near`: outside of it nothing is seen or gets clicks. */
export function layerOf(near: Element | null): Element {
  for (let node: Element | null = near; node; node = parentOf(node)) {
    if (is(node, LAYERS)) return node;
  }
  return document.documentElement;
}

/** @returns the parent, through the shadow root's host. */
export function parentOf(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Removes hosts of a copy of us that an update killed before it could tidy up. */
export function sweepHosts(): void {
  for (const node of document.querySelectorAll('[popover=manual]')) {
    if (openRoot(node)?.querySelector('style[data-moniker]')) node.remove();
  }
}
