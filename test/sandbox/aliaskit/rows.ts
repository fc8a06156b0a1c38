// Rows of what AliasKit keeps besides identities and messages: cards with their books, authenticator entries, the audit of
// reveals. Plain values, kept by `--data`; leans on nothing. A card's number is in none of them: only its sealed blob.

export interface CardRow {
  id: string;
  identityId: string;
  account: string;
  /** As it came, base64; null once the card is cancelled. */
  blob: string | null;
  last4: string;
  brand: string | null;
  expMonth: number | null;
  expYear: number | null;
  budgetCents: number | null;
  spentCents: number;
  status: 'active' | 'frozen' | 'cancelled';
  name: string | null;
  source: string | null;
  createdAt: number;
}

export type Refusal = 'budget_exceeded' | 'frozen' | 'cancelled';

/** One line of a card's book, and of the audit (contract §6.4): who asked to see it, from where, for how much. */
export interface RevealRow {
  id: string;
  /** `charge`: money beyond what any reveal declared, taken by the demo's bank. */
  type: 'reveal' | 'charge';
  cardId: string;
  account: string;
  /** Null where none was declared. */
  amountCents: number | null;
  allowed: boolean;
  reason: Refusal | 'daily_cap' | null;
  /** Whether the payment it declared has been made. */
  settled: boolean;
  at: number;
  ip: string;
  userAgent: string;
}

export interface TotpRow {
  id: string;
  identityId: string;
  /** Base32, upper case, no padding. */
  secret: string;
  serviceName: string;
  algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  digits: number;
  /** Seconds. */
  period: number;
  createdAt: number;
}

/** A payment at the demo's checkout. */
export interface ChargeRow {
  cardId: string;
  amountCents: number;
  at: number;
  /** Null where the money was taken. */
  why: Refusal | null;
}

export interface AliaskitVaults {
  cards: Map<string, CardRow>;
  /** Oldest first. */
  reveals: RevealRow[];
  /** Oldest first. */
  charges: ChargeRow[];
  totps: Map<string, TotpRow>;
  /** Signs the tokens of the live line. */
  realtimeSecret: string;
}

export const freshVaults = (realtimeSecret: string): AliaskitVaults => ({
  cards: new Map(),
  reveals: [],
  charges: [],
  totps: new Map(),
  realtimeSecret,
});
