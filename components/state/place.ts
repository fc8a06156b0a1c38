// Where the popup is: a tab, a screen in it, what it shows; and what of that the browser's memory keeps, where it can be read before
// the worker is awake. Leans on storage.session; asks nothing and draws nothing.
import * as v from 'valibot';
import { sessionItem } from '../../lib/session-item.ts';

export const TABS = ['site', 'addresses', 'inbox', 'codes', 'cards', 'checks'] as const;
export type TabName = (typeof TABS)[number];

export interface Place {
  tab: TabName;
  /**
   * `list` is the tab itself; `new` a form; `open` one entry, by `id`; `asked` checks asked of the user, one by `id` or all; `groups`
   * those of identities, one by its name in `id`, or all.
   */
  screen: 'list' | 'new' | 'open' | 'asked' | 'groups';
  id: string;
}

/** After this long the popup opens on This site again, milliseconds. Forms are returned to without such a limit. */
const RETURN_MS = 5 * 60_000;

/** What is kept of a place; `at` is when it was gone to, milliseconds since 1970. */
export const HOME = { tab: 'site', screen: 'list', id: '', at: 0 };

const SCREENS = ['list', 'new', 'open', 'asked', 'groups'] as const;

const keptShape = v.object({ tab: v.string(), screen: v.string(), id: v.string(), at: v.number() });
/** The place shown last. The vault's own draft says the same, sealed, and is what counts. */
export const shownPlace = sessionItem('popup.place', keptShape, () => HOME);

/** @returns the place kept, if it is one and still meant; else the site in front of the user. */
export function placeOf(kept: typeof HOME, openedAt: number): Place {
  const tab = TABS.find((name) => name === kept.tab) ?? 'site';
  const screen = SCREENS.find((name) => name === kept.screen) ?? 'list';
  const meant = screen === 'new' || openedAt - kept.at < RETURN_MS;
  return meant ? { tab, screen, id: kept.id } : { tab: 'site', screen: 'list', id: '' };
}
