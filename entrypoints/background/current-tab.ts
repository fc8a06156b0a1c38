// The tab in front of the user: its site, and the field in focus in it. Works with site access or with the `activeTab` that a
// click on the toolbar, a command or the context menu brings. Leans on lib/platform; believes no page about its origin.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { FieldVerdict } from '../../lib/messages/views.ts';
import { browser, type FrameTarget, injectIntoTab, runInTab } from '../../lib/platform.ts';
import { siteOf } from '../../lib/site.ts';
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
 * The focused field that we can fill, in the main frame or a frame of the same origin.
 * Errors: `no-access` when the browser keeps us out (a page of its own, or no grant), `no-field` when nothing suitable has focus.
 */
export async function findFocusedField(tabId: number): Promise<FocusedField> {
  const frames = await injectIntoTab(tabId, '/page.js').catch(() => {
    throw new AppError('no-access');
  });
  for (const { frameId, documentId } of frames) {
    const target = { tabId, frameId, documentId };
    const report = await focusedIn(target);
    if (report) return { target, report };
  }
  const foreign = await foreignFocus(tabId);
  throw foreign === null ? new AppError('no-field') : new AppError('no-access', { host: foreign });
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

/**
 * The verdict on the field in focus, offered or not, from the first frame that has one; null where none has.
 * Errors: `no-access` as above.
 */
export async function findVerdict(tabId: number): Promise<FieldVerdict | null> {
  const frames = await injectIntoTab(tabId, '/page.js').catch(() => {
    throw new AppError('no-access');
  });
  for (const { frameId, documentId } of frames) {
    try {
      const { verdict } = await callTab({ tabId, frameId, documentId }, 'tab.verdict', {});
      if (verdict) return verdict;
    } catch (error) {
      // A frame that went away meanwhile holds no focus.
      if (!(error instanceof AppError)) throw error;
    }
  }
  const foreign = await foreignFocus(tabId);
  if (foreign === null) return null;
  throw new AppError('no-access', { host: foreign });
}

/** @returns the origin of a frame we may not enter that holds the focus, as the main document's element names it, or null. */
async function foreignFocus(tabId: number): Promise<string | null> {
  const [result] = await browser.scripting.executeScript({ target: { tabId }, func: focusedFrameOrigin });
  const origin = result?.result;
  return typeof origin === 'string' ? origin.slice(0, 300) : null;
}

/** Runs in the page, in our own world: no closure, no import. */
function focusedFrameOrigin(): string | null {
  const frame = document.activeElement;
  if (!(frame instanceof HTMLIFrameElement) || frame.contentDocument !== null) return null;
  return URL.canParse(frame.src) ? new URL(frame.src).origin : null;
}
