// The loop of one document: focus → read → report → show, one field at a time. Leans on watch, read, session and the
// background's answers; holds no value, and asks the background for nothing a hostile page might not see.
import { optOutOf } from '../../lib/fields/opt-out.ts';
import { type Ask, askBackground } from '../../lib/messages/client.ts';
import type { PageCalls, PageOffers } from '../../lib/messages/contract.ts';
import type { FieldVerdict } from '../../lib/messages/views.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { makePace } from './pace.ts';
import { type Offered, readCompanions, readField, readPointed, readVerdict } from './read.ts';
import { knowRules } from './rules.ts';
import { withScripts } from './scripts.ts';
import { beginSession, type Session } from './session.ts';
import { focusedElement, isWorthALook, watchFocus } from './watch.ts';

/** A page that took our node away from a field this often does not want it there; the toolbar still serves that field. */
const PATIENCE = 3;
/** The user asked for the menu: what is in it, the menu itself will say. */
const BY_WISH: PageOffers = { kinds: [], open: false, wait: false };
/** Offers remembered in a document; a value chosen for an older one is refused as gone. */
const REMEMBERED = 16;

export interface Attention {
  session(): Session | null;
  /** @returns the offer under `ref`, as long as it is remembered. */
  offered(ref: string): Offered | null;
  /** Reads the field in focus, or the last one that had it, on the user's own wish. */
  point(): Promise<Offered | null>;
  /** Opens the menu at the field that `point` reads. @returns false where there is none */
  open(): Promise<boolean>;
  /** The verdict on the field offered under `ref`, else on the one in focus, offered or not. */
  judge(ref: string | undefined): Promise<FieldVerdict | null>;
  /** The vault was opened: the offer that is shown was made without it. */
  opened(): Promise<void>;
  /** The user's rules changed: whatever is shown was judged without them. */
  forgetRules(): void;
  /** Something about a field changed that its offer depends on: judge it anew if it has the focus. */
  renew(element: HTMLElement): void;
  /** Looks at the focus again, though it did not move. */
  again(): void;
  /** The form that a control stands in, judged as an offer would be. */
  companions(element: HTMLElement): Promise<ReturnType<typeof readCompanions>>;
  /** Lets `run` move the focus about without offers in its wake; the one that is shown stays. */
  occupied<T>(run: () => Promise<T>): Promise<T>;
}

/** Where the other scripts of ours in this document find it; brought again, it only looks at the focus anew. */
export interface PageWorld {
  monikerPage?: Attention;
}

/** @param onOrphaned the extension was updated, disabled or removed: this script has nobody left to talk to. */
export function attend(onOrphaned: () => void, signal: AbortSignal): Attention {
  const ask: Ask<PageCalls> = askBackground<PageCalls>('all');
  const offers = new Map<string, Offered>();
  const rules = knowRules(ask);
  const losses = new WeakMap<HTMLElement, number>();
  let session: Session | null = null;
  let last: HTMLElement | null = null;
  let turn = 0;
  /** The field that is being judged: a press right after its focus must not begin anew. */
  let looking: HTMLElement | null = null;
  const pace = makePace();
  let due: ReturnType<typeof setTimeout> | null = null;
  let isOccupied = false;

  const remember = (offered: Offered) => {
    offers.delete(offered.report.ref);
    offers.set(offered.report.ref, offered);
    const oldest = offers.size > REMEMBERED ? offers.keys().next().value : undefined;
    if (oldest !== undefined) offers.delete(oldest);
  };

  const look = async () => {
    const element = focusedElement();
    if (isOccupied || !element || !isWorthALook(element)) return;
    if ((losses.get(element) ?? 0) >= PATIENCE) return;
    // A session that is over holds nothing: whoever left a field and comes back is offered anew.
    const held = session && !session.isOver() && session.holds(element) ? session : null;
    if (looking === element || (held && !held.isResting())) return;
    looking = element;
    await (held ? renewed(held) : offer(element)).finally(() => {
      if (looking === element) looking = null;
    });
  };

  /** Kept as it stands: its menu may be open, and shows by itself what it has now. */
  const renewed = async (shown: Session) => {
    const answer = await ask('page.report', shown.offered.report);
    if (session === shown) shown.take(answer);
  };

  const offer = async (element: HTMLElement) => {
    session?.end();
    session = null;
    turn += 1;
    const mine = turn;
    const known = await rules.get();
    if (signal.aborted || mine !== turn || !element.isConnected) return;
    const offered = await withScripts(ask, () => readField(element, known));
    if (signal.aborted || mine !== turn || !offered || keepsOut(offered)) return;
    remember(offered);
    const answer = await ask('page.report', offered.report);
    if (signal.aborted || mine !== turn || answer.kinds.length === 0 || focusedElement() !== element) return;
    session = begin(offered, answer);
  };

  const begin = (offered: Offered, answer: PageOffers) => {
    const { element } = offered;
    const onEnd = (lost: boolean) => {
      if (lost) losses.set(element, (losses.get(element) ?? 0) + 1);
      again();
    };
    return beginSession(offered, answer, ask, onEnd, signal);
  };

  const again = () => {
    if (due !== null || signal.aborted) return;
    due = setTimeout(() => {
      due = null;
      pace.took(performance.now());
      if (!browser.runtime?.id) return onOrphaned();
      fireAndForget(look(), 'page.look');
    }, pace.wait(performance.now()));
  };

  watchFocus((element) => {
    last = element;
    again();
  }, signal);
  signal.addEventListener('abort', () => {
    if (due !== null) clearTimeout(due);
  });

  const renew = (element: HTMLElement | null) => {
    if (!session || (element && !session.holds(element))) return;
    session.end();
    session = null;
    looking = null;
    again();
  };

  const point = async () => {
    const now = focusedElement();
    const element = now && isWorthALook(now) ? now : mayRemember(now) && last?.isConnected ? last : null;
    if (!element) return null;
    const known = await rules.get();
    const offered = await withScripts(ask, () => readPointed(element, known));
    remember(offered);
    return offered;
  };

  return {
    session: () => (session?.isOver() ? null : session),
    offered: (ref) => offers.get(ref) ?? null,
    point,
    async open() {
      const pointed = await point();
      if (!pointed) return false;
      const offered = asMeant(pointed);
      remember(offered);
      turn += 1;
      const isHeld = session && !session.isOver() && session.holds(offered.element);
      if (!isHeld) {
        session?.end();
        session = begin(offered, BY_WISH);
      }
      session?.openMenu();
      return true;
    },
    async judge(ref) {
      const known = await rules.get();
      const now = focusedElement();
      const meant = ref === undefined ? null : (offers.get(ref)?.element ?? null);
      for (const element of [meant, now, mayRemember(now) ? last : null]) {
        const verdict = element?.isConnected
          ? await withScripts(ask, () => readVerdict(element, known))
          : null;
        if (element && verdict) return withOptOut(element, verdict);
      }
      return null;
    },
    async opened() {
      rules.forget();
      // Nobody looks at it: its focus asks anew when somebody does.
      if (document.hidden) return;
      if (!session || session.isOver()) return again();
      await renewed(session);
    },
    forgetRules() {
      rules.forget();
      looking = null;
      renew(null);
      again();
    },
    renew,
    again,
    async companions(element) {
      const known = await rules.get();
      return withScripts(ask, () => readCompanions(element, known));
    },
    async occupied(run) {
      isOccupied = true;
      try {
        return session && !session.isOver() ? await session.whileFilling(run) : await run();
      } finally {
        isOccupied = false;
        again();
      }
    },
  };
}

/** Of a split code the first box counts: libraries keep managers out of the others and let them into that one. */
function keepsOut({ group, report }: Offered): boolean {
  const first = group[0];
  return first !== undefined && optOutOf(first) !== null && !report.because.some(isUsersWord);
}

/** A field that recognition makes nothing of takes an address, if the person asks for the menu there. */
function asMeant(offered: Offered): Offered {
  const { report } = offered;
  return report.role === 'other' ? { ...offered, report: { ...report, role: 'email' } } : offered;
}

const isUsersWord = (reason: string) => reason.startsWith('by-rule');

function withOptOut(element: HTMLElement, verdict: FieldVerdict): FieldVerdict {
  const attribute = optOutOf(element);
  if (!attribute || verdict.stop !== null || verdict.because.some(isUsersWord)) return verdict;
  return { ...verdict, stop: 'opted-out', because: [...verdict.because, `opt-out:${attribute}`].slice(-16) };
}

/** A field that had the focus is meant only while nothing else can be: not when the focus went into a frame, nor in a frame. */
function mayRemember(now: HTMLElement | null): boolean {
  return window === window.top && !(now instanceof HTMLIFrameElement);
}
