// The life of one offer: from the moment its field has the focus and there is something to offer, until the field is
// left, filled and done, or gone. Leans on surface.ts and clock.ts; one AbortController ends all of it.

import { AppError } from '../../lib/error.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { PageCalls, PageOffers } from '../../lib/messages/contract.ts';
import { fireAndForget } from '../../lib/report.ts';
import { keepBeating } from './clock.ts';
import type { Offered } from './read.ts';
import { isRefused } from './rejection.ts';
import { type Surface, showSurface } from './surface.ts';
import { focusedElement } from './watch.ts';

/** Beats of this document so far. */
let turns = 0;

export interface Session {
  readonly offered: Offered;
  readonly surface: Surface;
  /** Whether the element is the field of this session, or one of its boxes. */
  holds(element: Element): boolean;
  /** Runs our own typing: its events neither close the menu nor end the session. */
  whileFilling<T>(fill: () => Promise<T>): Promise<T>;
  /** Whether a wait that went on, or could have begun, does not: asked for anew, it may. */
  isResting(): boolean;
  /** What is offered here was asked for once more. */
  take(offers: PageOffers): void;
  /** The wait for a code is over (filled). */
  rest(): void;
  openMenu(): void;
  closeMenu(refocus: boolean): void;
  end(): void;
  isOver(): boolean;
}

/**
 * @param onEnd called after the session ended by itself: its field was left (the focus may be elsewhere by then), or the page
 *   took our node away from a field that it kept (`lost`).
 */
export function beginSession(
  offered: Offered,
  offers: PageOffers,
  ask: Ask<PageCalls>,
  onEnd: (lost: boolean) => void,
  parent: AbortSignal,
): Session {
  const { report, element, group, shown } = offered;
  const ending = new AbortController();
  /** Of the wait that goes on; null where there is none. */
  let waiting: AbortController | null = null;
  const signal = AbortSignal.any([ending.signal, parent]);
  let filling = false;
  /** The user sent the menu away (Esc, typing): it does not come back by itself. */
  let dismissed = false;
  let filled = false;
  let opening = false;

  const end = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    rest();
  };
  const over = (lost: boolean) => {
    if (signal.aborted) return;
    end();
    onEnd(lost);
  };
  const leave = () => over(false);
  const surface = showSurface(shown, () => (surface.menuIsOpen() ? dismiss() : open()), over, signal);

  const open = () => {
    if (opening || signal.aborted || surface.menuIsOpen()) return;
    opening = true;
    dismissed = false;
    surface.mark(false);
    const bring = async () => {
      try {
        const { url } = await ask('page.ticket', { ...report, rejected: isRefused(element) });
        if (!signal.aborted && !dismissed) surface.openMenu(url);
      } finally {
        opening = false;
      }
    };
    fireAndForget(bring(), 'page.ticket');
  };
  const dismiss = () => {
    dismissed = true;
    surface.closeMenu();
  };
  const rest = () => {
    if (waiting === null) return;
    waiting.abort();
    waiting = null;
    fireAndForget(ask('page.rest', { ref: report.ref }), 'page.rest');
  };
  const wait = () => {
    if (waiting !== null || signal.aborted) return;
    const mine = new AbortController();
    waiting = mine;
    const beat = () => ask('page.beat', { ref: report.ref, turn: turns++ });
    const arrived = () => (dismissed ? surface.mark(true) : open());
    const beating = keepBeating(beat, arrived, AbortSignal.any([signal, mine.signal]))
      // Locked meanwhile: opened again, it is gone on with.
      .catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === 'locked')) throw error;
      })
      .finally(() => {
        if (waiting === mine) waiting = null;
      });
    fireAndForget(beating, 'page.beat');
  };

  /** A window that lost the focus keeps its field active: only a focus that went elsewhere in the page ends us. */
  const leftYet = () =>
    setTimeout(() => {
      if (signal.aborted || filling || surface.menuHasFocus()) return;
      const now = focusedElement();
      if (!now || !holds(now)) leave();
    });
  const holds = (other: Element) => group.some((box) => box === other);

  for (const box of group) {
    box.addEventListener('blur', leftYet, { signal });
    box.addEventListener(
      'input',
      (event) => {
        if (event.isTrusted && !filling) dismiss();
      },
      { signal },
    );
  }
  surface.host.addEventListener('focusout', leftYet, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isOurKey(event, surface.menuIsOpen())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') dismiss();
      else if (surface.menuIsOpen()) surface.focusMenu();
      else open();
    },
    { capture: true, signal },
  );

  let current = offers;
  if (offers.wait) wait();
  if (offers.open && (isEmpty(group) || report.rejected)) open();

  return {
    offered,
    surface,
    holds,
    async whileFilling(fill) {
      filling = true;
      try {
        return await fill();
      } finally {
        filling = false;
        leftYet();
      }
    },
    isResting: () => waiting === null && !filled && (current.wait || current.kinds.includes('unlock')),
    take(now) {
      current = now;
      if (now.wait) wait();
    },
    rest() {
      filled = true;
      rest();
    },
    openMenu: open,
    closeMenu(refocus) {
      dismiss();
      if (refocus) element.focus({ preventScroll: true });
      leftYet();
    },
    end,
    isOver: () => signal.aborted,
  };
}

/** Alt+Down is the platform's key for "open the list of this field"; Escape is ours only while our menu is open. */
function isOurKey(event: KeyboardEvent, menuIsOpen: boolean): boolean {
  if (event.isComposing) return false;
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (event.key === 'ArrowDown') return plain && event.altKey;
  return event.key === 'Escape' && plain && !event.altKey && menuIsOpen;
}

function isEmpty(group: readonly HTMLElement[]): boolean {
  return group.every(
    (box) => (box instanceof HTMLInputElement ? box.value : (box.textContent ?? '')).trim() === '',
  );
}
