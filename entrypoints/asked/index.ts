// "Before you continue", brought into pages whose address may name an identity check: asks the background whether it does, and shows our
// panel beside the page's own words. Leans on sheet.ts; reads no field, presses nothing: consent and cancelling stay the person's.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../../lib/messages/client.ts';
import type { PageCalls, TabCalls } from '../../lib/messages/contract.ts';
import type { PanelTabCalls } from '../../lib/messages/panel.ts';
import { fireAndForget } from '../../lib/report.ts';
import { answerCalls, type CallGuards } from '../page/answer-calls.ts';
import { either, finite, object, oneOf } from '../page/guards.ts';
import { followMoves, namedHere } from './moves.ts';
import { showSheet } from './sheet.ts';

interface World {
  /** Ends the copy of this script that came before (site access granted twice, an update). */
  monikerAsked?: AbortController;
}

type Calls = PanelTabCalls & Pick<TabCalls, 'tab.quit'>;

const GUARDS: CallGuards<Calls> = {
  'tab.quit': object<Record<string, never>>({}),
  'panel.place': either(object({ height: finite }), object({ close: oneOf(true) })),
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerAsked?.abort();
  world.monikerAsked = ending;
  /** Checks whose panel the person closed: for good on this page. */
  const closed = new Set<string>();
  let shown = new AbortController();
  const show = () => {
    shown.abort();
    shown = new AbortController();
    const named = namedHere();
    if (closed.has(named)) return;
    const both = AbortSignal.any([ending.signal, shown.signal]);
    const ends = { close: () => closed.add(named), quit: () => ending.abort() };
    fireAndForget(begin(both, ends), 'page.check');
  };
  followMoves(show, ending.signal);
  show();
});

interface Ends {
  /** The person closed the panel. */
  close(): void;
  /** We are to be gone from this document. */
  quit(): void;
}

async function begin(signal: AbortSignal, ends: Ends): Promise<void> {
  const ask = askBackground<PageCalls>(['page.check', 'page.panel']);
  const { shows } = await ask('page.check', {});
  if (shows === null || signal.aborted) return;
  const closing = new AbortController();
  const both = AbortSignal.any([signal, closing.signal]);
  const open = async (byPerson: boolean) => {
    if (!sheet.hasRoom()) {
      if (byPerson) await ask('page.aside', {});
      return;
    }
    const { url } = await ask('page.panel', {});
    if (!both.aborted) sheet.open(url, byPerson);
  };
  const sheet = showSheet(shows === 'strange', () => fireAndForget(open(true), 'page.panel'), both);
  // The answer first: the listener that gives it ends with the rest.
  const afterwards = (end: () => void) => {
    queueMicrotask(end);
    return {};
  };
  answerCalls<Calls>(
    GUARDS,
    {
      'tab.quit': () => afterwards(() => ends.quit()),
      'panel.place': (wish) => {
        if ('close' in wish) {
          ends.close();
          return afterwards(() => closing.abort());
        }
        sheet.setHeight(wish.height);
        return {};
      },
    },
    both,
  );
  await open(false);
}
