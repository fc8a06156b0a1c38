// The budget of a card: set, lifted, or counted from zero. Leans on cards.limit; amounts are of no named currency.
import { useState } from 'preact/hooks';
import { typedCents } from '../../lib/cards/amount.ts';
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function CardLimit({ card, onClose }: { card: PaymentCard; onClose: () => void }) {
  const [budget, setBudget] = useState(card.budgetCents === null ? '' : String(card.budgetCents / 100));
  const limit = useAct('cards.limit');
  const tell = useToast();
  const cents = budget.trim() === '' ? null : typedCents(budget);
  const wrong = budget.trim() !== '' && cents === null;
  const change = (wish: { budgetCents?: number | null; resetSpent?: boolean }) =>
    limit.run(async () => {
      await ask('cards.limit', { id: card.id, ...wish });
      tell(t('saved'));
      onClose();
    });
  return (
    <Dialog
      title={t('cardBudget')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button busy={limit.busy} onClick={() => change({ resetSpent: true })}>
            {t('cardReset')}
          </Button>
          <Button
            kind="primary"
            busy={limit.busy}
            disabled={wrong}
            onClick={() => change({ budgetCents: cents })}
          >
            {t('actionSave')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('cardBudget')}
        hint={t('cardBudgetHint')}
        inputMode="numeric"
        maxLength={12}
        value={budget}
        error={wrong ? t('cardAmountWrong') : null}
        onValue={setBudget}
      />
      <Trouble error={limit.error} />
    </Dialog>
  );
}
