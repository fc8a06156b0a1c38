// Reads and writes a control's value by the platform's own accessors. Leans on the DOM only.
// Constraint: frameworks (React's value tracker) put an accessor on the element itself; setting through it tells them
// that nothing changed. Content scripts see their own clean prototypes (an isolated world in Chrome, Xrays in Firefox),
// taken from the element's own realm, since a same-origin frame has prototypes of its own.
import { isEditable } from './walk.ts';

type Valued = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function readValue(element: HTMLElement): string {
  const accessor = accessorOf(element);
  if (accessor?.get) return String(accessor.get.call(element));
  return isEditable(element) ? (element.textContent ?? '') : '';
}

/** @returns false where the element has no value to write. */
export function writeValue(element: HTMLElement, value: string): boolean {
  const accessor = accessorOf(element);
  if (accessor?.set) {
    accessor.set.call(element, value);
    return true;
  }
  if (!isEditable(element)) return false;
  element.textContent = value;
  return true;
}

function accessorOf(element: HTMLElement): PropertyDescriptor | undefined {
  const view = viewOf(element);
  const prototypes: Readonly<Record<string, { prototype: Valued } | undefined>> = {
    input: view?.HTMLInputElement,
    textarea: view?.HTMLTextAreaElement,
    select: view?.HTMLSelectElement,
  };
  const prototype = Object.hasOwn(prototypes, element.localName)
    ? prototypes[element.localName]?.prototype
    : undefined;
  return prototype && Object.getOwnPropertyDescriptor(prototype, 'value');
}

/** The realm the element's events and prototypes come from. */
export function viewOf(element: Element): (Window & typeof globalThis) | null {
  return element.ownerDocument.defaultView;
}

/** The element that has focus, through open shadow roots; `undefined` behind a closed one of someone else. */
export function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode();
  return 'activeElement' in root && root.activeElement === element;
}
