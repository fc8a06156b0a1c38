// Opening a card for the moment it is filled or looked at: one reveal, counted by the service under the declared amount, opened
// here with the card key. Leans on the provider and its blob; never repeated, never stored, and every refusal ends it.
import type { CardSecret } from '../cards/secret.ts';
import { AppError } from '../error.ts';
import type { PaymentCard } from '../payment-card.ts';
import { openCard } from '../providers/aliaskit/card-blob.ts';
import type { Unlocked } from '../vault/vault.ts';
import { keepCard, openCardRecord } from './open-card.ts';

/**
 * @param amountCents what is about to be paid; null declares nothing, and no budget is asked
 * @param now milliseconds since the epoch
 * Errors: `no-card-key` before anything is asked; `over-budget`, `card-frozen`, `card-cancelled`, `reveal-cap`, `missing-scope`,
 * `plan` when refused; `other-card-key`, `card-unreadable`, `card-mismatch` when it was revealed but is not what it should be;
 * `doubtful` when it may have counted.
 */
export async function revealCard(
  u: Unlocked,
  id: string,
  amountCents: number | null,
  now: number,
  signal?: AbortSignal,
): Promise<{ secret: CardSecret; card: PaymentCard }> {
  const { card, account, slot, identityId } = await openCardRecord(u, id);
  if (account.cardKey === null) throw new AppError('no-card-key');
  const revealed = await slot.reveal(card.remoteId, amountCents, signal);
  const spentCents = card.spentCents + (amountCents ?? 0);
  const counted =
    revealed.remainingCents !== null && card.budgetCents !== null
      ? card.budgetCents - revealed.remainingCents
      : spentCents;
  // Counted, whatever becomes of the opening: the next budget is told by what the service has.
  const kept = await keepCard(u, { ...card, spentCents: counted, updatedAt: now });
  return { secret: openCard(account.cardKey, identityId, revealed.sealed, card.last4), card: kept };
}
