// The user's own list of checks they were asked for: kept on their wish, looked at again, forgotten. Leans on the vault and on asked.ts for
// reading; the token with which a consent is withdrawn is kept only where that was asked for, and leaves in the privacy page's address alone.
import type { AskedEntry, AskedView, Kept } from '../../asked.ts';
import type { AskedCheck, AskedStatus, SeenLink } from '../../check.ts';
import { privacyUrl } from '../../checks/links.ts';
import { readAsked } from '../../checks/reading.ts';
import { AppError } from '../../error.ts';
import { createTransport, type MakeTransport } from '../../providers/http.ts';
import { getRecord, listRecords, recordId, removeRecord, transact } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { readAskedCheck } from './asked.ts';

/** What was read of a check, and where it was met. */
export interface Met {
  link: Extract<SeenLink, { kind: 'check' }>;
  asked: AskedCheck;
  status: AskedStatus | null;
  before: string | null;
}

/**
 * Keeps a check, or what is newer of it; when it was first met and how one came to it stay.
 * @param cancelToken of its link, if the person wished it to be kept; null leaves what is kept
 */
export async function keepAsked(
  u: Unlocked,
  { link, asked, status, before }: Met,
  cancelToken: string | null,
  now: number,
): Promise<void> {
  const { sessionId, host, origin, official } = link;
  const id = idOf(u, link);
  await transact(u, ['asked'], async (tx) => {
    const known = await tx.get('asked', id);
    await tx.put('asked', {
      id,
      sessionId,
      host,
      origin,
      official,
      asked,
      status: status ?? known?.status ?? null,
      before: known?.before ?? before,
      cancelToken: cancelToken ?? known?.cancelToken ?? null,
      metAt: known?.metAt ?? now,
      seenAt: now,
    });
  });
}

const idOf = (u: Unlocked, { origin, sessionId }: { origin: string; sessionId: string }): string =>
  recordId(u, 'asked', origin, sessionId);

export async function keptAs(u: Unlocked, link: SeenLink): Promise<Kept> {
  if (link.kind !== 'check') return 'no';
  const entry = await getRecord(u, 'asked', idOf(u, link));
  return entry === null ? 'no' : entry.cancelToken === null ? 'yes' : 'withdraws';
}

/** Newest first. */
export async function listAsked(u: Unlocked, now: number): Promise<AskedView[]> {
  const { records } = await listRecords(u, 'asked');
  return records.sort((a, b) => b.metAt - a.metAt).map((entry) => viewOf(entry, now));
}

function viewOf(entry: AskedEntry, now: number): AskedView {
  const { id, host, official, asked, status, before, cancelToken, metAt, seenAt } = entry;
  return {
    id,
    host,
    official,
    reading: withHour(readAsked(asked, status, before, now), metAt, now),
    privacyUrl: privacyUrl(entry, null),
    withdraws: cancelToken !== null,
    metAt,
    seenAt,
  };
}

/** A session's whole life: what was open when it was met is over an hour later, whatever was last seen of it. */
const HOUR = 60 * 60_000;

function withHour(reading: AskedView['reading'], metAt: number, now: number): AskedView['reading'] {
  const open = reading.status === 'created' || reading.status === 'in-progress';
  return open && now >= metAt + HOUR ? { ...reading, ended: true, status: 'expired' } : reading;
}

/** Asks its server again how it stands. Errors: `not-found`; those of the reader, with what is kept unchanged. */
export async function lookAsked(
  u: Unlocked,
  id: string,
  now: number,
  makeTransport: MakeTransport = createTransport,
): Promise<AskedView> {
  const entry = await entryOf(u, id);
  const { sessionId, host, origin, official } = entry;
  const url = `${origin}/${sessionId}`;
  const link = { kind: 'check', sessionId, host, origin, official, url, old: false } as const;
  const { asked, status } = await readAskedCheck(link, makeTransport);
  await keepAsked(u, { link, asked, status, before: entry.before }, null, now);
  return viewOf(await entryOf(u, id), now);
}

async function entryOf(u: Unlocked, id: string): Promise<AskedEntry> {
  const entry = await getRecord(u, 'asked', id);
  if (!entry) throw new AppError('not-found', { what: 'check' });
  return entry;
}

/** @returns the page on which a consent is withdrawn, ready to do so where the token is kept. Errors: `not-found`. */
export async function withdrawalPage(u: Unlocked, id: string): Promise<string> {
  const entry = await entryOf(u, id);
  return privacyUrl(entry, entry.cancelToken);
}

/** Out of the list, token and all; nothing changes at the service. */
export async function forgetAsked(id: string): Promise<void> {
  await removeRecord('asked', id);
}
