// Hostile text made fit to read: a message's HTML reduced to its text, control characters taken out, length capped. Leans
// on DOMParser, whose documents load nothing and run nothing; no HTML of a message ever reaches our own document.

/** More than anyone reads; keeps a 5 MB mail from stalling the page. */
export const MAX_SHOWN = 100_000;
/** HTML is cut before parsing: markup is bulkier than its text. */
const MAX_PARSED = 2_000_000;
/** Elements that are parsed: the time a browser takes for unclosed ones grows with their square. */
const MAX_TAGS = 10_000;

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
  'ADDRESS ARTICLE BLOCKQUOTE CENTER DD DIV DL DT FORM H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

/** Bidirectional overrides and isolates, zero-width marks, control characters but tab and line feed. */
const TRICK =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Blanks, each run tried once, from where it begins: a mail of nothing but blanks would else stand still for a minute. */
const LINE_END = /(?<![ \t\u00a0])[ \t\u00a0]+$/gm;
const AROUND_BREAK = /(?<! ) *\n */g;

/** @returns one line without control characters: for senders, subjects and names. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(TRICK, '').trim().slice(0, 500);
}

/** @returns text without control characters, with at most one empty line in a row, cut at `MAX_SHOWN`. */
export function cleanText(text: string): { text: string; cut: boolean } {
  const clean = text
    .slice(0, MAX_SHOWN * 2)
    .replace(/\r\n?/g, '\n')
    .replace(TRICK, '')
    .replace(LINE_END, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: clean.slice(0, MAX_SHOWN), cut: clean.length > MAX_SHOWN || text.length > MAX_SHOWN * 2 };
}

/** @returns the readable text of a message's HTML, block by block, hidden parts left out; `cut` when it was too long. */
export function textOfHtml(html: string): { text: string; cut: boolean } {
  const parsed = cutTags(html.slice(0, MAX_PARSED), MAX_TAGS);
  const root = new DOMParser().parseFromString(parsed, 'text/html').documentElement;
  const parts: string[] = [];
  let length = 0;
  let node: Node | null = root;
  while (node && length <= MAX_SHOWN * 2) {
    const part = before(node, parts.at(-1)?.endsWith('\n') ?? true);
    if (part !== '') parts.push(part);
    length += part.length;
    node = (isHidden(node) ? null : node.firstChild) ?? leave(node, root, parts);
  }
  const text = parts.join('').replace(AROUND_BREAK, '\n').replace(/ {2,}/g, ' ');
  return { text, cut: node !== null || html.length > parsed.length };
}

/** @returns HTML up to where more elements than `most` would begin. */
export function cutTags(html: string, most: number): string {
  const opening = /<[a-z]/gi;
  for (let count = 0; opening.test(html); count += 1)
    if (count === most) return html.slice(0, opening.lastIndex - 2);
  return html;
}

/** Steps on from a finished node to the next in document order, closing blocks on the way; no recursion, however deep. */
function leave(from: Node, root: Node, parts: string[]): Node | null {
  let node = from;
  for (;;) {
    if (BREAKING.has(node.nodeName) && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
    if (node === root) return null;
    if (node.nextSibling) return node.nextSibling;
    if (!node.parentNode) return null;
    node = node.parentNode;
  }
}

function isHidden(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (SKIPPED.has(node.nodeName.toUpperCase()) || node.hasAttribute('hidden')) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '');
}

/** What a node itself contributes: its text, a line break, a cell's gap, or the words of a picture. */
function before(node: Node, atLineStart: boolean): string {
  if (node instanceof Text) return (node.nodeValue ?? '').replace(/\s+/g, ' ');
  if (!(node instanceof Element) || isHidden(node)) return '';
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeName === 'IMG') return node.getAttribute('alt') ?? '';
  if (node.nodeName === 'TD' || node.nodeName === 'TH') return ' ';
  return BREAKING.has(node.nodeName) && !atLineStart ? '\n' : '';
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
