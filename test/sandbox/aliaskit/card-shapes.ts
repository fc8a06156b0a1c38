// Cards as the wire shows them (contract §6): exactly the members of the reference, and for the two answers it leaves open those
// the contract decided on. Pure.

import type { CardRow, RevealRow } from './rows.ts';
import { iso } from './shapes.ts';

export const cardShape = (row: CardRow) => ({
  id: row.id,
  identity_id: row.identityId,
  last4: row.last4,
  brand: row.brand,
  exp_month: row.expMonth,
  exp_year: row.expYear,
  budget_cents: row.budgetCents,
  spent_cents: row.spentCents,
  status: row.status,
  card_name: row.name,
  created_at: iso(row.createdAt),
});

export const remainingOf = ({ budgetCents, spentCents }: CardRow): number | null =>
  budgetCents === null ? null : Math.max(0, budgetCents - spentCents);

export const limitsShape = (row: CardRow) => ({
  card_id: row.id,
  budget_cents: row.budgetCents,
  spent_cents: row.spentCents,
  remaining_cents: remainingOf(row),
  status: row.status,
});

export const revealShape = (row: CardRow) => ({
  card_id: row.id,
  encrypted_data: row.blob,
  last4: row.last4,
  status: row.status,
  budget_cents: row.budgetCents,
  spent_cents: row.spentCents,
  remaining_cents: remainingOf(row),
});

export const transactionShape = (row: RevealRow) => ({
  id: row.id,
  card_id: row.cardId,
  type: row.type,
  amount_cents: row.amountCents,
  allowed: row.allowed,
  reason: row.reason,
  created_at: iso(row.at),
});
