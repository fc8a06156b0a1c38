// Where the popup is: a tab, a screen in it, what it shows. Kept as a draft, so that reopening comes back to it while that
// is still what the user was doing; later the popup opens on the site in front of them.
import { useCallback, useEffect } from 'preact/hooks';
import * as v from 'valibot';
import { fireAndForget } from '../../lib/report.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { FIRST_PAGE } from './address-filter.ts';
import { askAhead } from './ask.ts';
import { useDraft } from './draft.ts';
import { firstMessages } from './message-filter.ts';

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

export type Go = (place: Partial<Place> & { tab: TabName }) => void;

/** After this long the popup opens on This site again, milliseconds. Forms are returned to without such a limit. */
const RETURN_MS = 5 * 60_000;

const HOME = { tab: 'site', screen: 'list', id: '', at: 0 };

const SCREENS = ['list', 'new', 'open', 'asked', 'groups'] as const;

const keptShape = v.object({ tab: v.string(), screen: v.string(), id: v.string(), at: v.number() });
/** The same in the browser's memory, where it can be read before the worker is awake. */
const shown = sessionItem('popup.place', keptShape, () => HOME);

/** What of a place can be asked for before it is certain. */
const AHEAD: Partial<Record<TabName, (id: string) => void>> = {
  addresses: () => {
    askAhead('addresses.search', FIRST_PAGE);
    // Their rows name accounts.
    askAhead('accounts.list', {});
  },
  inbox: (id) => askAhead('inbox.list', firstMessages(id)),
};

/** Asks for what this popup will most likely show, as soon as its page begins. */
export async function askAheadOfPlace(): Promise<void> {
  const { tab, screen, id } = placeOf(await shown.get(), OPENED_AT);
  if (screen === 'list') AHEAD[tab]?.(id);
}

/** @returns the place kept, if it is one and still meant; else the site in front of the user. */
export function placeOf(kept: typeof HOME, openedAt: number): Place {
  const tab = TABS.find((name) => name === kept.tab) ?? 'site';
  const screen = SCREENS.find((name) => name === kept.screen) ?? 'list';
  const meant = screen === 'new' || openedAt - kept.at < RETURN_MS;
  return meant ? { tab, screen, id: kept.id } : { tab: 'site', screen: 'list', id: '' };
}

/** When this page was opened: the age of a kept place is judged once, not while the popup stays open. */
const OPENED_AT = Date.now();

export function usePlace(): { place: Place; ready: boolean; go: Go } {
  const draft = useDraft('popup.place', HOME);
  const go = useCallback<Go>(
    (next) => draft.set({ screen: 'list', id: '', ...next, at: Date.now() }),
    [draft.set],
  );
  useEffect(() => {
    if (draft.ready) fireAndForget(shown.set(draft.value), 'place shown');
  }, [draft.ready, draft.value]);
  return { place: placeOf(draft.value, OPENED_AT), ready: draft.ready, go };
}
