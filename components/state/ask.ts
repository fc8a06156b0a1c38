// How screens ask: one typed asker, one hook for a value that stays fresh, one for an act with its trouble. Leans on
// lib/messages/client.ts; keeps no value beyond the screen that shows it.
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { type Ask, askBackground, onChanged } from '../../lib/messages/client.ts';
import type { AppCalls, ArgsOf, ChangeArea, ReplyOf } from '../../lib/messages/contract.ts';
import { reportBug } from '../../lib/report.ts';
import { takeAhead } from './ahead.ts';

const send = askBackground<AppCalls>([
  'vault.status',
  'settings.get',
  'browser.state',
  'site.here',
  'site.current',
  'site.mutes',
  'accounts.list',
  'addresses.list',
  'addresses.sources',
  'addresses.get',
  'addresses.search',
  'destinations.known',
  'destinations.list',
  'destinations.records',
  'quota.get',
  'sync.state',
  'identities.groups',
  'inbox.list',
  'inbox.counts',
  'cards.list',
  'checks.list',
  'checks.look',
  'checks.here',
  'asked.list',
  'checks.templates',
  'verifiers.list',
  'checks.link',
  'checks.asked',
  'webhooks.scopes',
  'webhooks.list',
  'webhooks.get',
  'webhooks.events',
  'webhooks.deliveries',
  'insights.get',
  'totp.list',
  'twins.list',
  'draft.get',
  'draft.set',
]);

/** Asks the background one call of `AppCalls`, where that was not done ahead; throws `AppError` only. */
export const ask: Ask<AppCalls> = <Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
) => {
  const ahead = takeAhead(call, args) as Promise<ReplyOf<AppCalls[Name]>> | undefined;
  return ahead === undefined ? send(call, args) : ahead.catch(() => send(call, args));
};

/** @returns any failure as an `AppError`: a connection that broke (worker replaced) has no code of its own. */
export function asAppError(error: unknown, where: string): AppError {
  if (error instanceof AppError) return error;
  reportBug(where, error);
  return new AppError('bug', { what: where }, { cause: error });
}

export interface Asked<Value> {
  /** The last good answer; stays while a newer one is on its way, or failed. */
  value: Value | null;
  error: AppError | null;
  /** Whether an answer is on its way. */
  busy: boolean;
  again: () => void;
}

/**
 * Asks when the screen appears, when `args` change, and whenever one of `areas` changes. Answers that were overtaken by
 * a newer question are dropped, so an old list never replaces a new one.
 * @param when the first time to ask: false waits for what is more urgent
 */
export function useAsk<Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
  areas: readonly ChangeArea[],
  when = true,
): Asked<ReplyOf<AppCalls[Name]>> {
  const [value, setValue] = useState<ReplyOf<AppCalls[Name]> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);
  const key = JSON.stringify(args);

  const again = useCallback(() => {
    const mine = ++turn.current;
    setBusy(true);
    const settle = (next: ReplyOf<AppCalls[Name]> | null, trouble: AppError | null): void => {
      if (mine !== turn.current) return;
      if (next !== null) setValue(next);
      setError(trouble);
      setBusy(false);
    };
    ask(call, JSON.parse(key)).then(
      (answer) => settle(answer, null),
      (problem: unknown) => settle(null, asAppError(problem, call)),
    );
  }, [call, key]);

  useLayoutEffect(() => {
    if (when) again();
    return () => {
      turn.current++;
    };
  }, [again, when]);
  useChanged(areas, again);

  return { value, error, busy, again };
}

/** Calls `then` when the background says that one of `areas` changed, as long as the screen is there. */
export function useChanged(areas: readonly ChangeArea[], then: () => void): void {
  const wanted = areas.join(' ');
  const newest = useRef(then);
  // With the screen, not after its frame: a change heard in between would be answered for the question before.
  useLayoutEffect(() => {
    newest.current = then;
  }, [then]);
  useLayoutEffect(() => {
    const end = new AbortController();
    onChanged((changed) => {
      if (changed.some((area) => wanted.split(' ').includes(area))) newest.current();
    }, end.signal);
    return () => end.abort();
  }, [wanted]);
}

export interface Act {
  busy: boolean;
  error: AppError | null;
  /** Runs one act at a time: a second click while busy does nothing. */
  run: (act: () => Promise<void>) => void;
  clear: () => void;
}

/** An act behind a button: busy while it runs, its failure kept to be worded beside the button. */
export function useAct(where: string): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const running = useRef(false);
  const run = useCallback(
    (act: () => Promise<void>) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setError(null);
      act()
        .catch((problem: unknown) => setError(asAppError(problem, where)))
        .finally(() => {
          running.current = false;
          setBusy(false);
        });
    },
    [where],
  );
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
