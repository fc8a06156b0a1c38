// The tab in front of the user: its site, and the field in focus in it. Works with site access or with the `activeTab` that a
// click on the toolbar, a command or the context menu brings. Leans on lib/platform; believes no page about its origin.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { FieldVerdict } from '../../lib/messages/views.ts';
import { browser, type FrameTarget, injectIntoTab, runInTab } from '../../lib/platform.ts';
import { siteOf } from '../../lib/site.ts';
import { originOf } from './frame-origin.ts';
import { callTab } from './tab-calls.ts';

export interface CurrentTab {
  tabId: number;
  /** Null where the browser does not show it to us, or where no extension may work. */
  url: string | null;
  site: string | null;
}

export interface FocusedField {
  target: FrameTarget;
  report: FieldReport;
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

/**
 * The focused field that we can fill, in the main frame or a frame of the same site, or in one of `into`.
 * Errors: `no-access` when the browser keeps us out (a page of its own, or no grant), `no-field` when nothing suitable has focus,
 * `forbidden` (what: `frame`) when it is in a frame of another site; both name its origin in `host`.
 * @param into a foreign origin that the user has agreed to
 */
export async function findFocusedField(tab: CurrentTab, into?: string): Promise<FocusedField> {
  const { target, found } = await lookIn(tab, focusedIn, into);
  return { target, report: found };
}

/**
 * Asks the documents of a tab, the page's own ones first. A frame of others keeps a focus of its own when the user has left it,
 * or never was there: it is asked only while the page itself says that the focus is in such a frame.
 */
async function lookIn<Found>(
  tab: CurrentTab,
  ask: (target: FrameTarget) => Promise<Found | null>,
  into?: string,
): Promise<{ target: FrameTarget; found: Found }> {
  const { tabId } = tab;
  const isOwn = (origin: string | null) => origin !== null && siteOf(origin) === tab.site;
  const frames = await injectIntoTab(tabId, '/page.js').catch(() => {
    throw new AppError('no-access');
  });
  const placed = await Promise.all(
    frames.map(async (frame) => ({
      target: { tabId, ...frame },
      origin: await originOf({ tabId, ...frame }),
    })),
  );
  for (const { target, origin } of placed) {
    const found = isOwn(origin) ? await ask(target) : null;
    if (found !== null) return { target, found };
  }
  const foreign = await foreignFocus(tabId);
  if (foreign === null) throw new AppError('no-field');
  const others = placed
    .filter(({ origin }) => origin !== null && !isOwn(origin))
    .sort((a, b) => Number(b.origin === foreign) - Number(a.origin === foreign));
  for (const { target, origin } of others) {
    const found = await ask(target);
    if (found === null) continue;
    if (origin === into) return { target, found };
    throw new AppError('forbidden', { what: 'frame', host: origin ?? foreign });
  }
  throw new AppError('no-access', { host: foreign });
}

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

async function focusedIn(target: FrameTarget): Promise<FieldReport | null> {
  try {
    return (await callTab(target, 'tab.focused', {})).report;
  } catch (error) {
    // A frame that went away meanwhile holds no focus.
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function verdictIn(target: FrameTarget): Promise<FieldVerdict | null> {
  try {
    return (await callTab(target, 'tab.verdict', {})).verdict;
  } catch (error) {
    // As above.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * The verdict on the field in focus, offered or not, from the first document of the page's own site that has one; null where
 * none has. Errors: `no-access` and `forbidden` as above.
 */
export async function findVerdict(tab: CurrentTab): Promise<FieldVerdict | null> {
  try {
    return (await lookIn(tab, verdictIn)).found;
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-field') return null;
    throw error;
  }
}

/** @returns the origin of a frame of others that holds the focus, as the element in the page names it, or null. */
async function foreignFocus(tabId: number): Promise<string | null> {
  const [result] = await browser.scripting.executeScript({ target: { tabId }, func: focusedFrameOrigin });
  const origin = result?.result;
  return typeof origin === 'string' ? origin.slice(0, 300) : null;
}

/** Runs in the page, in our own world: no closure, no import. */
function focusedFrameOrigin(): string | null {
  let element = document.activeElement;
  for (let depth = 0; element && depth < 20; depth += 1) {
    if (element.shadowRoot) {
      element = element.shadowRoot.activeElement;
      continue;
    }
    if (element.localName !== 'iframe') return null;
    const { contentDocument, src } = element as HTMLIFrameElement;
    if (contentDocument === null) return URL.canParse(src) ? new URL(src).origin : null;
    element = contentDocument.activeElement;
  }
  return null;
}
