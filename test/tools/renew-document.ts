// Empties jsdom's document between the test files that share it: what stands in it, what its parts are marked with, what is
// stored for its address, and who listens at its window and its outermost parts. Leans on the DOM alone.
// The body stays the same element, or comes back: Testing Library's `screen` holds on to the first it sees.

type Listening = Parameters<typeof globalThis.addEventListener>;

/** The document as it was loaded, and how to end every listening since. */
interface Loaded {
  html: HTMLElement;
  head: HTMLHeadElement;
  body: HTMLElement;
  ends: (() => void)[];
}

/** Outlives this module, which every test file gets anew. */
const held: typeof globalThis & { documentAsLoaded?: Loaded } = globalThis;

/** From now on every listener at the window and the outermost parts is known, to be taken away. */
function noteListeners({ html, head, body, ends }: Loaded): void {
  const outermost: readonly unknown[] = [document, document.defaultView, html, head, body];
  const add = globalThis.addEventListener;
  globalThis.addEventListener = (...listening: Listening) => {
    ends.push(() => globalThis.removeEventListener(...listening));
    add(...listening);
  };
  const targets: EventTarget = Object.getPrototypeOf(Node.prototype);
  const { addEventListener } = targets;
  targets.addEventListener = function (...listening) {
    if (outermost.includes(this)) ends.push(() => this.removeEventListener(...listening));
    addEventListener.apply(this, listening);
  };
}

/** Undoes all that a test file did to the document. */
export function renewDocument(): void {
  if (held.documentAsLoaded === undefined) {
    const { documentElement: html, head, body } = document;
    held.documentAsLoaded = { html, head, body, ends: [] };
    noteListeners(held.documentAsLoaded);
  }
  const { html, head, body, ends } = held.documentAsLoaded;
  for (const end of ends.splice(0)) end();
  for (const part of [html, head, body]) {
    for (const name of part.getAttributeNames()) part.removeAttribute(name);
    part.replaceChildren();
  }
  html.append(head, body);
  document.replaceChildren(html);
  history.replaceState(null, '', '/');
  localStorage.clear();
  sessionStorage.clear();
}
