// What our own pages may ask about payment cards. Types alone, one sentence a call; part of AppCalls in contract.ts, which only
// our own full pages may use. A number goes in when a card is added and comes out when it is looked at; no other call has one.

import type { Checkout, PayReceipt, PayWish } from '../../checkout.ts';
import type { WireError } from '../../error.ts';
import type { CardDeed, CardLine, NewCard, PaymentCard } from '../../payment-card.ts';
import type { Call } from '../call.ts';

export interface CardCalls {
  'cards.list': Call<Record<string, never>, { cards: PaymentCard[] }>;
  /** Fetches the cards of the identities (or of one). */
  'cards.pull': Call<{ addressId?: string }, { cards: PaymentCard[]; trouble: WireError | null }>;
  /** Seals it here, then adds it. Errors: `rejected` with the field, `no-card-key`, `doubtful`, those of the service. */
  'cards.add': Call<NewCard, { card: PaymentCard }>;
  'cards.change': Call<{ id: string; deed: CardDeed }, { card: PaymentCard }>;
  /** As the service tells of it now. */
  'cards.refresh': Call<{ id: string }, { card: PaymentCard }>;
  /** On this device alone; empty for its own name. */
  'cards.rename': Call<{ id: string; label: string }, { card: PaymentCard }>;
  /** A null budget lifts it. */
  'cards.limit': Call<
    { id: string; budgetCents?: number | null; resetSpent?: boolean },
    { card: PaymentCard }
  >;
  'cards.book': Call<{ id: string; offset: number }, { lines: CardLine[]; next: number | null }>;
  /** Opens a card to be looked at; one reveal, counted under the amount. */
  'cards.reveal': Call<
    { id: string; amountCents: number | null },
    { number: string; code: string | null; card: PaymentCard }
  >;

  /** Makes a card key on this device and answers it once. Errors: `conflict` where there is one. */
  'cards.makeKey': Call<{ accountId: string }, { key: string }>;
  'cards.importKey': Call<{ accountId: string; key: string; replace: boolean }, Record<string, never>>;
  /** For a recovery sheet. Errors: `no-card-key`. */
  'cards.showKey': Call<{ accountId: string }, { key: string }>;

  /** The checkout in front of the user: its frames, which card fields they hold, and the amount as read from the page. */
  'pay.read': Call<Record<string, never>, Checkout>;
  /** Reveals the card under the amount and fills it, once, into the documents that `pay.read` named. */
  'pay.fill': Call<PayWish, PayReceipt>;
}
