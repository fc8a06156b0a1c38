// Ways to our own pages. Leans on the browser's tabs; knows the options page's sections and nothing of their content.
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';

export const SECTIONS = [
  'accounts',
  'forwarding',
  'checks',
  'asked',
  'security',
  'sites',
  'shortcuts',
  'appearance',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];
export type Route = Section | 'welcome' | 'link';

/** @returns the route in an address such as `#/security`, or null. */
export function routeOf(hash: string): Route | null {
  const name = hash.replace(/^#\/?/, '').split('/')[0] ?? '';
  if (name === 'welcome' || name === 'link') return name;
  return SECTIONS.find((section) => section === name) ?? null;
}

/** @returns what a section is about, in an address such as `#/forwarding/ID`, or null. */
export function subjectOf(hash: string): string | null {
  return hash.replace(/^#\/?/, '').split('/')[1] || null;
}

/** The same, as the address changes. */
export function useSubject(): string | null {
  const [subject, setSubject] = useState(() => subjectOf(location.hash));
  useEffect(() => {
    const follow = () => setSubject(subjectOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return subject;
}

/**
 * Shows a section of the options page: here if this is that page, else in a tab of its own.
 * @param subject what it is about, for a section that shows one thing at a time
 */
export function openOptions(section: Route, subject?: string): void {
  const route = subject === undefined ? section : `${section}/${subject}`;
  if (location.pathname === '/options.html') {
    location.hash = `#/${route}`;
    return;
  }
  fireAndForget(
    browser.tabs
      .create({ url: browser.runtime.getURL(`/options.html#/${route}`) })
      .then(() => window.close()),
    'openOptions',
  );
}
