// What stands beside a field: the round button, the menu's frame, a short notice; all in one closed shadow root. Leans on
// host.ts for the node, place.ts for where, follow.ts for when; decides not whether anything is shown, nor what is in it.
import type { Box } from '../../lib/fields/types.ts';
import { t } from '../../lib/i18n.ts';
import { judgeFrame, type Unfair } from './fair.ts';
import { follow } from './follow.ts';
import { addHost, layerOf } from './host.ts';
import { BUTTON, GAP, placeButton, placeMenu } from './place.ts';
import { readSurroundings } from './surroundings.ts';
import { isInView } from './view.ts';

/** CSS pixels; the frame's own style sheet is made for it. */
const MENU = { width: 320, early: 2, most: 440 } as const;
const NOTICE_TIME = 6000;
/** Other managers put their icons in after us: two more looks, not a watch (milliseconds). */
const MORE_LOOKS = [450, 1500] as const;

export interface Surface {
  readonly host: HTMLElement;
  /** Whether the menu's frame is there. */
  menuIsOpen(): boolean;
  menuHasFocus(): boolean;
  openMenu(url: string): void;
  closeMenu(): void;
  focusMenu(): void;
  /** The frame's wish, in CSS pixels. */
  setMenuHeight(height: number): void;
  /** What speaks against a choice made in the menu right now; null for nothing. */
  judgeMenu(): Unfair | null;
  /** A dot on the button: something came while the menu was closed. */
  mark(news: boolean): void;
  notice(text: string, tone: 'good' | 'bad'): void;
}

/**
 * @param group the field, all boxes of a split code, or what is drawn in their place; empty for a notice without a field.
 * @param onPress the button was pressed by a person.
 * @param onLost the field or our node is no longer where it was; `taken` when the page took our node and kept the field.
 */
export function showSurface(
  group: readonly HTMLElement[],
  onPress: () => void,
  onLost: (taken: boolean) => void,
  signal: AbortSignal,
): Surface {
  const first = group[0] ?? null;
  // A field that left takes us along; only a page that removes our node while the field stays wants us away.
  const lost = () => onLost(first?.isConnected ?? true);
  const { node: host, root, lift } = addHost(first, lost, signal);
  const live = document.createElement('div');
  live.className = 'notice';
  live.setAttribute('role', 'status');
  live.setAttribute('aria-live', 'polite');
  const button = first ? makeButton(onPress, signal) : null;
  root.append(...(button ? [button, live] : [live]));

  let frame: HTMLIFrameElement | null = null;
  let height: number = MENU.early;
  let stillSince = performance.now();
  /** Where the menu stands, from the field's corner; null until it is open and has its height. */
  let stands: Box | null = null;

  const put = (element: HTMLElement, box: { x: number; y: number; width?: number; height?: number }) => {
    // A page that zooms itself by style zooms whatever it holds; boxes are of the window.
    const zoom = `${1 / (host.currentCSSZoom || 1)}`;
    const wish = { ...spotOf(box), width: box.width, height: box.height, zoom };
    let moved = false;
    for (const [name, value] of Object.entries(wish)) {
      const text = typeof value === 'number' ? `${Math.round(value)}px` : (value ?? '');
      if (element.style.getPropertyValue(name) === text) continue;
      element.style.setProperty(name, text);
      moved = true;
    }
    return moved;
  };

  /** @param own the menu asked for another height: the menu itself judges what changed under the pointer. */
  const place = (own = false) => {
    if (!first) {
      put(live, { x: GAP * 4, y: innerHeight - 64 });
      return;
    }
    if (!first.isConnected || !host.isConnected) return lost();
    const around = readSurroundings(group, host);
    const inView = around !== null && isInView(first, around.field, around.view);
    button?.classList.toggle('away', !inView);
    frame?.classList.toggle('away', !inView);
    if (!around || !inView || !button) return;
    const spot = placeButton(around);
    put(button, spot);
    const { field } = around;
    const before = stands && { ...stands, x: stands.x + field.x, y: stands.y + field.y };
    const under = placeMenu(around, { width: MENU.width, height: frame ? height : 40 }, spot, before);
    // What is too low to be read has no side yet.
    if (frame && height > MENU.early) stands = { ...under, x: under.x - field.x, y: under.y - field.y };
    // "Filling…" makes the menu taller while its choice is under way: that is not the page shifting it under a click.
    if (frame && put(frame, under) && !own) stillSince = performance.now();
    if (!frame) put(live, { x: under.x, y: under.y });
    else put(live, { x: under.x, y: Math.min(under.y + under.height + GAP, innerHeight - 44) });
  };

  place();
  if (first) {
    follow(first, () => place(), signal);
    const again = MORE_LOOKS.map((time) => setTimeout(() => place(), time));
    signal.addEventListener('abort', () => again.forEach(clearTimeout), { once: true });
  }
  // Something of the page came to the top layer: be above it again, or its cover would hide what is clicked. Where it holds
  // the field we are outside of it, and begin anew inside.
  const onLayer = (event: Event) => {
    if (!event.isTrusted || event.target === host) return;
    if (first?.isConnected && host.isConnected && layerOf(first) !== host.parentNode) onLost(false);
    else if (frame && (event.type !== 'toggle' || (event as ToggleEvent).newState === 'open')) lift();
  };
  for (const name of ['toggle', 'fullscreenchange'])
    document.addEventListener(name, onLayer, { capture: true, signal });

  let noticeEnd: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(noticeEnd), { once: true });

  return {
    host,
    menuIsOpen: () => frame !== null,
    menuHasFocus: () => frame !== null && root.activeElement === frame,
    openMenu(url) {
      frame?.remove();
      lift();
      stands = null;
      height = MENU.early;
      frame = document.createElement('iframe');
      frame.className = 'frame';
      // A hairline until it says how tall it is: no flash of an empty card. (Hidden, the browser would not lay it out.)
      frame.dataset.early = '';
      frame.title = t('pageMenuTitle');
      frame.allow = 'clipboard-write';
      frame.src = url;
      root.append(frame);
      button?.setAttribute('aria-expanded', 'true');
      place();
    },
    closeMenu() {
      frame?.remove();
      frame = null;
      button?.setAttribute('aria-expanded', 'false');
    },
    focusMenu() {
      frame?.focus();
    },
    setMenuHeight(wish) {
      if (!frame) return;
      height = Math.min(Math.max(wish, 40), MENU.most);
      place(frame.dataset.early === undefined);
      delete frame.dataset.early;
    },
    judgeMenu: () => (frame ? judgeFrame(frame, host, performance.now() - stillSince) : 'closed'),
    mark(news) {
      if (!button) return;
      if (news) button.dataset.news = '';
      else delete button.dataset.news;
    },
    notice(text, tone) {
      live.dataset.tone = tone;
      live.textContent = text;
      place();
      clearTimeout(noticeEnd);
      noticeEnd = setTimeout(() => {
        live.textContent = '';
        if (!first) lost();
      }, NOTICE_TIME);
    },
  };
}

/**
 * Translated where the browser counts layout shifts, since whatever is positioned anew counts as one (Chrome). Positioned
 * elsewhere: in Firefox a click on our translated frame, which is of another process, landed on the page beneath it and
 * closed the menu (153, driven by Marionette; held by main.firefox.test.ts).
 */
function spotOf({ x, y }: { x: number; y: number }): Record<string, string> {
  const [left, top] = [`${Math.round(x)}px`, `${Math.round(y)}px`];
  return 'LayoutShift' in globalThis ? { translate: `${left} ${top}` } : { left, top };
}

const SVG = 'http://www.w3.org/2000/svg';
/** A mask of two eyes: the other name one goes by. */
const MARK =
  'M3 9c4-2 6-1 9 0 3-1 5-2 9 0 0 5-2 8-5 8-2 0-3-2-4-2s-2 2-4 2c-3 0-5-3-5-8zm3.200 2.600c.8 1.400 2.600 1.800 3.900 1-.8-1.400-2.600-1.800-3.900-1zm11.600 0c-1.300-.8-3.100-.4-3.900 1 1.300.8 3.100.4 3.900-1z';

function makeButton(onPress: () => void, signal: AbortSignal): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  // Tab goes on through the page as if we were not there: Alt+Down is the keyboard's way in.
  button.tabIndex = -1;
  button.title = t('pageButtonTitle');
  button.setAttribute('aria-label', t('pageButtonTitle'));
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.style.width = `${BUTTON}px`;
  button.style.height = `${BUTTON}px`;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('d', MARK);
  svg.append(path);
  button.append(svg);
  // The field keeps the focus, so that no validator of the page fires.
  button.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  button.addEventListener('click', (event) => event.isTrusted && onPress(), { signal });
  return button;
}
