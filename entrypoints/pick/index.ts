// Pointing at the right field, brought into a tab's documents when the user asks for it in the toolbar. Leans on point.ts for
// the mode, lib/fields for the description; what was picked is told to the background, which alone keeps it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FieldDescriptor, RuleMeaning } from '../../lib/field-rule.ts';
import { describeField } from '../../lib/fields/rules.ts';
import { takeSnapshot } from '../../lib/fields/snapshot.ts';
import { t } from '../../lib/i18n.ts';
import { askBackground } from '../../lib/messages/client.ts';
import type { PageCalls, PickCalls } from '../../lib/messages/contract.ts';
import { fireAndForget } from '../../lib/report.ts';
import { answerCalls, type CallGuards } from '../page/answer-calls.ts';
import { either, object, oneOf, text } from '../page/guards.ts';
import { showNotice } from '../page/notice.ts';
import { openRoot } from '../page/watch.ts';
import { point } from './point.ts';

interface World {
  /** Ends the copy of this script that came before, and the mode it was in. */
  monikerPick?: AbortController;
}

const GUARDS: CallGuards<PickCalls> = {
  'pick.point': either(
    object({ pick: text, means: oneOf('email', 'code', 'never') }),
    object({ pick: oneOf(null) }),
  ),
};

const HINTS: Record<RuleMeaning, () => string> = {
  email: () => t('pagePickEmail'),
  code: () => t('pagePickCode'),
  never: () => t('pagePickNever'),
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerPick?.abort();
  world.monikerPick = ending;
  let running: AbortController | null = null;
  answerCalls<PickCalls>(
    GUARDS,
    {
      'pick.point': (wish) => {
        running?.abort();
        running = null;
        if (wish.pick === null) return {};
        const mode = new AbortController();
        running = mode;
        const tell = (element: HTMLElement | null) => {
          mode.abort();
          fireAndForget(report(wish.pick, element, ending.signal), 'page.picked');
        };
        point(HINTS[wish.means](), tell, AbortSignal.any([mode.signal, ending.signal]));
        return {};
      },
    },
    ending.signal,
  );
});

/** @returns what tells the field from others, for a rule about it; recognition has no say in that. */
function describe(element: HTMLElement): FieldDescriptor | null {
  const { page, focused } = takeSnapshot(element, openRoot);
  return focused === null ? null : describeField(page, focused);
}

async function report(pick: string, element: HTMLElement | null, signal: AbortSignal): Promise<void> {
  const ask = askBackground<PageCalls>('all');
  const field = element && describe(element);
  try {
    await ask('page.picked', { pick, field });
    if (!field) return;
    showNotice(t('pagePicked'), 'good', signal);
    element?.focus({ preventScroll: true });
  } catch {
    // Too late, locked meanwhile, or a frame of another site: the user must know that nothing was kept.
    showNotice(t('pagePickFailed'), 'bad', signal);
  }
}
