// Which addresses are used on a site, newest use first, and what a new one would be. Leans on the vault and lib/providers;
// changes nothing.

import type { Account, Address } from '../model.ts';
import type { NewAddressSource } from '../requests.ts';
import { registrableDomain } from '../site.ts';
import type { Unlocked } from '../vault/vault.ts';
import { nextAddress } from './compute-address.ts';
import { knownDestinations } from './known-destinations.ts';
import { openAccounts } from './open-account.ts';
import { recallChoice, type SiteChoice } from './site-choices.ts';
import { recordsWith } from './site-tags.ts';

/** Active addresses of a site, the one used last first. */
export async function addressesOn(u: Unlocked, site: string): Promise<Address[]> {
  return (await recordsWith(u, 'address', site))
    .filter(({ active }) => active)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt));
}

/**
 * Where a new address for `site` can come from, the way of the last one first; the address itself where the account computes it,
 * and one offer a domain where the account has its own.
 */
export async function sourcesFor(u: Unlocked, site: string | null): Promise<NewAddressSource[]> {
  const accounts = await openAccounts(u);
  const offers = await Promise.all(
    accounts
      .filter(({ provider }) => provider.aliases !== undefined)
      .map(({ account }) => offersOf(u, account, site)),
  );
  const last = site === null ? null : await recallChoice(u, site);
  return last === null ? offers.flat() : preferring(offers.flat(), last);
}

async function offersOf(u: Unlocked, account: Account, site: string | null): Promise<NewAddressSource[]> {
  const preview = account.kind === 'local' && site !== null ? await nextAddress(u, account, site) : null;
  const home = { accountId: account.id, account: account.name, preview, domain: domainOf(account) };
  if (account.kind !== 'anonli') return [home];
  const known = await knownDestinations(u, account.id);
  const own = known?.domains.filter(({ verified }) => verified) ?? [];
  const recipients = (known?.recipients ?? []).filter(({ verified }) => verified);
  const alias: NewAddressSource = {
    ...home,
    forwards: true,
    // One alone is where everything goes anyway.
    ...(recipients.length > 1 && {
      recipients: recipients.map(({ remoteId, email, isDefault }) => ({ id: remoteId, email, isDefault })),
    }),
  };
  return [alias, ...own.map(({ domain }) => ({ ...alias, domain, wish: { domain } }))];
}

/** A domain that is gone since is no longer offered, and what else was wished then goes to none. */
function preferring(offers: readonly NewAddressSource[], last: SiteChoice): NewAddressSource[] {
  const isLast = ({ accountId, wish }: NewAddressSource) =>
    accountId === last.accountId && wish?.domain === last.wish.domain;
  const [first] = offers.filter(isLast);
  if (first === undefined) return [...offers];
  const isPlain = Object.keys(last.wish).length === 0;
  return [isPlain ? first : { ...first, wish: last.wish }, ...offers.filter((offer) => !isLast(offer))];
}

/**
 * The same accounts once more, in another shape than is offered already: without the site's name, which some sites look for, or in
 * words, where letters without a sense are taken for a robot's.
 */
export async function otherShapes(
  u: Unlocked,
  site: string,
  offered: readonly NewAddressSource[] = [],
): Promise<NewAddressSource[]> {
  const accounts = (await openAccounts(u)).map(({ account }) => account);
  const named = accounts
    .filter((account) => account.kind === 'local')
    .filter(({ format }) => format !== 'hash');
  const aliases = offered.filter(({ forwards, wish }) => forwards && wish?.domain === undefined);
  const local = named.map(
    async (account): Promise<NewAddressSource> => ({
      accountId: account.id,
      account: account.name,
      preview: await nextAddress(u, { ...account, format: 'hash' }, site),
      domain: null,
      format: 'hash',
      otherShape: true,
    }),
  );
  return [...(await Promise.all(local)), ...aliases.map(reshaped)];
}

function reshaped(source: NewAddressSource): NewAddressSource {
  const aliasFormat = source.wish?.aliasFormat === 'random_words' ? 'random_characters' : 'random_words';
  return { ...source, wish: { ...source.wish, aliasFormat }, otherShape: true };
}

/** Where an account's new addresses live, as far as its settings tell: an own server may hand out any domain. */
function domainOf(account: Account): string | null {
  if (account.kind === 'local') return null;
  const { hostname } = new URL(account.baseUrl);
  return registrableDomain(hostname);
}
