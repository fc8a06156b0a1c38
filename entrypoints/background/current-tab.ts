// The tab in front of the user: its site, and its page as a test case. Works with site access or with the `activeTab` that a click on the
// toolbar, a command or the context menu brings. Leans on lib/platform; believes no page about its origin.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import { browser, runInTab } from '../../lib/platform.ts';
import { siteOf } from '../../lib/site.ts';

export interface CurrentTab {
  tabId: number;
  /** Null where the browser does not show it to us, or where no extension may work. */
  url: string | null;
  site: string | null;
}

export async function currentTab(): Promise<CurrentTab | null> {
  const tab = await tabInFront();
  if (tab?.id === undefined) return null;
  const url = tab.url ?? null;
  return { tabId: tab.id, url, site: url === null ? null : siteOf(url) };
}

/** Where the browser does not open the popup by itself it stands in a small window of its own: that is not what the user looks at. */
async function tabInFront(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!tab?.url?.startsWith(browser.runtime.getURL('/popup.html'))) return tab;
  const others = await browser.tabs.query({ active: true, windowType: 'normal' });
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0] ?? tab;
}
type Tab = Awaited<ReturnType<typeof browser.tabs.query>>[number];

/** What the script returns, far above its own cap. */
const exported = v.pipe(v.string(), v.maxLength(1_000_000));

/** The main document as a test case, named by its site alone. Errors: `no-access`. */
export async function exportCurrent(tab: CurrentTab | null): Promise<{ name: string; html: string }> {
  if (!tab?.site) throw new AppError('no-access');
  const result = await runInTab(tab.tabId, '/fixture.js').catch(() => {
    throw new AppError('no-access');
  });
  const html = v.safeParse(exported, result);
  if (!html.success) throw new AppError('malformed', { what: 'page' });
  return { name: `${tab.site.replace(/[^a-z0-9]+/g, '-')}.html`, html: html.output };
}
