// What a panel of ours must not cover: everything that can be pressed or scanned, and, while nobody asked for the panel, what can be read.
// Leans on the DOM and page/watch.ts for shadow roots; reads places only, keeps no text.
import type { Box } from '../../lib/fields/types.ts';
import { openRoot } from '../page/watch.ts';

const PRESSED =
  'a[href],button,input,select,textarea,label,summary,iframe,canvas,video,[role=button],[role=link],[role=checkbox],[role=switch],[role=tab],[role=menuitem],[contenteditable],[onclick],[tabindex]:not([tabindex^="-"])';
/** Pictures of this size may be a code to be scanned. */
const PICTURE = 64;
/** A page of more than that is no consent screen. */
const MOST = 3000;
/** What fills so much of the window lies behind everything else. */
const BEHIND = 0.6;

export interface Obstacles {
  /** Never to be covered. */
  controls: Box[];
  /** Better not covered. */
  texts: Box[];
}

/** @param own the node of ours in the page. */
export function readObstacles(own: Element): Obstacles {
  const controls: Box[] = [];
  const texts: Box[] = [];
  let left = MOST;
  const look = (root: Document | ShadowRoot): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
      left -= 1;
      if (node instanceof Text) {
        const box = node.data.trim() === '' ? null : boxOfText(node);
        if (box) texts.push(box);
      } else if (node instanceof Element && node !== own) {
        const box = isControl(node) ? boxOf(node) : null;
        if (box) controls.push(box);
        const inner = openRoot(node);
        if (inner) look(inner);
      }
    }
  };
  look(document);
  return { controls, texts };
}

function isControl(element: Element): boolean {
  if (element.matches(PRESSED)) return true;
  if (!element.matches('img,svg,object')) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= PICTURE && height >= PICTURE;
}

function boxOf(element: Element): Box | null {
  return element.checkVisibility({ visibilityProperty: true })
    ? inView(element.getBoundingClientRect())
    : null;
}

function boxOfText(text: Text): Box | null {
  if (!text.parentElement?.checkVisibility({ visibilityProperty: true })) return null;
  const range = document.createRange();
  range.selectNodeContents(text);
  return inView(range.getBoundingClientRect());
}

function inView({ x, y, width, height, right, bottom }: DOMRect): Box | null {
  if (width < 1 || height < 1 || right < 0 || bottom < 0 || x > innerWidth || y > innerHeight) return null;
  return width * height > innerWidth * innerHeight * BEHIND ? null : { x, y, width, height };
}

/** Between looks for what only the pointer gives away. */
const STEP = 36;

/** What under a box shows by the pointer that it can be pressed, though nothing says so. */
export function pointedIn(box: Box, own: Element): Box[] {
  const found = new Set<Element>();
  for (let x = box.x; x <= box.x + box.width; x += STEP) {
    for (let y = box.y; y <= box.y + box.height; y += STEP) {
      const under = document.elementsFromPoint(x, y).find((element) => element !== own);
      if (under && getComputedStyle(under).cursor === 'pointer') found.add(under);
    }
  }
  return [...found].flatMap((element) => boxOf(element) ?? []);
}
