// Asking the browser for a site: origins as match patterns, and the request itself. Must be called straight from a click,
// with nothing awaited before it, or the browser refuses. Leans on lib/platform.ts; registers nothing itself.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { ask } from './ask.ts';

export const ALL_SITES = '*://*/*';

/** @returns match patterns for a site: its registrable domain with every host below it; IP addresses stand alone. */
export function patternsOf(site: string): string[] {
  const lonely = /^[\d.]+$/.test(site) || site.startsWith('[') || !site.includes('.');
  return [lonely ? `*://${site}/*` : `*://*.${site}/*`];
}

/** @returns the match pattern of exactly one origin (ports are not part of patterns), or null if `url` is none. */
export function patternOfUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

/**
 * Shows the browser's own question. The background learns the answer from the browser too: the popup may be gone by then.
 * @returns whether the user agreed.
 */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins }).then(tellBackground);
}

export function dropAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins }).then(tellBackground);
}

async function tellBackground(changed: boolean): Promise<boolean> {
  if (changed) await ask('access.changed', {});
  return changed;
}

/** @returns whether a match pattern is granted: null until the browser said; `again` asks anew. */
export function useAccess(pattern: string): { allowed: boolean | null; again: () => void } {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const again = useCallback(() => {
    fireAndForget(browser.permissions.contains({ origins: [pattern] }).then(setAllowed), 'useAccess');
  }, [pattern]);
  useEffect(again, [again]);
  return { allowed, again };
}
