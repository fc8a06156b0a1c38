// The addresses for one field: those used on the site first, or, where the site has just refused one, another kind of
// address first and the refused ones not at all. Leans on lib/actions and rejections; values for the menu and popup only.
import { nextSources } from '../../lib/actions/next-kind.ts';
import { openAccounts } from '../../lib/actions/open-account.ts';
import { addressesOn, otherShapes, sourcesFor } from '../../lib/actions/site-addresses.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import type { Unlocked } from '../../lib/vault/vault.ts';
import { noteRefusal } from './rejections.ts';

type Part = Pick<MenuView, 'addresses' | 'sources' | 'rejected'>;

/** @param isNew whether a new address may be offered here. @param isRefused whether the field was reported as refused. */
export async function addressOffers(
  u: Unlocked,
  site: string,
  isNew: boolean,
  isRefused: boolean,
): Promise<Part> {
  const [used, own, accounts] = await Promise.all([
    addressesOn(u, site),
    isNew ? sourcesFor(u, site) : [],
    openAccounts(u),
  ]);
  // On a log-in the site refuses the pair of name and password, or does not know the name: no other kind would help.
  const refused = isRefused && isNew ? await noteRefusal(used, Date.now()) : [];
  const names = new Map(accounts.map(({ account }) => [account.id, account.name]));
  const addresses = used
    .filter((address) => !refused.includes(address))
    .map(({ id, email, label, accountId, persona }) => ({
      id,
      email,
      label,
      account: names.get(accountId) ?? '',
      ...(persona === null ? {} : { persona: true as const }),
    }));
  if (!isRefused || !isNew) return { addresses, sources: own, rejected: null };
  const sources = nextSources([...own, ...(await otherShapes(u, site, own))], refused);
  return { addresses, sources, rejected: { email: refused[0]?.email ?? null } };
}
