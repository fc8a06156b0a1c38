// The user's payment cards: what is kept, what the service tells now, freezing, cancelling, budgets, and the book of one. Leans on
// the vault and lib/providers; never sees a number.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import type { CardDeed, CardLine, PaymentCard } from '../payment-card.ts';
import type { CardSlot } from '../providers/card-slot.ts';
import { listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { cardFrom, keepCard, openCardRecord, openWallet } from './open-card.ts';
import { overIdentities } from './over-identities.ts';

/** Newest first; cancelled ones last. */
export async function listCards(u: Unlocked): Promise<PaymentCard[]> {
  const { records } = await listRecords(u, 'card');
  const rank = ({ status }: PaymentCard): number => (status === 'cancelled' ? 1 : 0);
  return records.sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}

/**
 * Fetches the cards of one identity, or of those used last. What the service no longer lists is forgotten here.
 * @returns the first trouble; what was fetched beside it is kept
 */
export const pullCards = async (
  u: Unlocked,
  addressId: string | null,
  now: number,
  signal?: AbortSignal,
): Promise<AppError | null> => {
  const { trouble } = await overIdentities(u, addressId, (identity) => pullOne(u, identity, now, signal));
  return trouble;
};

async function pullOne(u: Unlocked, address: Address, now: number, signal?: AbortSignal): Promise<void> {
  const { slot, identityId } = await openWallet(u, address.id);
  const askedAt = Date.now();
  const remote = await slot.list(identityId, signal);
  const owner = { accountId: address.accountId, addressId: address.id };
  const cards = remote.map((item) => cardFrom(u, owner, item, now));
  const listed = new Set(cards.map(({ id }) => id));
  await transact(u, ['card', 'address'], async (tx) => {
    if ((await tx.get('address', address.id)) === null) return;
    const known = new Map((await tx.list('card')).records.map((card) => [card.id, card]));
    // Added, frozen or filled while the list was under way: it does not know of that.
    const isNewer = (card?: PaymentCard): boolean => card !== undefined && card.updatedAt >= askedAt;
    for (const card of known.values()) {
      const gone = card.addressId === address.id && !listed.has(card.id);
      if (gone && !isNewer(card)) await tx.remove('card', card.id);
    }
    for (const card of cards) {
      const before = known.get(card.id);
      if (!isNewer(before)) await tx.put('card', labelled(card, before?.label));
    }
  });
}

const DEEDS: { readonly [Deed in CardDeed]: (slot: CardSlot) => CardSlot['freeze'] } = {
  freeze: (slot) => slot.freeze,
  unfreeze: (slot) => slot.unfreeze,
  cancel: (slot) => slot.cancel,
};

/** Errors: `not-found`; those of the service, and then nothing changes here. Cancelling is for good. */
export async function changeCard(
  u: Unlocked,
  id: string,
  deed: CardDeed,
  now: number,
  signal?: AbortSignal,
): Promise<PaymentCard> {
  const { card, slot } = await openCardRecord(u, id);
  const told = await DEEDS[deed](slot)(card.remoteId, signal);
  return keepCard(u, cardFrom(u, card, told, now));
}

/** One card as the service tells of it now. Errors: `not-found`; those of the service. */
export async function refreshCard(
  u: Unlocked,
  id: string,
  now: number,
  signal?: AbortSignal,
): Promise<PaymentCard> {
  const { card, slot } = await openCardRecord(u, id);
  const told = await slot.get(card.remoteId, signal);
  return keepCard(u, cardFrom(u, card, told, now));
}

/** Calls it something else on this device; an empty name goes back to its own. Errors: `not-found`. */
export async function renameCard(u: Unlocked, id: string, typed: string): Promise<PaymentCard> {
  return transact(u, ['card'], async (tx) => {
    const card = await tx.get('card', id);
    if (!card) throw new AppError('not-found', { what: 'card' });
    const { label: _, ...bare } = card;
    const next = labelled(bare, typed.trim() || undefined);
    await tx.put('card', next);
    return next;
  });
}

const labelled = (card: PaymentCard, label: string | undefined): PaymentCard =>
  label === undefined ? card : { ...card, label };

/** Sets or lifts (null) the budget, or starts counting anew. */
export async function limitCard(
  u: Unlocked,
  id: string,
  change: { budgetCents?: number | null; resetSpent?: boolean },
  now: number,
  signal?: AbortSignal,
): Promise<PaymentCard> {
  const { card, slot } = await openCardRecord(u, id);
  const { budgetCents, spentCents, status } = await slot.setLimits(card.remoteId, change, signal);
  return keepCard(u, { ...card, budgetCents, spentCents, status, updatedAt: now });
}

/** One page of a card's book, newest first. */
export async function readBook(
  u: Unlocked,
  id: string,
  offset: number,
  signal?: AbortSignal,
): Promise<{ lines: CardLine[]; next: number | null }> {
  const { card, slot } = await openCardRecord(u, id);
  const { items, next } = await slot.transactions(card.remoteId, offset, signal);
  return {
    lines: items.map(({ amountCents, allowed, reason, at }) => ({ amountCents, allowed, reason, at })),
    next,
  };
}
