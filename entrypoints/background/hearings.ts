// The live lines of waiting pages, one a document, for as long as the worker lives and the wait goes on: lost with the worker, they
// are begun anew at the next beat. Leans on lib/actions/hear-inbox.ts; asks nobody by itself.
import { type CodeWait, pollCodes } from '../../lib/actions/find-codes.ts';
import { type Hearing, hearInboxes } from '../../lib/actions/hear-inbox.ts';
import { AppError } from '../../lib/error.ts';
import { reportBug } from '../../lib/report.ts';
import type { Unlocked } from '../../lib/vault/vault.ts';

const hearings = new Map<string, Promise<Hearing>>();

/** A beat is held no longer than this: an event page that answers nothing for half a minute is put to sleep, socket and all. */
const HOLD = 10_000;

/**
 * Waits for news on the document's live line where there is one, else asks the inboxes by turns.
 * @returns the trouble of asking, and whether the line was what was waited for: then the next beat may come at once
 */
export async function waitForNews(
  u: Unlocked,
  documentId: string,
  wait: CodeWait,
): Promise<{ trouble: AppError | null; live: boolean }> {
  const hearing = await hearingOf(u, documentId, wait);
  if (hearing.isComplete()) {
    await hearing.news(HOLD);
    if (hearing.isComplete()) return { trouble: null, live: true };
  }
  return { trouble: await pollCodes(u, wait), live: false };
}

function hearingOf(u: Unlocked, documentId: string, wait: CodeWait): Promise<Hearing> {
  const known = hearings.get(documentId);
  if (known) return known;
  const hearing = hearInboxes(u, wait, (error) => {
    // Locked, full, out of reach: the next beat meets the same and says it.
    if (!(error instanceof AppError)) reportBug('hearing', error);
  });
  hearings.set(documentId, hearing);
  return hearing;
}

/** Hangs up. */
export async function endHearing(documentId: string): Promise<void> {
  const hearing = hearings.get(documentId);
  hearings.delete(documentId);
  (await hearing)?.end();
}

/** Hangs up on every document but those that still wait. */
export async function endHearingsBut(documentIds: ReadonlySet<string>): Promise<void> {
  await Promise.all([...hearings.keys()].filter((id) => !documentIds.has(id)).map(endHearing));
}
