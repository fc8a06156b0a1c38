// Walks the tree as a person sees it: through open shadow roots, and through closed ones when the caller can open
// them. Leans on the DOM only; changes nothing, and stops at fixed counts so that no page decides how long it takes.
import type { OpenRoot } from './types.ts';

/** Most controls read for one verdict. */
export const MAX_CONTROLS = 300;
/** Most elements visited for one verdict; beyond it the rest of the scope is left unread and said so. */
export const MAX_VISITS = 6000;
/** Deepest nesting of shadow roots followed. */
const MAX_DEPTH = 24;

/** Input types nobody types text into, or that no offer of ours could concern. */
const NOT_TYPED = /^(?:hidden|submit|button|reset|image|checkbox|radio|file|range|color)$/;

/** Whether a person can type or choose a value in it. A contenteditable counts at its outermost element only. */
export function isControl(element: Element): element is HTMLElement {
  switch (element.localName) {
    case 'input':
      return !NOT_TYPED.test(typeOf(element));
    case 'textarea':
    case 'select':
      return true;
    default:
      return isEditable(element) && !(element.parentElement !== null && isEditable(element.parentElement));
  }
}

/** @returns the lower-case type attribute; `text` for an input without one. */
export function typeOf(element: Element): string {
  return (element.getAttribute('type') ?? 'text').trim().toLowerCase() || 'text';
}

/** Read from the attribute, not `isContentEditable`, which forces layout and is missing in some DOMs. */
export function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/**
 * `matches` of any element. A control named `matches` or `children` stands in the place of its form's own member, in every
 * world of the document; travel agencies ask for children, and sports pages for matches.
 */
export function is(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Child elements, at most `most`; by the siblings' own links, for the same reason. */
export function childrenOf(parent: ParentNode, most: number): Element[] {
  const children: Element[] = [];
  for (
    let child = parent.firstElementChild;
    child && children.length < most;
    child = child.nextElementSibling
  )
    children.push(child);
  return children;
}

export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}

/** By node type, not `instanceof`: a node of a same-origin frame has another realm's constructor. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

export function shadowDepth(node: Node): number {
  let depth = 0;
  let root = node.getRootNode();
  while (isShadowRoot(root) && depth < MAX_DEPTH) {
    depth += 1;
    root = root.host.getRootNode();
  }
  return depth;
}

export interface Visit {
  elements: Element[];
  /** Whether the count ran out before the scope did. */
  cut: boolean;
}

/** Every element below `scope` in document order, shadow trees in the place of their hosts. */
export function elementsBelow(scope: Element, openRoot?: OpenRoot): Visit {
  const plain = plainBelow(scope, openRoot);
  return plain ? { elements: plain, cut: false } : walkBelow(scope, openRoot);
}

/** The same for what most pages are, by the browser's own list: null for more than fits, and where there is a shadow tree. */
function plainBelow(scope: Element, openRoot?: OpenRoot): Element[] | null {
  if (rootOf(scope, openRoot)) return null;
  const listed = Element.prototype.getElementsByTagName.call(scope, '*');
  // Never asked for its length, for which a live list would walk all of a page that may have no end.
  if (listed[MAX_VISITS]) return null;
  const elements: Element[] = [];
  for (;;) {
    const element = listed[elements.length];
    if (!element) return elements;
    if (rootOf(element, openRoot)) return null;
    elements.push(element);
  }
}

function walkBelow(scope: Element, openRoot?: OpenRoot): Visit {
  const elements: Element[] = [];
  const pending: { node: Element; depth: number }[] = [];
  let tooDeep = false;
  const push = (parent: ParentNode, depth: number): void => {
    for (let child = parent.lastElementChild; child; child = child.previousElementSibling) {
      if (pending.length > MAX_VISITS) return;
      pending.push({ node: child, depth });
    }
  };
  push(scope, 0);
  const own = rootOf(scope, openRoot);
  if (own) push(own, 1);
  while (elements.length < MAX_VISITS) {
    const next = pending.pop();
    if (!next) return { elements, cut: tooDeep };
    const { node, depth } = next;
    elements.push(node);
    push(node, depth);
    const root = rootOf(node, openRoot);
    if (root && depth < MAX_DEPTH) push(root, depth + 1);
    else if (root) tooDeep = true;
  }
  return { elements, cut: pending.length > 0 };
}

/** Only these can host a shadow root, so that a closed-root opener is not asked about every `<input>`. */
const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

function rootOf(element: Element, openRoot?: OpenRoot): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!openRoot || !(HOSTS.test(element.localName) || element.localName.includes('-'))) return null;
  return openRoot(element);
}
