// One card: its budget, its state, its book, and a look at its number. Leans on the cards calls; the number is on this screen until
// it is left, and nowhere else. Cancelling is for good and asks for the last four digits.
import { useState } from 'preact/hooks';
import { typedCents } from '../../lib/cards/amount.ts';
import { groupDigits } from '../../lib/cards/number.ts';
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { BudgetBar } from '../parts/budget-bar.tsx';
import { Button } from '../parts/button.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { cardLabel, cardTitle, expiryOf, STATUS } from '../words/cards.ts';
import { at } from '../words/time.ts';
import { CardBook } from './card-book.tsx';
import { CardCancel } from './card-cancel.tsx';
import { CardLimit } from './card-limit.tsx';
import { CardRename } from './card-rename.tsx';

type Asking = 'none' | 'limit' | 'rename' | 'cancel';

export function CardOpen({ card, onBack }: { card: PaymentCard; onBack: () => void }) {
  const [asking, setAsking] = useState<Asking>('none');
  const act = useAct('cards.change');
  const frozen = card.status === 'frozen';
  const over = card.status === 'cancelled';
  const close = () => setAsking('none');
  return (
    <Screen title={cardTitle(card)} onBack={onBack}>
      <div class="stack">
        <BudgetBar card={card} />
        <Facts
          facts={[
            [t('cardName'), cardLabel(card)],
            [t('cardState'), STATUS[card.status]()],
            [t('cardExpiry'), expiryOf(card)],
            [t('cardSince'), at(card.createdAt)],
          ]}
        />
        <Trouble error={act.error} />
        {!over && (
          <div class="actions">
            <Button
              busy={act.busy}
              onClick={() =>
                act.run(async () => {
                  await ask('cards.change', { id: card.id, deed: frozen ? 'unfreeze' : 'freeze' });
                })
              }
            >
              {frozen ? t('cardUnfreeze') : t('cardFreeze')}
            </Button>
            <Button onClick={() => setAsking('limit')}>{t('cardBudget')}</Button>
            <Button onClick={() => setAsking('rename')}>{t('actionRename')}</Button>
            <Button kind="danger" onClick={() => setAsking('cancel')}>
              {t('cardCancel')}
            </Button>
          </div>
        )}
        {!over && <Reveal card={card} />}
        <CardBook id={card.id} />
      </div>
      {asking === 'limit' && <CardLimit card={card} onClose={close} />}
      {asking === 'rename' && <CardRename card={card} onClose={close} />}
      {asking === 'cancel' && <CardCancel card={card} onClose={close} />}
    </Screen>
  );
}

function Reveal({ card }: { card: PaymentCard }) {
  const [amount, setAmount] = useState('');
  const [shown, setShown] = useState<{ number: string; code: string | null } | null>(null);
  const reveal = useAct('cards.reveal');
  const cents = amount.trim() === '' ? null : typedCents(amount);
  if (shown) {
    return (
      <section class="card">
        <output class="card-digits mono">{groupDigits(shown.number)}</output>
        <Facts
          facts={[
            [t('cardCode'), shown.code],
            [t('cardExpiry'), expiryOf(card)],
          ]}
        />
        <Button onClick={() => setShown(null)}>{t('actionHide')}</Button>
      </section>
    );
  }
  return (
    <form
      class="card stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        reveal.run(async () =>
          setShown(await ask('cards.reveal', { id: card.id, amountCents: cents || null })),
        );
      }}
    >
      <TextField
        label={t('cardRevealAmount')}
        hint={t('cardRevealHint')}
        inputMode="numeric"
        maxLength={12}
        value={amount}
        error={amount.trim() !== '' && cents === null ? t('cardAmountWrong') : null}
        onValue={setAmount}
      />
      <Trouble error={reveal.error} />
      <Button type="submit" busy={reveal.busy} disabled={amount.trim() !== '' && cents === null}>
        {t('cardReveal')}
      </Button>
    </form>
  );
}
