// Making an address for a site, once: an intent is sealed before a server is asked, so that a worker killed in between,
// or an answer that never came, is healed by looking for the intent's mark instead of asking twice. Leans on the vault and
// lib/providers; never repeats a creation.
import { AppError } from '../error.ts';
import type { Address, LocalAccount } from '../model.ts';
import type { Provider, RemoteAddress } from '../providers/provider.ts';
import type { NewAddress } from '../requests.ts';
import { newId, recordId } from '../vault/ids.ts';
import { removeRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { addressId, nextAddress } from './compute-address.ts';
import { createAlias } from './create-alias.ts';
import { type Intent, intentId, MARK, openIntents, putIntent } from './creation-intents.ts';
import { type OpenAccount, openAccount } from './open-account.ts';
import { tagOf } from './site-tags.ts';

/** Errors: those of the provider; `doubtful` when the server may have made it and its newest page does not show it. */
export async function createAddress(
  u: Unlocked,
  wish: NewAddress,
  now: number,
  signal?: AbortSignal,
): Promise<Address> {
  const opened = await openAccount(u, wish.accountId);
  if (opened.account.kind === 'local')
    return computeAddress(u, { ...opened.account, format: wish.format ?? opened.account.format }, wish, now);
  return opened.provider.identities
    ? requestIdentity(u, opened, wish, now, signal)
    : createAlias(u, opened, wish, now, signal);
}

async function computeAddress(
  u: Unlocked,
  account: LocalAccount,
  wish: NewAddress,
  now: number,
): Promise<Address> {
  const email = await nextAddress(u, account, wish.site);
  if (email === null) throw new AppError('plan', { limit: 'variants', what: 'address' });
  const remote: RemoteAddress = {
    remoteId: null,
    email,
    kind: 'alias',
    active: true,
    persona: null,
    createdAt: now,
    updatedAt: null,
  };
  const address = addressFrom(addressId(u, account.id, email), account.id, remote, wish, now);
  await storeAddress(u, address, null);
  return address;
}

async function requestIdentity(
  u: Unlocked,
  { account, provider }: OpenAccount,
  wish: NewAddress,
  now: number,
  signal?: AbortSignal,
): Promise<Address> {
  if (!provider.identities) throw new AppError('unsupported');
  const earlier = await findEarlier(u, account.id, provider, wish, signal);
  if (earlier) {
    const { remote, intent } = earlier;
    const address = addressFrom(idOf(u, account.id, remote), account.id, remote, wish, now);
    await storeAddress(u, address, intent);
    return address;
  }
  const intent: Intent = {
    mark: newId(),
    accountId: account.id,
    site: wish.site,
    label: wish.label ?? '',
    at: now,
  };
  await putIntent(u, intent);
  const remote = await createOnce(provider, intent, wish, signal);
  const address = addressFrom(idOf(u, account.id, remote), account.id, remote, wish, now);
  await storeAddress(u, address, intent);
  return address;
}

function idOf(u: Unlocked, accountId: string, remote: RemoteAddress): string {
  return recordId(u, accountId, remote.remoteId ?? remote.email);
}

/**
 * The user who asks again after an answer that never came (a worker killed while it waited) means the same address: it is
 * looked for before another is made. Errors: those of the look, as then nobody knows.
 */
async function findEarlier(
  u: Unlocked,
  accountId: string,
  provider: Provider,
  wish: NewAddress,
  signal?: AbortSignal,
): Promise<{ remote: RemoteAddress; intent: Intent } | null> {
  for (const intent of await openIntents(u, accountId)) {
    if (intent.site !== wish.site || intent.label !== (wish.label ?? '')) continue;
    const remote = await findMarked(provider, intent.mark, signal);
    const fits = wish.emailUsername === undefined || remote?.email.startsWith(`${wish.emailUsername}@`);
    if (remote && fits) return { remote, intent };
  }
  return null;
}

/** One request; after a doubtful answer one look at the newest page, by the intent's mark in the metadata. */
async function createOnce(
  provider: Provider,
  intent: Intent,
  wish: NewAddress,
  signal?: AbortSignal,
): Promise<RemoteAddress> {
  const { identities } = provider;
  if (!identities) throw new AppError('unsupported');
  try {
    return await identities.create(
      {
        ...(wish.name ? { name: wish.name } : {}),
        ...(wish.emailUsername ? { emailUsername: wish.emailUsername } : {}),
        ...(wish.emailDomain ? { emailDomain: wish.emailDomain } : {}),
        ...(wish.provisionPhone ? { provisionPhone: true, phoneCountry: wish.phoneCountry ?? 'US' } : {}),
        metadata: { ...wish.metadata, [MARK]: intent.mark },
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'doubtful') {
      // A refusal: nothing was made, so there is nothing to look for later.
      await removeRecord('draft', intentId(intent.mark));
      throw error;
    }
    // If the look fails too, the doubt stays, and the next pull will look again.
    const found = await findMarked(provider, intent.mark, signal).catch((failure: unknown) => {
      if (failure instanceof AppError) return null;
      throw failure;
    });
    if (found) return found;
    throw error;
  }
}

/** How many of the newest identities to open when looking for a mark: creations of the last seconds, not a search. */
const NEWEST = 5;

async function findMarked(
  provider: Provider,
  mark: string,
  signal?: AbortSignal,
): Promise<RemoteAddress | null> {
  const page = await provider.identities?.list(0, signal);
  for (const item of page?.items.slice(0, NEWEST) ?? []) {
    if (item.remoteId === null) continue;
    const whole = await provider.identities?.get(item.remoteId, signal);
    if (whole?.persona?.metadata?.[MARK] === mark) return whole;
  }
  return null;
}

function addressFrom(
  id: string,
  accountId: string,
  remote: RemoteAddress,
  wish: NewAddress,
  now: number,
): Address {
  const { persona } = remote;
  return {
    id,
    accountId,
    kind: remote.kind,
    email: remote.email,
    remoteId: remote.remoteId,
    site: wish.site,
    label: wish.label ?? '',
    note: '',
    persona: persona && {
      name: persona.name ?? '',
      phone: persona.phone ?? null,
      birthDate: persona.birthDate ?? null,
      metadata: persona.metadata ?? {},
    },
    active: remote.active,
    createdAt: remote.createdAt || now,
    updatedAt: now,
    usedAt: null,
  };
}

/** The address comes and its intent goes in one transaction: a kill leaves one of the two, never neither. */
async function storeAddress(u: Unlocked, address: Address, intent: Intent | null): Promise<void> {
  const tag = await tagOf('address', address);
  await transact(u, ['account', 'address', 'draft'], async (tx) => {
    // Removed while its service was asked: nothing is kept that belongs to nobody.
    if ((await tx.get('account', address.accountId)) === null) throw new AppError('no-account');
    await tx.put('address', address, tag);
    if (intent) await tx.remove('draft', intentId(intent.mark));
  });
}
