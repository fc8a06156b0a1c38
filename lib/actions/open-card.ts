// From a kept card to its place at the provider, and from what the provider tells to what is kept. Leans on the vault and on the
// account's provider; opens no blob.

import type { AliaskitAccount } from '../aliaskit-account.ts';
import { AppError } from '../error.ts';
import type { PaymentCard } from '../payment-card.ts';
import type { CardSlot, RemoteCard } from '../providers/card-slot.ts';
import { recordId } from '../vault/ids.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

export interface OpenWallet {
  account: AliaskitAccount;
  slot: CardSlot;
  /** The identity's id at the provider. */
  identityId: string;
}

/** The identity that cards belong to. Errors: `no-account` where it or its account is gone, or keeps no cards. */
export async function openWallet(u: Unlocked, addressId: string): Promise<OpenWallet> {
  const address = await getRecord(u, 'address', addressId);
  if (!address || address.remoteId === null) throw new AppError('no-account');
  const { account, provider } = await openAccount(u, address.accountId);
  if (!provider.cards || account.kind !== 'aliaskit') throw new AppError('no-account');
  return { account, slot: provider.cards, identityId: address.remoteId };
}

/** Errors: `not-found`; those of `openWallet`. */
export async function openCardRecord(u: Unlocked, id: string): Promise<OpenWallet & { card: PaymentCard }> {
  const card = await getRecord(u, 'card', id);
  if (!card) throw new AppError('not-found', { what: 'card' });
  return { ...(await openWallet(u, card.addressId)), card };
}

/** What is kept of a card, from what the provider tells now. @param now milliseconds since the epoch */
export function cardFrom(
  u: Unlocked,
  owner: { accountId: string; addressId: string },
  remote: RemoteCard,
  now: number,
): PaymentCard {
  const { remoteId, last4, brand, expMonth, expYear, budgetCents, spentCents, status, createdAt } = remote;
  const { accountId, addressId } = owner;
  const id = recordId(u, 'card', accountId, remoteId);
  const told = { remoteId, last4, brand, expMonth, expYear, budgetCents, spentCents, status, createdAt };
  return { id, accountId, addressId, ...told, name: remote.name ?? '', updatedAt: now };
}

/** Stores a card as it stands now; of an identity that was deleted meanwhile, none. */
export async function keepCard(u: Unlocked, told: PaymentCard): Promise<PaymentCard> {
  // The moment of keeping counts: a list that was asked for before it knows less.
  const { label: _, ...card } = { ...told, updatedAt: Math.max(told.updatedAt, Date.now()) };
  return transact(u, ['card', 'address'], async (tx) => {
    // Its name here may have been changed since it was read.
    const label = ((await tx.get('card', card.id)) ?? told).label;
    const kept = label === undefined ? card : { ...card, label };
    if ((await tx.get('address', card.addressId)) !== null) await tx.put('card', kept);
    return kept;
  });
}
