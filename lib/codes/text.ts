// A message as plain lines: what a person would read, without styles, scripts, comments and what the sender hid. Leans on
// htmlparser2's streaming tokenizer (a worker has no DOM). Loads nothing, builds no tree, and says where it stopped reading.
import { Parser } from 'htmlparser2';

/** Characters of a body that are read, so that no message takes longer than a tenth of a second; the rest is left out with the reason `too-large`. */
export const MOST_TEXT = 400_000;
const MOST_ANCHORS = 300;
/** The parser's stack is searched on every stray end tag: deeper nesting than this is an attack, not a mail. */
const MOST_DEPTH = 2_000;

export interface Anchor {
  href: string;
  /** What the link says, alternative texts of its pictures included; one line. */
  text: string;
  /** Where it begins in `text`. */
  at: number;
}

export interface Reading {
  /** In the form of `plainForm`. */
  text: string;
  anchors: Anchor[];
  /** Pictures a person can see: what they show cannot be read here. */
  pictures: number;
  /** Why something was left out: `too-large`, `too-many-links`, `too-deep`. Empty when all was read. */
  cut: string[];
}

const UNREAD = new Set([
  'style',
  'script',
  'head',
  'template',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
  'textarea',
  // What is struck out holds no longer, and what is turned round is not what a person reads.
  'del',
  's',
  'strike',
  'bdo',
]);
const BREAKS = new Set(
  'address article aside blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
/** Parted by a space from what stands before and behind: cells, and the number of a footnote. */
const CELLS = new Set(['td', 'th', 'input', 'sup', 'sub']);
/** Ways of an element's own style to show nothing, or something else than it holds. */
const END = '\\s*(?:;|$|!)';
const HIDING: Readonly<Record<string, string>> = {
  display: 'none',
  visibility: 'hidden',
  opacity: `0(?:\\.0+)?${END}`,
  'font-size': `(?:0(?:px|pt|em)?|1(?:px|pt))${END}`,
  'mso-hide': 'all',
  '(?:max-)?(?:height|width)': `0(?:px)?${END}`,
  color: 'transparent',
  '(?:left|top|right|text-indent|margin-left)': '-\\d{3}',
  clip: 'rect\\( ?[01]',
  'text-decoration(?:-line)?': '[^;]{0,20}line-through',
  'unicode-bidi': '(?:isolate-)?(?:bidi-)?override',
};
const HIDDEN = new RegExp(
  `(?:^|[;\\s])(?:${Object.entries(HIDING)
    .map(([property, value]) => `${property}\\s*:\\s*${value}`)
    .join('|')})`,
  'i',
);

/** Counting pixels and hair lines show nothing. */
const TINY = /^\s*[0-4](?:px)?\s*$/;
const isPicture = (name: string, { width, height }: Record<string, string>): boolean =>
  name === 'img' && !TINY.test(width ?? '') && !TINY.test(height ?? '');

function isUnseen(name: string, attributes: Record<string, string>): boolean {
  return UNREAD.has(name) || 'hidden' in attributes || HIDDEN.test((attributes.style ?? '').slice(0, 2_000));
}

/** Reads the first `most` characters of HTML of any quality, in linear time. Lines are block elements; cells of a row are parted by a space. */
export function readHtml(html: string, most = MOST_TEXT): Reading {
  const cut = new Set<string>();
  const anchors: Anchor[] = [];
  const parts: string[] = [];
  let pictures = 0;
  let length = 0;
  let depth = 0;
  /** Depth of the element whose content is not seen; 0 when all is. */
  let unseenFrom = 0;
  let open: Anchor | null = null;

  /** Text since the last tag, as it came: brought to plain form in one go, not entity by entity. */
  let pending = '';

  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const flush = (): void => {
    if (pending === '') return;
    const plain = plainForm(pending).replace(/\s+/g, ' ');
    pending = '';
    add(plain);
    if (open !== null && open.text.length < 500) open.text += plain;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      flush();
      depth++;
      if (depth > MOST_DEPTH) {
        cut.add('too-deep');
        parser.pause();
        return;
      }
      if (unseenFrom > 0) return;
      if (isUnseen(name, attributes)) {
        unseenFrom = depth;
        return;
      }
      if (BREAKS.has(name)) add('\n');
      else if (CELLS.has(name)) add(' ');
      if (isPicture(name, attributes)) pictures++;
      const alt = name === 'img' ? (attributes.alt ?? '').slice(0, 200) : '';
      if (alt !== '' && open !== null) open.text += ` ${alt} `;
      const href = name === 'a' ? attributes.href : undefined;
      if (href === undefined) return;
      if (anchors.length >= MOST_ANCHORS) {
        cut.add('too-many-links');
        return;
      }
      open = { href: href.trim(), text: '', at: length };
      anchors.push(open);
    },
    ontext(text) {
      if (unseenFrom === 0) pending += text;
    },
    onclosetag(name) {
      flush();
      if (depth === unseenFrom) unseenFrom = 0;
      else if (unseenFrom === 0) {
        if (BREAKS.has(name)) add('\n');
        else if (CELLS.has(name)) add(' ');
        if (name === 'a') open = null;
      }
      depth--;
    },
  });
  if (html.length > most) cut.add('too-large');
  // In pieces, so that `pause` takes effect: the parser finishes the piece in hand.
  const all = html.slice(0, most);
  for (let at = 0; at < all.length && !cut.has('too-deep'); at += 16_384)
    parser.write(all.slice(at, at + 16_384));
  if (!cut.has('too-deep')) parser.end();
  flush();
  for (const anchor of anchors) anchor.text = anchor.text.replace(/\s+/g, ' ').trim();
  return { text: parts.join(''), anchors, pictures, cut: [...cut] };
}

/** Zeros of the decimal digits that mails are written with beside ASCII: Arabic-Indic, Persian, Devanagari, Bengali, Thai … */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
];
const OTHER_DIGITS = new RegExp(
  `[${ZEROS.map((zero) => `\\u{${zero.toString(16)}}-\\u{${(zero + 9).toString(16)}}`).join('')}]`,
  'gu',
);

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  return String(point - (ZEROS.findLast((zero) => zero <= point) ?? point));
}

/** @returns text with ASCII digits and letters for their full-width, Arabic and other forms, and no invisible characters. */
export function plainForm(text: string): string {
  return (
    text
      .replace(/[，、：；！．。]/g, (mark) => `${mark} `)
      .normalize('NFKC')
      .replace(OTHER_DIGITS, asciiDigit)
      // Shown in another order than written: what a person reads there cannot be told from what it says.
      .replace(/[\u202d\u202e][^\u202c\n]*/g, ' ')
      .replace(
        /\u20e3|\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g,
        '',
      )
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[^\S\n]/g, ' ')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
  );
}

/** Reads a plain text body: it is cut to size and brought to plain form. */
export function readPlain(text: string): Reading {
  return {
    text: plainForm(text.slice(0, MOST_TEXT)),
    anchors: [],
    pictures: 0,
    cut: text.length > MOST_TEXT ? ['too-large'] : [],
  };
}
