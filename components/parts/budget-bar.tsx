// How much of a budget is spent: a bar with its numbers in words beside it. Leans on the browser's meter, which tells screen readers.
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { money } from '../words/money.ts';

export function BudgetBar({ card }: { card: Pick<PaymentCard, 'budgetCents' | 'spentCents'> }) {
  const { budgetCents, spentCents } = card;
  if (budgetCents === null) return <span class="soft">{t('cardNoBudget', money(spentCents))}</span>;
  const left = Math.max(0, budgetCents - spentCents);
  return (
    <span class="budget">
      <meter
        min={0}
        max={Math.max(1, budgetCents)}
        high={budgetCents * 0.8}
        value={Math.min(spentCents, budgetCents)}
        aria-label={t('cardSpent')}
      />
      <span class="soft">{t('cardLeft', money(left), money(budgetCents))}</span>
    </span>
  );
}
