// Which addresses are used on a site, newest use first, and what a new one would be. Leans on the vault and lib/providers;
// changes nothing.
import type { NewAddressSource } from '../messages/contract.ts';
import type { Address } from '../model.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { recordsWith } from './site-tags.ts';

/** Active addresses of a site, the one used last first. */
export async function addressesOn(u: Unlocked, site: string): Promise<Address[]> {
  return (await recordsWith(u, 'address', site))
    .filter(({ active }) => active)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt));
}

/** Where a new address for `site` can come from; the address itself where the account computes it. */
export async function sourcesFor(u: Unlocked, site: string | null): Promise<NewAddressSource[]> {
  const accounts = await openAccounts(u);
  const known = site === null ? [] : await addressesOn(u, site);
  return Promise.all(
    accounts
      .filter(({ provider }) => provider.aliases !== undefined)
      .map(async ({ account, provider }) => {
        const taken = known.filter((address) => address.accountId === account.id).length;
        const computed =
          account.kind === 'local' && site !== null
            ? await provider.aliases?.create({ site, variant: taken })
            : undefined;
        return {
          accountId: account.id,
          account: account.name,
          preview: computed?.email ?? null,
          domain: account.kind === 'aliaskit' ? new URL(account.baseUrl).host.replace(/^www\./, '') : null,
        };
      }),
  );
}
