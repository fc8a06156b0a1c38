// A mail's HTML made fit to be shown: cleaned by DOMPurify, then every link and picture judged, then wrapped for a frame that
// runs nothing. Leans on DOMPurify and safe-css.ts; the frame's own policy (mail-frame.tsx) is the second wall, not the first.
import createPurifier from 'dompurify';
import { displayHost } from '../../lib/host-display.ts';
import { cleanLine, cutTags } from '../words/plain-text.ts';
import { safeDeclarations, safeSheet } from './safe-css.ts';

/** Larger mail is shown as text: nobody reads it, and cleaning it would stall the page. */
const MAX_LENGTH = 1_000_000;
const MAX_ELEMENTS = 10_000;
const MAX_LINKS = 100;

export interface MailLink {
  /** What the mail calls it: hostile text, one line. */
  text: string;
  href: string;
  /** The real host, as it may be shown. */
  host: string;
}

export interface SafeMail {
  /** A whole document for `srcdoc`. */
  srcdoc: string;
  /** Each address once, in order of appearance. */
  links: MailLink[];
  /** Pictures that would be fetched from elsewhere if the person asks. */
  remotePictures: number;
}

const TAGS_OUT = [
  'form',
  'input',
  'button',
  'select',
  'option',
  'textarea',
  'label',
  'fieldset',
  'datalist',
  'output',
  'progress',
  'meter',
  'dialog',
  'details',
  'summary',
  'video',
  'audio',
  'source',
  'track',
  'picture',
  'map',
  'area',
  'marquee',
  'slot',
  'template',
];
const ATTRIBUTES_OUT = [
  'name',
  'srcset',
  'sizes',
  'background',
  'ping',
  'target',
  'usemap',
  'popover',
  'tabindex',
  'accesskey',
  'autofocus',
];

/** Written into the mark itself and important, so that no sheet of the mail can hide or recolour the real host. */
const HOST_STYLE = [
  'all: initial',
  'font: 12px system-ui, sans-serif',
  'color: #555',
  'background: #fff',
  'unicode-bidi: isolate',
  'direction: ltr',
]
  .map((declaration) => `${declaration} !important`)
  .join('; ');

/**
 * @param pictures whether pictures of other servers may be loaded, because the person asked
 * @returns null if it is more than should be shown as designed
 */
export function safeMail(html: string, pictures: boolean): SafeMail | null {
  if (html.length > MAX_LENGTH || cutTags(html, MAX_ELEMENTS).length < html.length) return null;
  const root = purify(html);
  const elements = [...root.querySelectorAll('*')];
  if (elements.length > MAX_ELEMENTS) return null;
  dropOverrides(root);
  let remotePictures = 0;
  const links = new Map<string, MailLink>();
  for (const element of elements) {
    cleanStyle(element);
    if (element.localName === 'img' && judgePicture(element, pictures)) remotePictures += 1;
    if (element.localName === 'a') {
      const link = judgeLink(element);
      if (link && links.size < MAX_LINKS && !links.has(link.href)) links.set(link.href, link);
    }
  }
  return { srcdoc: wrap(root, pictures), links: [...links.values()], remotePictures };
}

function purify(html: string): HTMLElement {
  const root = createPurifier.sanitize(html, {
    USE_PROFILES: { html: true },
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
    ADD_TAGS: ['style'],
    FORBID_TAGS: TAGS_OUT,
    FORBID_ATTR: ATTRIBUTES_OUT,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/)/i,
  });
  if (!(root instanceof HTMLElement)) throw new TypeError('a whole document has an element at its root');
  return root;
}

/** Characters that turn the direction of what follows, past the end of their own element: a host would read backwards. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

function dropOverrides(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    node.nodeValue = node.nodeValue?.replace(OVERRIDES, '') ?? '';
}

function cleanStyle(element: Element): void {
  if (element.localName === 'style') {
    element.textContent = safeSheet(element.textContent ?? '');
  } else if (element instanceof HTMLElement && element.hasAttribute('style')) {
    const kept = safeDeclarations(element.style);
    if (kept === '') element.removeAttribute('style');
    else element.setAttribute('style', kept);
  }
}

/** @returns whether it is one of another server. A picture of the mail itself (`data:`) stays. */
function judgePicture(picture: Element, allowed: boolean): boolean {
  const source = picture.getAttribute('src') ?? '';
  if (/^data:image\/(?:png|gif|jpe?g|webp);base64,/i.test(source)) return false;
  const remote = /^https:/i.test(source);
  if (!remote || !allowed) picture.removeAttribute('src');
  picture.setAttribute('referrerpolicy', 'no-referrer');
  return remote;
}

/** Only a plain web or mail link stays one, with its real host written behind it. */
function judgeLink(element: Element): MailLink | null {
  const href = element.getAttribute('href') ?? '';
  if (!URL.canParse(href)) {
    element.removeAttribute('href');
    return null;
  }
  const url = new URL(href);
  const host = url.protocol === 'mailto:' ? cleanLine(url.pathname) : displayHost(url.hostname);
  element.setAttribute('href', url.href);
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
  element.setAttribute('referrerpolicy', 'no-referrer');
  element.setAttribute('title', host);
  const text = cleanLine(element.textContent ?? '');
  if (text.toLowerCase() !== host.toLowerCase()) {
    const label = element.ownerDocument.createElement('small');
    label.textContent = ` (${host})`;
    label.setAttribute('style', HOST_STYLE);
    element.append(label);
  }
  return { text, href: url.href, host };
}

/** The policy stands first in the document: nothing before it is read without it. */
function wrap(root: HTMLElement, pictures: boolean): string {
  const images = pictures ? 'data: https:' : 'data:';
  const styles = [...root.querySelectorAll('style')].map((style) => style.outerHTML).join('');
  for (const style of root.querySelectorAll('style')) style.remove();
  const body = root.querySelector('body')?.innerHTML ?? root.innerHTML;
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${images}">`,
    '<meta name="referrer" content="no-referrer"><meta http-equiv="x-dns-prefetch-control" content="off">',
    '<style>html { background: #fff; color: #1a1a1a; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }',
    'body { margin: 12px } img { max-width: 100%; height: auto } table { max-width: 100% }</style>',
    styles,
    `</head><body>${body}</body></html>`,
  ].join('');
}
