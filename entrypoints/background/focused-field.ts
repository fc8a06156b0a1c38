// The field in focus, wherever in a tab it is: asked of the documents of the site in front, and of a frame of others only while the page
// itself says that the focus is in one. Leans on frame-origin and tab-calls; fills nothing, and takes no frame's word for whose it is.
import { AppError } from '../../lib/error.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { FieldVerdict } from '../../lib/messages/views.ts';
import { browser, type FrameTarget, injectIntoTab } from '../../lib/platform.ts';
import { siteOf } from '../../lib/site.ts';
import type { CurrentTab } from './current-tab.ts';
import { originOf } from './frame-origin.ts';
import { callTab } from './tab-calls.ts';

export interface FocusedField {
  target: FrameTarget;
  report: FieldReport;
}

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
