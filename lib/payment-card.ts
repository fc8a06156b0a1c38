// Payment cards as we keep and show them: what the service tells of one, never its number. Types alone; leans on nothing. The
// number exists in a sealed blob at the service, and here for the moments of typing and filling.

export type CardStatus = 'active' | 'frozen' | 'cancelled' | 'unknown';

/** A card of an identity, without its number. Amounts are whole cents of no named currency. */
export interface PaymentCard {
  id: string;
  accountId: string;
  /** The identity it belongs to. */
  addressId: string;
  remoteId: string;
  /** Four digits. */
  last4: string;
  brand: string | null;
  /** 1–12. */
  expMonth: number | null;
  /** Four digits. */
  expYear: number | null;
  /** Null for no budget. */
  budgetCents: number | null;
  spentCents: number;
  status: CardStatus;
  name: string;
  /** What the user calls it here; absent where that is its name. The service is not told: it has no way to rename a card. */
  label?: string;
  createdAt: number;
  updatedAt: number;
}

/** A card as a person types it in. */
export interface NewCard {
  addressId: string;
  number: string;
  /** `MM/YY` in any usual spelling. */
  expiry: string;
  /** Security code; empty to leave it out. */
  code: string;
  /** Name on the card. */
  holder: string;
  postcode: string;
  /** Empty for no budget, else cents. */
  budgetCents: number | null;
  name: string;
}

export type CardDeed = 'freeze' | 'unfreeze' | 'cancel';

/** One line of a card's book: an amount declared when it was about to be filled, allowed or not. */
export interface CardLine {
  amountCents: number | null;
  allowed: boolean;
  /** In the service's own term; null where it does not tell. */
  reason: string | null;
  at: number | null;
}
