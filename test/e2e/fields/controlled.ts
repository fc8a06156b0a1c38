// A page's inputs as React treats them, in plain JavaScript: source text for the pages of the tests. Leans on nothing.

/** Keeps a tracker on the element, as React does: an input event that finds nothing changed is ignored, and the next
 * render puts the old state back. */
export const CONTROLLED = `
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  function control(input, onChange, get) {
    let tracked = native.get.call(input);
    Object.defineProperty(input, 'value', { configurable: true,
      get() { return native.get.call(this); },
      set(next) { tracked = String(next); native.set.call(this, next); } });
    input.addEventListener('input', () => {
      const now = native.get.call(input);
      if (now === tracked) return;
      tracked = now;
      onChange(now);
      queueMicrotask(() => { input.value = get(); });
    });
  }`;
