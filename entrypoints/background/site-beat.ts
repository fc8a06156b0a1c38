// While the popup shows a site, what comes to the addresses used there is heard, as for a page that waits: its user may be looking for
// a link, on a page without a field. Leans on hearings; ends soon after the popup is gone, and asks nothing beside a page's own wait.
import { canReceiveCodes, lettersFor } from '../../lib/actions/find-codes.ts';
import { fireAndForget } from '../../lib/report.ts';
import { peekVault } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import type { CurrentTab } from './current-tab.ts';
import { endHearing, waitForNews } from './hearings.ts';
import { waitOn } from './waits.ts';

/** Without a running wait the popup still shows what came in the last minutes: people open it after the mail came. */
export const RECENT = 10 * 60_000;

/** Milliseconds between two lists where there is no line, and between two looks while the page itself waits. */
const PACE = 5000;
/** A popup that was closed asks no more. */
const SILENCE = 15_000;

let ending: ReturnType<typeof setTimeout> | undefined;
let told = '';

/** @returns milliseconds until the next beat; null where nothing could come. */
export async function beatHere(tab: CurrentTab | null): Promise<number | null> {
  const { u } = await peekVault();
  if (u === null || !tab?.site || !(await canReceiveCodes(u, tab.site))) return null;
  const { site, tabId } = tab;
  const now = Date.now();
  if ((await waitOn(tabId, site, now)) !== null) return PACE;
  const wait = { site, since: now - RECENT };
  clearTimeout(ending);
  const waiter = `popup ${site}`;
  const { trouble, live } = await waitForNews(u, waiter, wait, null);
  ending = setTimeout(() => fireAndForget(endHearing(waiter), 'popup closed'), SILENCE);
  const { codes, links, unclear } = await lettersFor(u, wait);
  const here = [site, ...[...codes, ...links, ...unclear].map(({ messageId }) => messageId)].join(' ');
  if (here !== told) announce('codes', 'inbox');
  told = here;
  return live ? 0 : Math.max(PACE, trouble?.detail.retryAfter ?? 0);
}
