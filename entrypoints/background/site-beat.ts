// While the popup shows a site or the inbox, what comes is heard: its user may be looking for a link, on a page without a field. Leans on
// hearings; ends soon after the popup is gone, and asks nothing beside a page's own wait.
import { canReceiveCodes, lettersFor } from '../../lib/actions/find-codes.ts';
import { type Pulled, pullInbox } from '../../lib/actions/pull-inbox.ts';
import { watchInbox } from '../../lib/actions/watch-inbox.ts';
import { peekVault, requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import type { CurrentTab } from './current-tab.ts';
import { isBeating, pullOnLine, waitForNews, waitOnLine, whileBeating } from './hearings.ts';
import { waitOn } from './waits.ts';

/** Without a running wait the popup still shows what came in the last minutes: people open it after the mail came. */
export const RECENT = 10 * 60_000;

/** From when on messages count for the popup: its user sees whence each came, and how old it is. */
export const sinceFor = (wait: { since: number } | null, now: number): number =>
  Math.min(wait?.since ?? now, now - RECENT);

/** Milliseconds between two lists where there is no line, and between two looks while the page itself waits. */
const PACE = 5000;
let told = '';

/** @returns milliseconds until the next beat; null where nothing could come. */
export async function beatHere(tab: CurrentTab | null): Promise<number | null> {
  const { u } = await peekVault();
  if (u === null || !tab?.site || !(await canReceiveCodes(u, tab.site))) return null;
  const { site, tabId } = tab;
  const now = Date.now();
  const theirs = await waitOn(tabId, site, now);
  if (theirs !== null && isBeating(theirs.documentId)) return PACE;
  const wait = { site, since: now - RECENT };
  const waiter = `site ${site}`;
  const { trouble, live } = await whileBeating(waiter, () => waitForNews(u, waiter, wait, null));
  const { codes, links, unclear } = await lettersFor(u, wait);
  const here = [site, ...[...codes, ...links, ...unclear].map(({ messageId }) => messageId)].join(' ');
  if (here !== told) announce('codes', 'inbox');
  told = here;
  return live ? 0 : Math.max(PACE, trouble?.detail.retryAfter ?? 0);
}

const waiterOf = (addressId: string | null): string => `inbox ${addressId ?? ''}`;

/** Fetches the newest messages for the screen that will beat, or beats already. */
export async function pullForInbox(addressId: string | null): Promise<Pulled> {
  const u = await requireUnlocked();
  const waiter = waiterOf(addressId);
  const pulled = await whileBeating(waiter, () =>
    pullOnLine(waiter, (onTrouble) => watchInbox(u, addressId, onTrouble)),
  );
  return pulled ?? pullInbox(u, addressId);
}

/** The same for the inbox of one identity, or of all (null). @returns null where there is no line: then it is fetched by hand */
export async function beatInbox(addressId: string | null): Promise<number | null> {
  const { u } = await peekVault();
  if (u === null) return null;
  const waiter = waiterOf(addressId);
  const heard = await whileBeating(waiter, () =>
    waitOnLine(waiter, (onTrouble) => watchInbox(u, addressId, onTrouble)),
  );
  if (heard === null) return null;
  if (heard.came) announce('inbox');
  return heard.live ? 0 : PACE;
}
