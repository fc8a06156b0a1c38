// Types what the user chose into the field it was offered for, or says why not. Leans on lib/fields for the typing and for
// whether the receiver is still the one of the offer; judges our own frame first, for a page may have covered it.
import { AppError } from '../../lib/error.ts';
import { fillField } from '../../lib/fields/fill.ts';
import { restore, takeUndo, type Undo } from '../../lib/fields/undo.ts';
import type { FieldRole, FillOutcome } from '../../lib/model.ts';
import type { Attention } from './attend.ts';
import { watchRefusal } from './rejection.ts';
import type { Session } from './session.ts';
import type { TabHandlers } from './tab-calls.ts';

const TAKES_ADDRESS: ReadonlySet<FieldRole> = new Set(['email', 'email-confirm', 'username']);

/** The two calls that change a page. Errors: `not-visible` when a code was chosen in a frame nobody can have seen. */
export function makeFilling(attention: Pick<Attention, 'session' | 'offered' | 'renew'>): {
  fill: TabHandlers['tab.fill'];
  restore: TabHandlers['tab.restore'];
} {
  /** Of the last fill only: older ones have been overtaken by what the user did since. */
  let last: { ref: string; undo: Undo } | null = null;
  /** Of the last fill only, for the same reason. */
  let watching = new AbortController();
  const sessionOf = (ref: string): Session | null => {
    const session = attention.session();
    return session?.offered.report.ref === ref ? session : null;
  };

  return {
    async fill({ ref, value, role, from }) {
      const offered = attention.offered(ref);
      if (!offered) return { kind: 'gone', reason: 'detached' };
      const session = sessionOf(ref);
      const isCode = role === 'code' || offered.report.role === 'code';
      if (isCode && from !== 'toolbar') {
        const unfair = session ? session.surface.judgeMenu() : 'closed';
        if (unfair !== null) throw new AppError('not-visible', { what: unfair });
      }
      const undo = takeUndo(offered.group);
      const type = () => orLeft(() => fillField(offered.group, value, { note: offered.note }));
      const outcome = session ? await session.whileFilling(type) : await type();
      if (outcome.kind !== 'gone') last = { ref, undo };
      if (outcome.kind === 'filled' || outcome.kind === 'moved-on') session?.rest();
      watching.abort();
      if (outcome.kind === 'filled' && TAKES_ADDRESS.has(role)) {
        watching = new AbortController();
        watchRefusal(offered.element, () => attention.renew(offered.element), watching.signal);
      }
      return outcome;
    },

    async restore({ ref }) {
      if (last?.ref !== ref) return { restored: false };
      const { undo } = last;
      last = null;
      const back = async () => restore(undo);
      const session = sessionOf(ref);
      return { restored: session ? await session.whileFilling(back) : await back() };
    },
  };
}

/**
 * A page that sends itself as soon as its boxes are full leaves before its value is read back for the last time. The answer
 * must be given then, or it dies with the document and nobody learns that the code was used.
 */
function orLeft(type: () => Promise<FillOutcome>): Promise<FillOutcome> {
  const over = new AbortController();
  const left = new Promise<FillOutcome>((resolve) => {
    const { signal } = over;
    addEventListener('pagehide', () => resolve({ kind: 'moved-on' }), { capture: true, signal });
  });
  return Promise.race([type(), left]).finally(() => over.abort());
}
