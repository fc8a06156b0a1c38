// The loop of one document: focus → read → report → show, one field at a time. Leans on watch, read, session and the
// background's answers; holds no value, and asks the background for nothing a hostile page might not see.
import { type Ask, askBackground } from '../../lib/messages/client.ts';
import type { PageCalls } from '../../lib/messages/contract.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { type Offered, readField, readPointed } from './read.ts';
import { beginSession, type Session } from './session.ts';
import { focusedElement, isWorthALook, watchFocus } from './watch.ts';

/** Milliseconds between two looks: a page that throws the focus about costs ten readings a second, not thousands. */
const PACE = 100;
/** A page that took our node away from a field this often does not want it there; the toolbar still serves that field. */
const PATIENCE = 3;
/** Offers remembered in a document; a value chosen for an older one is refused as gone. */
const REMEMBERED = 16;

export interface Attention {
  session(): Session | null;
  /** @returns the offer under `ref`, as long as it is remembered. */
  offered(ref: string): Offered | null;
  /** Reads the field in focus, or the last one that had it, on the user's own wish. */
  point(): Offered | null;
  /** Looks at the focus again, though it did not move. */
  again(): void;
}

/** @param onOrphaned the extension was updated, disabled or removed: this script has nobody left to talk to. */
export function attend(onOrphaned: () => void, signal: AbortSignal): Attention {
  const ask: Ask<PageCalls> = askBackground<PageCalls>(2);
  const offers = new Map<string, Offered>();
  const losses = new WeakMap<HTMLElement, number>();
  let session: Session | null = null;
  let last: HTMLElement | null = null;
  let turn = 0;
  let lookedAt = 0;
  let due: ReturnType<typeof setTimeout> | null = null;

  const remember = (offered: Offered) => {
    offers.delete(offered.report.ref);
    offers.set(offered.report.ref, offered);
    const oldest = offers.size > REMEMBERED ? offers.keys().next().value : undefined;
    if (oldest !== undefined) offers.delete(oldest);
  };

  const look = async () => {
    const element = focusedElement();
    if (!element || !isWorthALook(element)) return;
    if ((losses.get(element) ?? 0) >= PATIENCE) return;
    // A session that is over holds nothing: whoever left a field and comes back is offered anew.
    if (session && !session.isOver() && session.holds(element)) return;
    session?.end();
    session = null;
    turn += 1;
    const mine = turn;
    const offered = readField(element);
    if (!offered) return;
    remember(offered);
    const answer = await ask('page.report', offered.report);
    if (signal.aborted || mine !== turn || answer.kinds.length === 0 || focusedElement() !== element) return;
    const onEnd = (lost: boolean) => {
      if (lost) losses.set(element, (losses.get(element) ?? 0) + 1);
      again();
    };
    session = beginSession(offered, answer, ask, onEnd, signal);
  };

  const again = () => {
    if (due !== null || signal.aborted) return;
    const wait = Math.max(0, lookedAt + PACE - performance.now());
    due = setTimeout(() => {
      due = null;
      lookedAt = performance.now();
      if (!browser.runtime?.id) return onOrphaned();
      fireAndForget(look(), 'page.look');
    }, wait);
  };

  watchFocus((element) => {
    last = element;
    again();
  }, signal);
  signal.addEventListener('abort', () => {
    if (due !== null) clearTimeout(due);
  });

  return {
    session: () => (session?.isOver() ? null : session),
    offered: (ref) => offers.get(ref) ?? null,
    point() {
      const now = focusedElement();
      const element = now && isWorthALook(now) ? now : last?.isConnected ? last : null;
      if (!element) return null;
      const offered = readPointed(element);
      remember(offered);
      return offered;
    },
    again,
  };
}
