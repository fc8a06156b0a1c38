// Which site brought a person to the page in a tab: its referrer, else the tab that opened it. Leans on scripting (site access, or a
// click's `activeTab`); a hint and no proof, since a page may hide where it was linked from, and knows only the origin.
import { browser } from '../../lib/platform.ts';

/** @returns the origin of the page before, or null where the browser does not tell it, or it is the page's own. */
export async function cameFrom(tabId: number, url: string): Promise<string | null> {
  return other(await referrerOf(tabId), url) ?? other(await openerOf(tabId), url);
}

async function referrerOf(tabId: number): Promise<string | null> {
  // No access, or a page of the browser's own: then it is not known.
  const [result] = await browser.scripting
    .executeScript({ target: { tabId }, func: readReferrer })
    .catch(() => []);
  return typeof result?.result === 'string' ? result.result : null;
}

/** Runs in the page, in our own world: no closure, no import. */
function readReferrer(): string {
  return document.referrer.slice(0, 2000);
}

/** The tab a link was followed from. It may show another page by now; of two hints this is the weaker one. */
async function openerOf(tabId: number): Promise<string | null> {
  const { openerTabId } = await browser.tabs.get(tabId);
  if (openerTabId === undefined) return null;
  const opener = await browser.tabs.get(openerTabId).catch(() => null);
  return opener?.url ?? null;
}

function other(before: string | null, url: string): string | null {
  if (before === null || !URL.canParse(before)) return null;
  const { protocol, origin } = new URL(before);
  return /^https?:$/.test(protocol) && origin !== new URL(url).origin ? origin : null;
}
