// A checkout as our own popup shows and confirms it: which documents hold which card fields, and what is to be paid. Types alone.
// All of it was read beside a page that may be hostile; only origins are the browser's own word.
import type { FillOutcome } from './model.ts';

/** What of a card can be filled. */
export const CARD_ROLES = [
  'card-number',
  'card-expiry',
  'card-expiry-month',
  'card-expiry-year',
  'card-code',
  'card-name',
] as const;
export type CardRole = (typeof CARD_ROLES)[number];

/** One document with card fields. */
export interface PayFrame {
  frameId: number;
  documentId: string;
  origin: string;
  /** Registrable domain, or the host where there is none; null for a document of no host. */
  site: string | null;
  /** Whether it is the page itself or of the page's own site. */
  own: boolean;
  roles: CardRole[];
}

export interface Checkout {
  site: string;
  /** Of the page itself. */
  origin: string;
  frames: PayFrame[];
  /** Origins of frames that we may not enter, and that may hold the fields. */
  closed: string[];
  /** As read from the page, most likely first; cents and the sign or code that stood beside it. */
  amounts: { cents: number; currency: string; text: string }[];
}

export interface PayWish {
  cardId: string;
  /** As confirmed by the person; null declares nothing. */
  amountCents: number | null;
  /** The documents that were shown, and confirmed. */
  origin: string;
  frames: { frameId: number; documentId: string; origin: string; roles: CardRole[] }[];
}

/** How each value ended. A value that no confirmed document takes is not in it. */
export interface PayReceipt {
  filled: { role: CardRole; origin: string; outcome: FillOutcome }[];
  /** What is left of the budget; null without one. */
  remainingCents: number | null;
}
