// The document around a widget, and the few words every page of the runs knows: `state`, `received()`, `aim()`. Text
// that runs in the page's own world. Leans on nothing; tells recognition nothing (no text, no attribute, no name).
import type { Widget } from '../../fixtures/widgets/widget.ts';

/**
 * `state` is what the page's own code holds, `received()` gives it as text. `aim(selector)` is where a person would click:
 * where the text of the first shown match begins (number inputs have buttons at their end), through open roots, roots the page kept in `roots`, and same-origin frames.
 */
const WORDS = `
  var state = '';
  var roots = [];
  function received() { return Array.isArray(state) ? state.join('') : typeof state === 'string' ? state : JSON.stringify(state); }
  function aim(selector) {
    const look = (root, x, y) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(selector)) {
          if (y === 0 && x === 0) element.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = element.getBoundingClientRect();
          if (box.width > 0 && box.height > 0) return { x: x + box.x + Math.min(box.width / 4, 20), y: y + box.y + box.height / 2 };
        }
        if (element.shadowRoot) { const found = look(element.shadowRoot, x, y); if (found) return found; }
        if (element.localName === 'iframe') {
          let inner = null;
          try { inner = element.contentDocument; } catch { inner = null; }
          const box = element.getBoundingClientRect();
          const found = inner && look(inner, x + box.x + element.clientLeft, y + box.y + element.clientTop);
          if (found) return found;
        }
      }
      return null;
    };
    for (const root of [document, ...roots]) { const found = look(root, 0, 0); if (found) return found; }
    return null;
  }`;

const STYLE = `
  body { font: 16px/1.5 sans-serif; margin: 24px; max-width: 480px }
  label { display: block }
  .row { display: flex; gap: 8px }
  .row input, .row [contenteditable] { width: 40px; height: 44px; text-align: center; border: 1px solid #888; box-sizing: border-box }`;

export function documentOf(widget: Widget, port: number): string {
  const { lang = 'en', dir = 'ltr', title, library, mount } = widget;
  const script = library ? `<script src="library/${library}"></script>` : '';
  const body = widget.html.replaceAll('PORT', String(port));
  return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>${title}</title>
<style>${STYLE}</style><script>${WORDS} var mount = ${JSON.stringify(mount ?? '')};</script>
<body>${body}${script}</body></html>`;
}

/** Where forms of the widgets send to: what arrived is the state. */
export const SENT = `<!doctype html><meta charset="utf-8"><title>Welcome</title><h1>Welcome</h1>
<script>function received() { return [...new URLSearchParams(location.search).values()].join(''); }</script>`;
