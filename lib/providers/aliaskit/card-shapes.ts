// Cards as AliasKit sends them, decoded (contract §6). Brand and expiry are nullable, since its own pages disagree on whether the
// service knows them; what a reveal and a transaction hold is documented nowhere, and taken where it can be read.
import * as v from 'valibot';
import { own } from '../../own.ts';
import type { CardStatus } from '../../payment-card.ts';
import type { CardLimits, CardReveal, CardTransaction, RemoteCard } from '../card-slot.ts';
import { instant, remoteId } from '../shape.ts';

const STATUSES: Readonly<Record<string, CardStatus>> = {
  active: 'active',
  frozen: 'frozen',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};
const status = v.pipe(
  v.string(),
  v.transform((word): CardStatus => own(STATUSES, word.toLowerCase()) ?? 'unknown'),
);

/** Whole, and no more than a number holds exactly. */
const cents = v.pipe(v.number(), v.safeInteger());
const looseCents = v.fallback(v.nullable(cents), null);
const last4 = v.pipe(v.string(), v.regex(/^\d{4}$/));
const looseText = v.fallback(v.nullish(v.string(), null), null);
const month = v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), null);
const year = v.fallback(
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2999))),
  null,
);

export const card = v.pipe(
  v.object({
    id: remoteId,
    identity_id: remoteId,
    last4,
    brand: looseText,
    exp_month: month,
    exp_year: year,
    budget_cents: v.nullish(cents, null),
    spent_cents: v.nullish(cents, 0),
    status,
    card_name: looseText,
    created_at: instant,
  }),
  v.transform(
    (wire): RemoteCard => ({
      remoteId: wire.id,
      identityId: wire.identity_id,
      last4: wire.last4,
      brand: wire.brand?.toLowerCase() ?? null,
      expMonth: wire.exp_month,
      expYear: wire.exp_year,
      budgetCents: wire.budget_cents,
      spentCents: wire.spent_cents,
      status: wire.status,
      name: wire.card_name,
      createdAt: wire.created_at,
    }),
  ),
);

export const limits = v.pipe(
  v.object({
    card_id: remoteId,
    budget_cents: v.nullish(cents, null),
    spent_cents: v.nullish(cents, 0),
    remaining_cents: v.nullish(cents, null),
    status,
  }),
  v.transform(
    (wire): CardLimits => ({
      cardId: wire.card_id,
      budgetCents: wire.budget_cents,
      spentCents: wire.spent_cents,
      // The smaller promise where the two disagree, or only one is given.
      remainingCents: remainingOf(wire.budget_cents, wire.spent_cents, wire.remaining_cents),
      status: wire.status,
    }),
  ),
);

function remainingOf(budget: number | null, spent: number, told: number | null): number | null {
  if (budget === null) return told;
  const left = Math.max(0, budget - spent);
  return told === null ? left : Math.max(0, Math.min(left, told));
}

const blob = v.fallback(v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(64 * 1024))), null);
const nested = v.fallback(v.nullish(v.object({ encrypted_data: blob })), null);

/** The blob stands at the top, or in `data`, or in `card` (§6.4). Without one, nothing was revealed that we can use. */
export const reveal = v.pipe(
  v.object({
    encrypted_data: blob,
    data: nested,
    card: nested,
    last4: v.fallback(v.nullish(last4, null), null),
    remaining_cents: looseCents,
  }),
  v.transform((wire) => ({
    sealed: wire.encrypted_data ?? wire.data?.encrypted_data ?? wire.card?.encrypted_data ?? '',
    last4: wire.last4,
    remainingCents: wire.remaining_cents,
  })),
  v.check(({ sealed }) => sealed !== ''),
  v.transform((revealed): CardReveal => revealed),
);

export const transaction = v.pipe(
  v.object({
    id: v.fallback(v.nullish(remoteId, null), null),
    amount_cents: looseCents,
    allowed: v.boolean(),
    reason: looseText,
    created_at: v.fallback(v.nullish(instant, null), null),
  }),
  v.transform(
    (wire): CardTransaction => ({
      remoteId: wire.id,
      amountCents: wire.amount_cents,
      allowed: wire.allowed,
      reason: wire.reason,
      at: wire.created_at,
    }),
  ),
);
