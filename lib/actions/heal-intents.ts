// Creations whose answer never came, looked for after a list was read: by the mark in an identity's metadata, or, where a
// service keeps no mark, by being the only one it can be. Leans on the vault and lib/providers; creates nothing.
import type { Address } from '../model.ts';
import type { Provider, RemoteAddress } from '../providers/provider.ts';
import type { Link } from '../sync/link.ts';
import { listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { keepAlias } from './create-alias.ts';
import { dropIntents, type Intent, intentId, MARK, openIntents } from './creation-intents.ts';
import { claimable } from './find-made.ts';
import { tagOf } from './site-tags.ts';

/** A creation older than this was either found or never happened. */
const INTENT_LIFE = 24 * 60 * 60_000;
/** A request that was sent longer ago than this has had its effect, or will have none. */
const SETTLED = 60_000;
/** Identities opened per healing: creations that lost their answer are few. */
const MOST = 20;

/** For services of identities, which keep our mark. */
export async function healIdentities(
  u: Unlocked,
  accountId: string,
  provider: Provider,
  signal?: AbortSignal,
): Promise<void> {
  const intents = await openIntents(u, accountId);
  if (intents.length === 0) return;
  const oldest = Math.min(...intents.map(({ at }) => at));
  const { records } = await listRecords(u, 'address');
  // A minute's grace: the server's clock is not ours.
  const young = records
    .filter((it) => it.accountId === accountId && it.site === null && it.createdAt >= oldest - 60_000)
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, MOST);
  for (const address of young) {
    if (address.remoteId === null) continue;
    const whole = await provider.identities?.get(address.remoteId, signal);
    const intent = intents.find(({ mark }) => whole?.persona?.metadata?.[MARK] === mark);
    if (intent) await adopt(u, address, intent);
  }
  const now = Date.now();
  await dropIntents(
    u,
    intents.filter(({ at }) => now - at > INTENT_LIFE),
  );
}

async function adopt(u: Unlocked, address: Address, intent: Intent): Promise<void> {
  const tag = await tagOf('address', { ...address, site: intent.site });
  await transact(u, ['address', 'draft'], async (tx) => {
    const current = await tx.get('address', address.id);
    if (current && current.site === null) {
      await tx.put('address', { ...current, site: intent.site, label: current.label || intent.label }, tag);
    }
    await tx.remove('draft', intentId(intent.mark));
  });
}

/**
 * For services of aliases. What could be several stays with the list, for a person to tell; what is not on the newest page a
 * minute after it was asked for was never made.
 * @param newest the page as it was read just now
 */
export async function healAliases(u: Unlocked, link: Link, newest: readonly RemoteAddress[]): Promise<void> {
  const intents = await openIntents(u, link.account.id);
  const now = Date.now();
  for (const intent of intents) {
    const found = await claimable(u, link, intent, newest);
    const isOnly = found.length === 1 && (intents.length === 1 || intent.localPart !== undefined);
    if (isOnly && found[0] !== undefined) await keepAlias(u, link, found[0], intent, {}, now);
    else if (found.length === 0 ? now - intent.at > SETTLED : now - intent.at > INTENT_LIFE)
      await dropIntents(u, [intent]);
  }
}
