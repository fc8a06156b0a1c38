// Ways to our own pages. Leans on the browser's tabs; knows the options page's sections and nothing of their content.
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';

export const SECTIONS = ['accounts', 'security', 'sites', 'shortcuts', 'appearance', 'about'] as const;
export type Section = (typeof SECTIONS)[number];
export type Route = Section | 'welcome';

/** @returns the route in an address such as `#/security`, or null. */
export function routeOf(hash: string): Route | null {
  const name = hash.replace(/^#\/?/, '').split('/')[0] ?? '';
  if (name === 'welcome') return 'welcome';
  return SECTIONS.find((section) => section === name) ?? null;
}

/** Shows a section of the options page: here if this is that page, else in a tab of its own. */
export function openOptions(route: Route): void {
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
