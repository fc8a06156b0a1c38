// Which calls are a person's doing and so move the lock's deadline on. Leans on locking; a page of ours that merely refreshes
// itself must not keep the vault open for ever.
import type { AppCalls, MenuCalls } from '../../lib/messages/contract.ts';
import { fireAndForget } from '../../lib/report.ts';
import { noteActivity } from './locking.ts';

/** Calls our pages make by themselves: on opening, on a change, on a tick; every one that a screen keeps fresh is among them. */
export const PASSIVE: ReadonlySet<string> = new Set<keyof AppCalls | keyof MenuCalls>([
  'vault.status',
  'vault.lock',
  'vault.erase',
  'settings.get',
  'browser.state',
  'site.current',
  'site.here',
  'site.rules',
  'site.why',
  'sync.state',
  'destinations.known',
  'destinations.list',
  'destinations.records',
  'quota.get',
  'site.beat',
  'site.mutes',
  'accounts.list',
  'addresses.list',
  'addresses.search',
  'addresses.get',
  'addresses.waiting',
  'addresses.domains',
  'addresses.groups',
  'addresses.sources',
  'inbox.list',
  'inbox.beat',
  'inbox.counts',
  'inbox.get',
  'inbox.pull',
  'identities.groups',
  'identities.open',
  'cards.book',
  'cards.list',
  'cards.pull',
  'cards.refresh',
  'checks.list',
  'checks.look',
  'checks.here',
  'asked.list',
  'checks.templates',
  'verifiers.list',
  'checks.link',
  'checks.asked',
  'totp.list',
  'totp.held',
  'twins.list',
  'webhooks.scopes',
  'webhooks.list',
  'webhooks.get',
  'webhooks.events',
  'webhooks.deliveries',
  'insights.get',
  'draft.get',
  'menu.view',
  'menu.frame',
]);

type Handler = (args: never, from: never) => Promise<unknown>;

/** The same table, noting a person's doing after each call that succeeded. */
export function withActivity<Table extends Record<keyof Table, Handler>>(table: Table): Table {
  const noted = Object.entries<Handler>(table).map(([name, handler]) => [
    name,
    async (args: never, from: never) => {
      const reply = await handler(args, from);
      if (!PASSIVE.has(name)) fireAndForget(noteActivity(), 'activity');
      return reply;
    },
  ]);
  return Object.fromEntries(noted) as Table;
}
