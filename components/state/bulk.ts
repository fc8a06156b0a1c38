// Doing one thing to many addresses: those chosen, or all that match; how far it is, and what it changed. Leans on addresses.bulk;
// what would take much of the month is asked for first, by the error that says so.
import { useRef } from 'preact/hooks';
import type { AddressQuery } from '../../lib/address-query.ts';
import { type AppError, fromWire } from '../../lib/error.ts';
import { type Act, ask, useAct, useAsk } from './ask.ts';
import type { Chosen } from './chosen.ts';

export type BulkWish = 'on' | 'off' | 'remove';
type Target = { ids: string[] } | { query: AddressQuery };

export interface BulkEnd {
  /** For undoing a switch. */
  changed: string[];
  failed: number;
  /** Ended before its end: by the person, or by what went wrong. */
  early: boolean;
  error: AppError | null;
}

export interface Bulk {
  act: Act;
  /** How far a running one is. */
  running: { done: number; total: number | null } | null;
  run: (target: Target, wish: BulkWish, then: (end: BulkEnd) => void) => void;
  /** Agrees to what the last one would take, and does it. */
  force: () => void;
  cancel: () => void;
}

export function useBulk(): Bulk {
  const act = useAct('addresses.bulk');
  const stop = useAct('sync.cancel');
  const states = useAsk('sync.state', {}, ['sync']);
  const last = useRef<() => Promise<void>>(async () => undefined);
  const work = async (
    target: Target,
    wish: BulkWish,
    then: (end: BulkEnd) => void,
    force: boolean,
  ): Promise<void> => {
    last.current = () => work(target, wish, then, true);
    const { ended, changed, failed } = await ask('addresses.bulk', {
      ...target,
      do: wish,
      ...(force ? { force } : {}),
    });
    const error = typeof ended === 'object' ? fromWire(ended) : null;
    if (changed.length > 0 || ended === undefined)
      then({ changed, failed, early: ended !== undefined, error });
    // What was done is told, and so is what ended it.
    if (error !== null) throw error;
  };
  return {
    act,
    running: states.value?.bulk ?? null,
    run: (target, wish, then) => act.run(() => work(target, wish, then, false)),
    force: () => act.run(() => last.current()),
    cancel: () =>
      stop.run(async () => {
        await ask('sync.cancel', {});
      }),
  };
}

export const targetOf = (chosen: Chosen, query: AddressQuery): Target =>
  chosen.all ? { query } : { ids: [...chosen.ids] };
