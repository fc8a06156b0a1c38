// Types what the user chose into the field it was offered for, or says why not. Leans on lib/fields/fill.ts for the typing;
// judges the receiver and our own frame first, because between the offer and the choice the page had time to change both.
import { AppError } from '../../lib/error.ts';
import { fillField, restore, takeUndo } from '../../lib/fields/fill.ts';
import type { FillOutcome } from '../../lib/model.ts';
import type { Attention } from './attend.ts';
import { isSameReceiver, type Offered } from './read.ts';
import type { TabHandlers } from './tab-calls.ts';

type Undo = ReturnType<typeof takeUndo>;

const gone = (reason: Extract<FillOutcome, { kind: 'gone' }>['reason']): FillOutcome => ({
  kind: 'gone',
  reason,
});

/** @returns the two calls that change a page. Errors: `not-visible` when a code was chosen in a frame nobody can have seen. */
export function makeFilling(attention: Attention): {
  fill: TabHandlers['tab.fill'];
  restore: TabHandlers['tab.restore'];
} {
  const undos = new Map<string, Undo>();

  const type = async (offered: Offered, value: string): Promise<FillOutcome> => {
    const reason = goneBecause(offered);
    if (reason) return gone(reason);
    undos.clear();
    undos.set(offered.report.ref, takeUndo(offered.group));
    return fillField(offered.group, value, { stillOffered: () => isSameReceiver(offered) });
  };

  return {
    async fill({ ref, value, role, from }) {
      const offered = attention.offered(ref);
      if (!offered) return gone('detached');
      const session = attention.session();
      const current = session?.offered === offered ? session : null;
      const isCode = role === 'code' || offered.report.role === 'code';
      if (isCode && from !== 'toolbar') {
        const unfair = current?.surface.judgeMenu() ?? 'closed';
        if (unfair !== null) throw new AppError('not-visible', { what: unfair });
      }
      const outcome = current
        ? await current.whileFilling(() => type(offered, value))
        : await type(offered, value);
      if (outcome.kind === 'filled' || outcome.kind === 'moved-on') current?.rest();
      return outcome;
    },
    restore({ ref }) {
      const undo = undos.get(ref);
      undos.delete(ref);
      if (!undo) return { restored: false };
      const back = () => Promise.resolve(restore(undo));
      const session = attention.session();
      return (session ? session.whileFilling(back) : back()).then((restored) => ({ restored }));
    },
  };
}

function goneBecause({ element, group, ...offered }: Offered): Extract<FillOutcome, { kind: 'gone' }>['reason'] | null {
  if (!element.isConnected || group.some((box) => !box.isConnected)) return 'detached';
  if (!isSameReceiver({ element, group, ...offered })) return 'changed';
  if (!element.checkVisibility({ visibilityProperty: true })) return 'hidden';
  if (element.matches(':disabled, :read-only') && element instanceof HTMLInputElement) return 'read-only';
  return null;
}
