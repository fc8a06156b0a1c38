// The recipients and domains of an account as they were seen last; an account never asked is asked once, quietly, when a screen
// needs them. Leans on destinations.known and destinations.list; offline what is known is all there is.
import { useEffect, useMemo } from 'preact/hooks';
import type { KnownDestinations, RemoteRecipient } from '../../lib/destination.ts';
import { AppError } from '../../lib/error.ts';
import { reportBug } from '../../lib/report.ts';
import { ask, useAsk } from './ask.ts';

/** @returns what is known of an account, or null: nothing yet. @param accountId null for an account that forwards nothing */
export function useDestinations(accountId: string | null): KnownDestinations | null {
  const asked = useAsk('destinations.known', {}, ['destinations', 'accounts']);
  const known = asked.value?.known.find((one) => one.accountId === accountId) ?? null;
  const missing = accountId !== null && asked.value !== null && known === null;
  useEffect(() => {
    if (!missing) return;
    ask('destinations.list', { accountId }).then(
      () => asked.again(),
      (error: unknown) => {
        if (!(error instanceof AppError)) reportBug('destinations.list', error);
      },
    );
  }, [missing, accountId, asked.again]);
  return known;
}

/** Whether an account's key acts as a member of an organisation: what that may not do is said, not tried. */
export function useMember(accountId: string | null): boolean {
  return useDestinations(accountId)?.organisation ?? false;
}

/** The accounts whose keys act as members; asks no service. @param when as `useAsk` */
export function useMembers(when = true): ReadonlySet<string> {
  const asked = useAsk('destinations.known', {}, ['destinations', 'accounts'], when);
  return useMemo(
    () =>
      new Set(asked.value?.known.flatMap(({ accountId, organisation }) => (organisation ? [accountId] : []))),
    [asked.value],
  );
}

export function useRecipients(accountId: string): readonly RemoteRecipient[] {
  return useDestinations(accountId)?.recipients ?? [];
}
