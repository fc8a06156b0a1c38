// An alias found at its service whose label is the name of a site belongs to that site: that is how labels are made here, so that it
// is offered there again on another device. Leans on the vault; touches no address that has a site already.
import { siteOfHost } from '../site.ts';
import { getRecords } from '../vault/bulk.ts';
import { type TagChange, transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { tagOf } from './site-tags.ts';

/** @param ids of addresses that came new, or whose labels have just opened */
export async function claimSites(u: Unlocked, ids: readonly string[]): Promise<void> {
  const claims: { id: string; site: string; tag: TagChange }[] = [];
  for (const address of await getRecords(u, 'address', ids)) {
    const { id, label: site } = address;
    if (address.site !== null || !isSite(site)) continue;
    claims.push({ id, site, tag: await tagOf('address', { ...address, site }) });
  }
  if (claims.length === 0) return;
  await transact(u, ['address'], async (tx) => {
    for (const { id, site, tag } of claims) {
      const known = await tx.get('address', id);
      if (known?.site === null && known.label === site) await tx.put('address', { ...known, site }, tag);
    }
  });
}

/** A whole domain with a dot, as we write it; `Shop` and `10.0.0.1 router` are words. */
const isSite = (text: string): boolean => /^[^\s.]+(?:\.[^\s.]+)+$/.test(text) && siteOfHost(text) === text;
