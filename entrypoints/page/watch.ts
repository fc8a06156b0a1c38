// Who has the focus, wherever it is: the document, open and closed shadow roots, documents rewritten in place. Leans on
// the DOM and lib/native.ts alone because the waiting script (a kilobyte) shares it; reads no field, decides only what is
// worth a look.
import native from '../../lib/native.ts';

/** Only these may have a shadow root of the page (DOM standard, `attachShadow`): elements with a hyphen, and a few old ones. */
const MAY_HOST = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/**
 * @returns the element's shadow root, closed ones too. Firefox lets an extension in by a property of the element (its
 *   content scripts have no `dom` namespace, 153), Chrome by a function.
 */
export function openRoot(host: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
  if (host.shadowRoot ?? openOrClosedShadowRoot) return host.shadowRoot ?? openOrClosedShadowRoot ?? null;
  // Chrome's function takes a tenth of a millisecond and more, and a page has ten thousand fields if it likes.
  if (!MAY_HOST.test(host.localName)) return null;
  const open = native?.dom?.openOrClosedShadowRoot;
  return host instanceof HTMLElement && open ? open(host) : null;
}

const TYPED = /^(?:text|email|tel|number|password|url)$/;

/** @returns whether a person could type an address, a code or a name here; recognition judges the rest. */
export function isWorthALook(element: Element): element is HTMLElement {
  if (element instanceof HTMLInputElement)
    return TYPED.test(element.type) && !element.readOnly && !element.disabled;
  return (
    element instanceof HTMLElement &&
    element.isContentEditable &&
    (element.getAttribute('role') === 'textbox' || element.hasAttribute('inputmode'))
  );
}

/** Follows the focus from `start` down through shadow roots; `through` is told every root on the way. */
export function innermost(start: Element, through?: (root: ShadowRoot) => void): Element {
  let element = start;
  for (;;) {
    const root = openRoot(element);
    if (!root) return element;
    through?.(root);
    if (!root.activeElement) return element;
    element = root.activeElement;
  }
}

/** @returns the element that has the focus in this document, inside any shadow root; null when only the body has it. */
export function focusedElement(): HTMLElement | null {
  const active = document.activeElement;
  const found = active && active !== document.body ? innermost(active) : null;
  return found instanceof HTMLElement ? found : null;
}

/** Tells when the document may have been rewritten in place: `document.open()` removes the listeners of the document and of its window (seen in both browsers). */
export type Rewriting = (arm: () => void, signal: AbortSignal) => void;

/**
 * For documents nobody has looked at yet: nothing but a listener on our own frame, which the rewriting leaves alone. Hears
 * of same-origin frames only; a page or a foreign frame that rewrites itself before its first focus is left to the toolbar.
 */
export const whenFrameLoads: Rewriting = (arm, signal) => {
  window.frameElement?.addEventListener('load', arm, { passive: true, signal });
};

/** For documents with a field of ours: an observer of the document's own children, which is the root being replaced. */
const whenRootChanges: Rewriting = (arm, signal) => {
  const rewritten = new MutationObserver(arm);
  rewritten.observe(document, { childList: true });
  signal.addEventListener('abort', () => rewritten.disconnect(), { once: true });
};

/** Calls `onFocus` for the element that has the focus now, for every one that takes it or is pressed again, until `signal` aborts. */
export function watchFocus(onFocus: (element: HTMLElement) => void, signal: AbortSignal): void {
  listenForFocus(onFocus, whenRootChanges, signal);
}

/**
 * The same, with the caller's way to hear of rewriting. A focus move inside one shadow root reaches no listener outside of
 * it: every root the focus was seen in is listened to from then on.
 */
export function listenForFocus(
  onFocus: (element: HTMLElement) => void,
  rewriting: Rewriting,
  signal: AbortSignal,
): void {
  const hear = (event: Event) => {
    if (event.isTrusted && event.target instanceof Element) tell(event.target);
  };
  const listen = (root: Document | ShadowRoot) =>
    root.addEventListener('focusin', hear, { capture: true, passive: true, signal });
  const tell = (target: Element) => {
    const element = innermost(target, listen);
    if (isWorthALook(element)) onFocus(element);
  };
  // A press into the field that has the focus already moves no focus, but it asks again: the vault may be open now, or the
  // worker that was asked first may have died.
  const press = (event: Event) => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const element = innermost(event.target);
    if (element === focusedElement() && isWorthALook(element)) onFocus(element);
  };
  const arm = () => {
    listen(document);
    document.addEventListener('click', press, { capture: true, passive: true, signal });
    if (document.activeElement) tell(document.activeElement);
  };
  rewriting(arm, signal);
  arm();
}
