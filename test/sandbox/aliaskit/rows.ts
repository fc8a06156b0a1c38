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
  cardId: string;
  account: string;
  /** Null where none was declared. */
  amountCents: number | null;
  allowed: boolean;
  reason: Refusal | 'daily_cap' | null;
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

export interface AliaskitVaults {
  cards: Map<string, CardRow>;
  /** Oldest first. */
  reveals: RevealRow[];
  totps: Map<string, TotpRow>;
  /** Signs the tokens of the live line. */
  realtimeSecret: string;
}

export const freshVaults = (realtimeSecret: string): AliaskitVaults => ({
  cards: new Map(),
  reveals: [],
  totps: new Map(),
  realtimeSecret,
});
