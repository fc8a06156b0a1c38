// Reads text from the page without letting the page decide how much: every string is cut by nodes and by characters,
// so that a label of a megabyte costs what a label of a line costs. Leans on the DOM only.

/** Longest text kept of one label or heading. */
export const MAX_TEXT = 160;
/** Most nodes looked at for one text. */
const MAX_NODES = 120;

const SILENT = /^(?:script|style|template|noscript|select|textarea|svg|option|datalist|iframe)$/;

/** @returns the visible-by-markup text of a node, white space folded, at most `max` characters. */
export function readText(node: Node | null, max = MAX_TEXT): string {
  if (!node) return '';
  const parts: string[] = [];
  let length = 0;
  let visits = 0;
  const pending: Node[] = [node];
  while (length < max && visits < MAX_NODES) {
    const next = pending.pop();
    if (!next) break;
    visits += 1;
    if (next.nodeType === 3) {
      const text = (next.nodeValue ?? '')
        .slice(0, max * 2)
        .replace(/\s+/g, ' ')
        .trim();
      if (text) {
        parts.push(text);
        length += text.length + 1;
      }
      continue;
    }
    if (next.nodeType !== 1 && next.nodeType !== 11) continue;
    if (next !== node && isSilent(next)) continue;
    // Children are pushed last-first, and never more than could still be visited.
    let budget = MAX_NODES;
    const children: Node[] = [];
    for (let child = next.firstChild; child && budget > 0; child = child.nextSibling, budget -= 1)
      children.push(child);
    for (const child of children.reverse()) pending.push(child);
  }
  return clean(parts.join(' '), max);
}

function isSilent(node: Node): boolean {
  const element = node as Element;
  return SILENT.test(element.localName) || element.hasAttribute('hidden');
}

/** Words of ASCII with single spaces between them: nothing to fold or to drop. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Folds white space, drops control and bidi characters, and cuts. */
export function clean(text: string, max = MAX_TEXT): string {
  if (text.length <= max && PLAIN.test(text)) return text;
  return text
    .slice(0, max * 4)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max);
}

/** An attribute, cleaned and cut. */
export function readAttribute(element: Element, name: string, max = MAX_TEXT): string {
  return clean(element.getAttribute(name) ?? '', max);
}
