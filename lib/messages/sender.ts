// Who is asking: judged by what the browser says of the sender, never by what the message says of itself. Leans on
// lib/site.ts; knows no call and no handler.
import type { Runtime } from 'webextension-polyfill';
import { type FrameTarget, frameOf } from '../platform.ts';
import { siteOf } from '../site.ts';

/** A content script of ours, in a page that may be hostile. */
export interface PageSender {
  kind: 'page';
  frame: FrameTarget;
  /** Serialised origin as the browser states it. */
  origin: string;
  /** Registrable domain of that origin. */
  site: string;
  /** Whether the frame is the tab's own document or shares its origin; false also when that cannot be told. */
  sameOriginAsTop: boolean;
  incognito: boolean;
}

/** Our menu frame inside a page. What it may do still hangs on its ticket. */
export interface MenuSender {
  kind: 'menu';
  frame: FrameTarget;
  /** Document id of the page that holds the frame, where the browser tells (Firefox). */
  parentDocumentId: string | null;
}

/** Our panel beside a page that asks for an identity check. What it may do hangs on its ticket, like the menu's. */
export interface PanelSender extends Omit<MenuSender, 'kind'> {
  kind: 'panel';
}

/** Our popup or options page: a top-level document of the extension. */
export interface AppSender {
  kind: 'app';
  tabId: number | null;
}

export type Sender = PageSender | MenuSender | PanelSender | AppSender;

/** Our own origin, as `new URL(runtime.getURL('')).origin`, and our id. */
export interface Self {
  id: string;
  origin: string;
}

const APP_PATHS = new Set(['/popup.html', '/options.html']);
/** Pages of ours that stand in a frame of somebody else's. */
const FRAMED: ReadonlyMap<string, 'menu' | 'panel'> = new Map([
  ['/menu.html', 'menu'],
  ['/before.html', 'panel'],
]);

/**
 * @returns who sent a message, or null when nobody we answer did: another extension, an opaque origin (sandboxed
 *   documents), a page without a site, one of our pages where it should not be (an app page inside a frame).
 */
export function judgeSender(sender: Runtime.MessageSender, self: Self): Sender | null {
  if (sender.id !== self.id || !sender.url) return null;
  const url = parseUrl(sender.url);
  if (!url) return null;
  const stated = statedOrigin(sender);
  // Our own pages have our own origin or, sandboxed by the page around them, none that counts.
  if (isOwn(url, self)) return stated === null || stated === self.origin ? judgeOwnPage(sender, url) : null;
  const origin = stated ?? url.origin;
  if (origin === 'null') return null;
  const frame = frameOf(sender);
  const site = siteOf(origin);
  if (!frame || !site) return null;
  const top = sender.tab?.url ? parseUrl(sender.tab.url) : null;
  return {
    kind: 'page',
    frame,
    origin,
    site,
    sameOriginAsTop: frame.frameId === 0 || top?.origin === origin,
    incognito: sender.tab?.incognito ?? false,
  };
}

function judgeOwnPage(sender: Runtime.MessageSender, url: URL): Sender | null {
  const frame = frameOf(sender);
  const framed = FRAMED.get(url.pathname);
  if (framed) {
    if (!frame || frame.frameId === 0) return null;
    const parent = (sender as { parentDocumentId?: string }).parentDocumentId ?? null;
    return { kind: framed, frame, parentDocumentId: parent };
  }
  if (!APP_PATHS.has(url.pathname)) return null;
  if (frame && frame.frameId !== 0) return null;
  return { kind: 'app', tabId: frame?.tabId ?? null };
}

function isOwn(url: URL, self: Self): boolean {
  return `${url.protocol}//${url.host}` === self.origin;
}

/** `sender.origin` where the browser gives one; Chrome writes `null` for opaque ones as the string "null". */
function statedOrigin(sender: Runtime.MessageSender): string | null {
  const origin = (sender as { origin?: string }).origin;
  return origin === undefined ? null : origin.replace(/\/$/, '');
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
