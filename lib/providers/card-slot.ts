// Payment cards that the user brought, as a provider keeps them: a sealed blob it cannot read, and a budget it counts. Types
// alone. Amounts are whole cents of no named currency. What a reveal gives is sealed still; lib/providers/aliaskit/card-blob.ts
// opens it. A provider never repeats a reveal: each one counts.
import type { CardStatus } from '../payment-card.ts';
import type { Page } from './pages.ts';

/** A card without its number: what the provider tells of it. */
export interface RemoteCard {
  remoteId: string;
  /** The identity's. */
  identityId: string;
  /** Four digits. */
  last4: string;
  /** In lower case; null where the provider was not told. */
  brand: string | null;
  /** 1–12. */
  expMonth: number | null;
  /** Four digits. */
  expYear: number | null;
  /** Null for no budget. */
  budgetCents: number | null;
  spentCents: number;
  status: CardStatus;
  /** Label; null for none. */
  name: string | null;
  createdAt: number;
}

export interface CardWish {
  /** Made by `sealCard`: the number is in here and nowhere else. */
  sealed: string;
  last4: string;
  brand?: string;
  expMonth?: number;
  expYear?: number;
  budgetCents?: number;
  name?: string;
}

export interface CardLimits {
  cardId: string;
  budgetCents: number | null;
  spentCents: number;
  /** Null for no budget. */
  remainingCents: number | null;
  status: CardStatus;
}

export interface CardReveal {
  /** To be opened with the card key, which the provider has never seen. */
  sealed: string;
  last4: string | null;
  /** What is left after this reveal; null without budget, or where the provider does not tell. */
  remainingCents: number | null;
}

/** One line of the card's book: an amount that was declared at a reveal, allowed or not. */
export interface CardTransaction {
  remoteId: string | null;
  /** Null where the reveal declared none. */
  amountCents: number | null;
  allowed: boolean;
  /** Why not, in the provider's own term; null where it does not tell. */
  reason: string | null;
  at: number | null;
}

export interface CardSlot {
  create(identityId: string, wish: CardWish, signal?: AbortSignal): Promise<RemoteCard>;
  list(identityId: string, signal?: AbortSignal): Promise<RemoteCard[]>;
  get(cardId: string, signal?: AbortSignal): Promise<RemoteCard>;
  /**
   * @param amountCents what is about to be paid; null declares nothing and so is checked against no budget
   * @throws AppError `over-budget`, `card-frozen`, `card-cancelled`, `reveal-cap`, `missing-scope`, `plan`: nothing was
   * revealed; `doubtful`: it may have been, and counted
   */
  reveal(cardId: string, amountCents: number | null, signal?: AbortSignal): Promise<CardReveal>;
  freeze(cardId: string, signal?: AbortSignal): Promise<RemoteCard>;
  unfreeze(cardId: string, signal?: AbortSignal): Promise<RemoteCard>;
  /** For good: the provider destroys the blob. */
  cancel(cardId: string, signal?: AbortSignal): Promise<RemoteCard>;
  limits(cardId: string, signal?: AbortSignal): Promise<CardLimits>;
  /** @param change a null budget lifts it; at least one member */
  setLimits(
    cardId: string,
    change: { budgetCents?: number | null; resetSpent?: boolean },
    signal?: AbortSignal,
  ): Promise<CardLimits>;
  /** Newest first. */
  transactions(cardId: string, offset: number, signal?: AbortSignal): Promise<Page<CardTransaction>>;
}
