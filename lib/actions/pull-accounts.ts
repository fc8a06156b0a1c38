// Bringing every account's remote addresses into the vault, and healing creations whose answer never came. Leans on
// lib/sync and the vault; creates nothing anywhere.
import type { Address } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import { pullAccount } from '../sync/pull.ts';
import { listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { type Intent, intentId, MARK, openIntents } from './creation-intents.ts';
import { openAccount, openAccounts } from './open-account.ts';
import { tagOf } from './site-tags.ts';

export interface PullCount {
  added: number;
  changed: number;
  removed: number;
}

/** Pulls one account, or all. Errors of a provider end the pull; what was stored before stays. */
export async function pullAccounts(u: Unlocked, id: string | null, signal?: AbortSignal): Promise<PullCount> {
  const opened = id === null ? await openAccounts(u) : [await openAccount(u, id)];
  const sum: PullCount = { added: 0, changed: 0, removed: 0 };
  for (const { account, provider } of opened) {
    if (!provider.identities) continue;
    const count = await pullAccount(u, account, provider, signal);
    sum.added += count.added;
    sum.changed += count.changed;
    sum.removed += count.removed;
    await healIntents(u, account.id, provider, signal);
  }
  return sum;
}

/** A creation older than this was either found or never happened. */
const INTENT_LIFE = 24 * 60 * 60_000;
/** Identities opened per healing: creations that lost their answer are few. */
const MOST = 20;

async function healIntents(
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
  const stale = intents.filter(({ at }) => now - at > INTENT_LIFE);
  if (stale.length > 0) {
    await transact(u, ['draft'], async (tx) => {
      for (const { mark } of stale) await tx.remove('draft', intentId(mark));
    });
  }
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
