// The live lines of what waits (a document, or our popup), for as long as the worker lives and the wait goes on: lost with the worker,
// they are begun anew at the next beat. Leans on lib/actions/hear-inbox.ts; asks nobody by itself.
import { type Hearing, hearInboxes } from '../../lib/actions/hear-inbox.ts';
import { inboxesOn, makePoll } from '../../lib/actions/poll-inboxes.ts';
import type { Pulled } from '../../lib/actions/pull-inbox.ts';
import type { CodeWait } from '../../lib/actions/read-letter.ts';
import type { Watch } from '../../lib/actions/watch-inbox.ts';
import { AppError } from '../../lib/error.ts';
import type { Channel } from '../../lib/model.ts';
import { fireAndForget, reportBug } from '../../lib/report.ts';
import type { Unlocked } from '../../lib/vault/vault.ts';

const hearings = new Map<string, Promise<Hearing | Watch | null>>();

/** A beat is held no longer than this: an event page that answers nothing for half a minute is put to sleep, socket and all. */
const HOLD = 10_000;

/** A line that stands within this time lists what came before by itself; asking beside it would be a request for nothing. Once a line. */
const OPENING = 1500;
const waitedFor = new WeakSet<Hearing>();

/** Whoever has not asked for this long is gone: longer than the longest pause between two beats. */
const SILENCE = 12_000;

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
  const hearing = await hearingOf(waiter, async () => {
    const inboxes = await inboxesOn(u, wait.site);
    return hearInboxes(u, inboxes, makePoll(u, wait, inboxes, by), reportTrouble);
  });
  if (hearing === null) return { trouble: null, live: false };
  if (hearing.isOpening() && !waitedFor.has(hearing)) {
    waitedFor.add(hearing);
    await hearing.news(OPENING);
  } else if (hearing.isComplete()) {
    await hearing.news(HOLD);
  }
  if (hearing.isComplete()) return { trouble: null, live: true };
  return { trouble: await hearing.next(), live: false };
}

/**
 * Waits for news on a line of its own making, and asks nobody beside it.
 * @param open begins to listen; null where there is no line
 * @returns whether anything came, and whether the line stands or may stand again; null without one
 */
export async function waitOnLine(
  waiter: string,
  open: (onTrouble: (error: unknown) => void) => Promise<Hearing | null>,
): Promise<{ came: boolean; live: boolean } | null> {
  const hearing = await hearingOf(waiter, () => open(reportTrouble));
  if (hearing === null) return null;
  const came = await hearing.news(HOLD);
  return { came, live: hearing.isComplete() };
}

/**
 * Asks for the newest messages as the line wants it: a list that leaves no gap before what it will tell.
 * @returns null without a line
 */
export async function pullOnLine(
  waiter: string,
  open: (onTrouble: (error: unknown) => void) => Promise<Watch | null>,
): Promise<Pulled | null> {
  const hearing = await hearingOf(waiter, () => open(reportTrouble));
  return hearing !== null && 'pull' in hearing ? hearing.pull() : null;
}

/** Locked, full, out of reach: the next beat meets the same and says it. */
function reportTrouble(error: unknown): void {
  if (!(error instanceof AppError)) reportBug('hearing', error);
}

function hearingOf(
  waiter: string,
  open: () => Promise<Hearing | Watch | null>,
): Promise<Hearing | Watch | null> {
  const known = hearings.get(waiter);
  if (known) return known;
  const hearing = open();
  hearings.set(waiter, hearing);
  return hearing;
}

/** Whether this waiter beat a moment ago. */
export const isBeating = (waiter: string): boolean => hearings.has(waiter);

const endings = new Map<string, ReturnType<typeof setTimeout>>();

/** Does a beat, and hangs up when no other follows: a page that was left, or a popup that was closed, says no good-bye. */
export async function whileBeating<T>(waiter: string, beat: () => Promise<T>): Promise<T> {
  clearTimeout(endings.get(waiter));
  try {
    return await beat();
  } finally {
    const end = () => {
      endings.delete(waiter);
      fireAndForget(endHearing(waiter), 'waiter gone');
    };
    endings.set(waiter, setTimeout(end, SILENCE));
  }
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
