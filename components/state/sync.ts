// How accounts stand with their services, kept fresh, and reading one's list again: asked about first where it would take much of
// the month. Leans on sync.state, sync.pull and sync.cancel.
import { useCallback, useState } from 'preact/hooks';
import type { AppError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { SyncState } from '../../lib/sync-state.ts';
import { useToast } from '../parts/toast.tsx';
import { ask, useAct, useAsk } from './ask.ts';

const NONE: readonly SyncState[] = [];

/** Every account with a list at a service; none before the first answer. */
export function useSyncStates(): readonly SyncState[] {
  return useAsk('sync.state', {}, ['sync', 'accounts', 'addresses']).value?.accounts ?? NONE;
}

export interface Pull {
  busy: boolean;
  error: AppError | null;
  /** What must be agreed to first: so many requests of so many. */
  asks: { cost: number; remaining: number | null } | null;
  start: () => void;
  /** Agrees to what was asked. */
  force: () => void;
  decline: () => void;
  /** Ends the reading; what came in stays. */
  cancel: () => void;
}

export function usePull(state: SyncState): Pull {
  const { accountId } = state;
  const act = useAct('sync.pull');
  const stop = useAct('sync.cancel');
  const [asking, setAsking] = useState(false);
  const tell = useToast();
  const read = useCallback(
    (force: boolean) => {
      setAsking(false);
      act.run(async () => {
        const counts = await ask('sync.pull', { id: accountId, ...(force ? { force } : {}) });
        if (!counts.cancelled) tell(t('addressesPulled', counts.added, counts.changed, counts.removed));
      });
    },
    [act.run, accountId, tell],
  );
  const costly = act.error?.code === 'costly';
  const remaining = state.rate?.remaining ?? null;
  return {
    busy: act.busy || state.running !== null,
    error: costly ? stop.error : (act.error ?? stop.error),
    asks: asking || costly ? { cost: state.cost, remaining } : null,
    start: () => (state.asks ? setAsking(true) : read(false)),
    force: () => read(true),
    decline: () => {
      setAsking(false);
      act.clear();
    },
    cancel: () =>
      stop.run(async () => {
        await ask('sync.cancel', { id: accountId });
      }),
  };
}
