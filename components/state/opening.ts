// What a popup asks first, asked before its screens are there: the vault's state, where it was left, and what was shown there. Leans
// on ahead.ts, where screens find the answers. Draws nothing and needs nothing that draws: the page's first script is made of it.
import { askBackground } from '../../lib/messages/client.ts';
import type { AppCalls, ArgsOf } from '../../lib/messages/contract.ts';
import { PAGE_ROWS } from '../../lib/page-of.ts';
import { keepAhead } from './ahead.ts';
import { placeOf, shownPlace, type TabName } from './place.ts';

/** Everything asked here is only read. */
const send = askBackground<AppCalls>('all');

/** Asks now what a screen will ask by `ask` (ask.ts) in a moment. */
export function askAhead<Name extends keyof AppCalls & string>(
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): void {
  keepAhead(call, args, send(call, args));
}

/** What of a place can be asked for before it is certain: as its screen will ask it while nothing narrows the list. */
const AT_PLACE: Partial<Record<TabName, (id: string) => void>> = {
  site: () => askAhead('site.current', {}),
  addresses: () => {
    askAhead('addresses.search', { text: '', sort: 'best', filter: {}, offset: 0, limit: PAGE_ROWS });
    // Their rows name accounts.
    askAhead('accounts.list', {});
  },
  inbox: (id) => {
    const filter = id === '' ? {} : { addressId: id };
    askAhead('inbox.list', { text: '', filter, offset: 0, limit: PAGE_ROWS });
  },
};

/** Asks for what this popup will most likely show; the first question wakes the worker. */
export async function askForOpening(): Promise<void> {
  askAhead('vault.status', {});
  const { tab, screen, id } = placeOf(await shownPlace.get(), Date.now());
  if (screen === 'list') AT_PLACE[tab]?.(id);
  askAhead('draft.get', { place: 'popup.place' });
  askAhead('settings.get', {});
}
