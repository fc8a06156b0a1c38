// The live lines of what waits (a document, or our popup), for as long as the worker lives and the wait goes on: lost with the worker,
// they are begun anew at the next beat. Leans on lib/actions/hear-inbox.ts; asks nobody by itself.
import { type Hearing, hearInboxes } from '../../lib/actions/hear-inbox.ts';
import type { CodeWait } from '../../lib/actions/read-letter.ts';
import { AppError } from '../../lib/error.ts';
import type { Channel } from '../../lib/model.ts';
import { reportBug } from '../../lib/report.ts';
import type { Unlocked } from '../../lib/vault/vault.ts';

const hearings = new Map<string, Promise<Hearing>>();

/** A beat is held no longer than this: an event page that answers nothing for half a minute is put to sleep, socket and all. */
const HOLD = 10_000;

/** A line that stands within this time lists what came before by itself; asking beside it would be a request for nothing. Once a line. */
const OPENING = 1500;
const waitedFor = new WeakSet<Hearing>();

/**
 * Waits for news on the waiter's live line where there is one, else asks one inbox.
 * @param waiter a document's id, or another name that no document can have
 * @returns the trouble of asking, and whether the line was what was waited for: then the next beat may come at once
 */
export async function waitForNews(
  u: Unlocked,
  waiter: string,
  wait: CodeWait,
  by: Channel | null,
): Promise<{ trouble: AppError | null; live: boolean }> {
  const hearing = await hearingOf(u, waiter, wait, by);
  if (hearing.isOpening() && !waitedFor.has(hearing)) {
    waitedFor.add(hearing);
    await hearing.news(OPENING);
  } else if (hearing.isComplete()) {
    await hearing.news(HOLD);
  }
  if (hearing.isComplete()) return { trouble: null, live: true };
  return { trouble: await hearing.next(), live: false };
}

function hearingOf(u: Unlocked, waiter: string, wait: CodeWait, by: Channel | null): Promise<Hearing> {
  const known = hearings.get(waiter);
  if (known) return known;
  const hearing = hearInboxes(u, wait, by, (error) => {
    // Locked, full, out of reach: the next beat meets the same and says it.
    if (!(error instanceof AppError)) reportBug('hearing', error);
  });
  hearings.set(waiter, hearing);
  return hearing;
}

/** Hangs up. */
export async function endHearing(waiter: string): Promise<void> {
  const hearing = hearings.get(waiter);
  hearings.delete(waiter);
  (await hearing)?.end();
}

/** Hangs up on every document but those that still wait. */
export async function endHearingsBut(waiters: ReadonlySet<string>): Promise<void> {
  await Promise.all([...hearings.keys()].filter((id) => !waiters.has(id)).map(endHearing));
}
