// The panel and the small sign for it, in one closed shadow root: shown where they cover nothing that can be pressed, moved or folded when
// the page changes under them. Leans on page/host.ts for the node, room.ts for where; knows not what stands in the frame.
import type { Box } from '../../lib/fields/types.ts';
import { t } from '../../lib/i18n.ts';
import { addHost } from '../page/host.ts';
import { type Obstacles, pointedIn, readObstacles } from './obstacles.ts';
import { findRoom, isFree, type RoomWish } from './room.ts';
import { SHEET_STYLE } from './style.ts';

export interface Sheet {
  /** Whether the panel would fit now. */
  hasRoom(): boolean;
  /** Shows the frame at this address: the person asked for it, or there is room enough. */
  open(url: string, asked: boolean): void;
  /** The frame's wish, in CSS pixels. */
  setHeight(height: number): void;
}

const WIDTHS = [380, 340, 300] as const;
const SIGN: RoomWish = { widths: [232], height: 40, least: 40 };
const SMALL_SIGN: RoomWish = { widths: [40], height: 40, least: 40 };
/** Less of a panel than this cannot be read. */
const LEAST = 240;
/** Milliseconds: changes of a page come in crowds. */
const REST = 120;
/** How often what only the pointer shows may send us elsewhere. */
const MOVES = 3;

/**
 * @param warns whether the page is a stranger's
 * @param onPress the sign was pressed by a person, and the panel is not there yet or has no room
 */
export function showSheet(warns: boolean, onPress: () => void, signal: AbortSignal): Sheet {
  const ending = new AbortController();
  const both = AbortSignal.any([signal, ending.signal]);
  const { node, root } = addHost(null, () => ending.abort(), both);
  const style = document.createElement('style');
  style.textContent = SHEET_STYLE;
  const sign = makeSign(warns, both);
  root.append(style, sign);
  let frame: HTMLIFrameElement | null = null;
  /** The person unfolded it: then words of the page may be covered, what can be pressed never. */
  let asked = false;
  let height = 420;
  let stands: Box | null = null;

  const panelRoom = (around: Obstacles, mayCoverText: boolean): Box | null => {
    const wish = { widths: WIDTHS, height, least: Math.min(height, LEAST) };
    return settle(wish, mayCoverText ? around.controls : [...around.controls, ...around.texts], node);
  };

  const arrange = () => {
    if (both.aborted || !node.isConnected) return;
    const around = readObstacles(node);
    const unmoved =
      stands && stands.height >= Math.min(height, innerHeight) && isFree(stands, around.controls);
    if (frame) {
      const box = unmoved ? stands : (panelRoom(around, false) ?? (asked ? panelRoom(around, true) : null));
      put(frame, box, node);
      stands = box;
      if (box) return put(sign, null, node);
    }
    const everything = [...around.controls, ...around.texts];
    const full = settle(SIGN, everything, node) ?? settle(SIGN, around.controls, node);
    sign.classList.toggle('small', full === null);
    put(sign, full ?? settle(SMALL_SIGN, around.controls, node), node);
  };

  sign.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      asked = true;
      if (frame) arrange();
      if (stands === null) onPress();
    },
    { signal: both },
  );
  follow(arrange, both);
  arrange();

  return {
    hasRoom: () => panelRoom(readObstacles(node), asked) !== null,
    open(url, byPerson) {
      asked = byPerson;
      frame?.remove();
      frame = document.createElement('iframe');
      frame.className = 'frame';
      frame.title = t('pageBeforeTitle');
      frame.src = url;
      root.append(frame);
      arrange();
    },
    setHeight(wish) {
      height = Math.max(wish, 80);
      stands = null;
      arrange();
    },
  };
}

/** A place, looked at once more for what only the pointer gives away. */
function settle(wish: RoomWish, obstacles: readonly Box[], own: Element): Box | null {
  const view = {
    width: document.documentElement.clientWidth || innerWidth,
    // Without the scroll bar of a page that is wider than its window; without a doctype the root is as tall as the page.
    height: (document.compatMode === 'CSS1Compat' && document.documentElement.clientHeight) || innerHeight,
    rtl: isRtl(),
  };
  let all = obstacles;
  for (let move = 0; move < MOVES; move += 1) {
    const box = findRoom(view, wish, all);
    const hidden = box ? pointedIn(box, own) : [];
    if (hidden.length === 0) return box;
    all = [...all, ...hidden];
  }
  return null;
}

const isRtl = (): boolean => getComputedStyle(document.documentElement).direction === 'rtl';

/** @param box null hides it; what it shows stays as it is. */
function put(element: HTMLElement, box: Box | null, own: HTMLElement): void {
  element.classList.toggle('away', box === null);
  if (!box) return;
  // A page that zooms itself by style zooms whatever it holds; boxes are of the window.
  element.style.setProperty('zoom', `${1 / (own.currentCSSZoom || 1)}`);
  const { x: left, y: top, width, height } = box;
  for (const [name, value] of Object.entries({ left, top, width, height }))
    element.style.setProperty(name, `${Math.round(value)}px`);
}

function makeSign(warns: boolean, signal: AbortSignal): HTMLButtonElement {
  const sign = document.createElement('button');
  sign.type = 'button';
  sign.className = 'sign away';
  if (warns) sign.dataset.warns = '';
  const words = t(warns ? 'pageBeforeWarn' : 'pageBeforeTitle');
  sign.setAttribute('aria-label', words);
  sign.title = words;
  const text = document.createElement('span');
  text.textContent = words;
  sign.append(text);
  sign.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  return sign;
}

/** Calls `then` after the page moved, grew or changed, a moment later. */
function follow(then: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(then, REST);
  };
  const passive = { capture: true, passive: true, signal } as const;
  for (const name of ['scroll', 'resize', 'transitionend', 'animationend', 'toggle', 'load'])
    addEventListener(name, soon, passive);
  const changes = new MutationObserver(soon);
  changes.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'disabled'],
  });
  signal.addEventListener(
    'abort',
    () => {
      changes.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
