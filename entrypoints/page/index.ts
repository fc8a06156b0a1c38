// Recognition in one document, brought by the background after the waiting script saw a focus (or on the user's wish). Leans
// on attend.ts for the loop, filling.ts for typing, tab-calls.ts for being asked; holds them together and ends them together.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { attend, type PageWorld } from './attend.ts';
import { makeFilling } from './filling.ts';
import { sweepHosts } from './host.ts';
import { showNotice } from './notice.ts';
import { answerTabCalls } from './tab-calls.ts';

export default defineUnlistedScript(() => {
  const world = globalThis as PageWorld;
  if (world.monikerPage) return world.monikerPage.again();
  const ending = new AbortController();
  const { signal } = ending;
  const quit = () => {
    ending.abort();
    delete world.monikerPage;
  };
  sweepHosts();
  const attention = attend(quit, signal);
  const filling = makeFilling(attention);
  world.monikerPage = attention;
  answerTabCalls(
    {
      'tab.fill': filling.fill,
      'tab.restore': filling.restore,
      'tab.frame': (wish) => {
        const session = attention.session();
        if ('close' in wish) session?.closeMenu(wish.refocus);
        else session?.surface.setMenuHeight(wish.height);
        return {};
      },
      'tab.quit': () => {
        // The answer first: the listener that gives it ends with the rest.
        queueMicrotask(quit);
        return {};
      },
      'tab.focused': async () => ({ report: (await attention.point())?.report ?? null }),
      'tab.menu': async () => ({ opened: await attention.open() }),
      'tab.verdict': async ({ ref }) => ({ verdict: await attention.judge(ref) }),
      'tab.opened': async () => {
        await attention.opened();
        return {};
      },
      'tab.rules': () => {
        attention.forgetRules();
        return {};
      },
      'tab.notice': ({ text, tone }) => {
        const session = attention.session();
        if (session) session.surface.notice(text, tone);
        else showNotice(text, tone, signal);
        return {};
      },
    },
    signal,
  );
});
