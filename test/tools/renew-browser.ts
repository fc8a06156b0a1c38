// Puts WXT's in-memory browser back to how it was loaded, since test files share a process and some write their own parts
// over it. Leans on its `reset`, which forgets what was stored and who listens but not what was written over.
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Parts = Map<object, PropertyDescriptorMap>;

/** Outlives this module, which every test file gets anew; the browser itself is loaded once. */
const held: typeof globalThis & { browserAsLoaded?: Parts } = globalThis;

/** Every object that can be reached, each with its own properties. */
function partsOf(whole: object): Parts {
  const parts: Parts = new Map();
  const reached = new Set([whole]);
  for (const part of reached) {
    const properties = Object.getOwnPropertyDescriptors(part);
    parts.set(part, properties);
    for (const { value } of Object.values(properties)) {
      if (typeof value === 'object' && value !== null) reached.add(value);
    }
  }
  return parts;
}

/** Undoes all that a test file did to the in-memory browser. */
export function renewBrowser(): void {
  held.browserAsLoaded ??= partsOf(fakeBrowser);
  for (const [part, properties] of held.browserAsLoaded) {
    for (const key of Reflect.ownKeys(part))
      if (!Object.hasOwn(properties, key)) Reflect.deleteProperty(part, key);
    Object.defineProperties(part, properties);
  }
  fakeBrowser.reset();
}
