// Every kind of account, as a total table: a new kind does not compile until it has a provider and a list of slots.
// Leans on one folder a kind; knows nothing of any of them.
import type { Account, AccountKind } from '../model.ts';
import type { SlotName } from '../slot-name.ts';
import { aliaskit } from './aliaskit/aliaskit.ts';
import { anonli } from './anonli/anonli.ts';
import { createTransport, type MakeTransport } from './http.ts';
import { kayle } from './kayle/kayle.ts';
import { local } from './local/local.ts';
import type { Provider } from './provider.ts';

type AccountOf<K extends AccountKind> = Extract<Account, { kind: K }>;
type Make<K extends AccountKind> = (account: AccountOf<K>, makeTransport: MakeTransport) => Provider;

const KINDS: { readonly [K in AccountKind]: { make: Make<K>; slots: readonly SlotName[] } } = {
  local: { make: local, slots: ['aliases'] },
  aliaskit: {
    make: aliaskit,
    slots: ['aliases', 'identities', 'inbox', 'events', 'phones', 'cards', 'totps'],
  },
  anonli: { make: anonli, slots: ['aliases', 'labels', 'destinations', 'vault', 'quota'] },
  kayle: { make: kayle, slots: ['checks', 'webhooks', 'insights'] },
};

/**
 * The provider of an account. Cheap: made anew for each use.
 * @param makeTransport the real network, uncounted, unless told (the worker adds a meter a key)
 * @throws AppError `rejected` or `insecure-url` if the account's own settings cannot work
 */
export function openProvider<K extends AccountKind>(
  account: AccountOf<K> & { kind: K },
  makeTransport: MakeTransport = createTransport,
): Provider {
  const make: Make<K> = KINDS[account.kind].make;
  return make(account, makeTransport);
}

/** What a kind of account can do, without having one. */
export function slotsOf(kind: AccountKind): readonly SlotName[] {
  return KINDS[kind].slots;
}
