// Hostile text made fit to read: a message's HTML reduced to its text, control characters taken out, length capped. Leans
// on DOMParser, whose documents load nothing and run nothing; no HTML of a message ever reaches our own document.

/** More than anyone reads; keeps a 5 MB mail from stalling the page. */
export const MAX_SHOWN = 100_000;
/** HTML is cut before parsing: markup is bulkier than its text. */
const MAX_PARSED = 2_000_000;

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'SVG',
  'TITLE',
]);
const BREAKING = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BR CENTER DD DIV DL DT FORM H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

/** Bidirectional overrides and isolates, zero-width marks, control characters but tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const TRICKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** @returns one line without control characters: for senders, subjects and names. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(TRICKS, '').trim().slice(0, 500);
}

/** @returns text without control characters, with at most one empty line in a row, cut at `MAX_SHOWN`. */
export function cleanText(text: string): { text: string; cut: boolean } {
  const clean = text
    .slice(0, MAX_SHOWN * 2)
    .replace(/\r\n?/g, '\n')
    .replace(TRICKS, '')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: clean.slice(0, MAX_SHOWN), cut: clean.length > MAX_SHOWN || text.length > MAX_SHOWN * 2 };
}

/** @returns the readable text of a message's HTML, block by block; hidden parts are left out. */
export function textOfHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html.slice(0, MAX_PARSED), 'text/html');
  const parts: string[] = [];
  let length = 0;
  const walker = parsed.createTreeWalker(
    parsed.documentElement,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && isHidden(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node && length <= MAX_SHOWN; node = walker.nextNode()) {
    const part = node instanceof Element ? markOf(node) : (node.nodeValue ?? '').replace(/\s+/g, ' ');
    parts.push(part);
    length += part.length;
  }
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ');
}

function isHidden(element: Element): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** What an element itself contributes: a line break, a cell's gap, or the words of a picture. */
function markOf(element: Element): string {
  if (element.tagName === 'IMG') return element.getAttribute('alt') ?? '';
  if (element.tagName === 'TD' || element.tagName === 'TH') return ' ';
  return BREAKING.has(element.tagName) ? '\n' : '';
}

/** @returns `text` in order, cut where one of `codes` stands, also when spaces or hyphens are inside. */
export function markCodes(text: string, codes: readonly string[]): { text: string; code: boolean }[] {
  if (codes.length === 0) return [{ text, code: false }];
  const written = codes.map((code) => [...code].map((sign) => escapeSign(sign)).join('[\\s-]?'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${written.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, code: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

function escapeSign(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
