// Cancelling a card, which cannot be taken back: said before, and done only when its last four digits were typed. Leans on
// cards.change.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function CardCancel({ card, onClose }: { card: PaymentCard; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const cancel = useAct('cards.change');
  return (
    <Dialog
      title={t('cardCancelTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionBack')}</Button>
          <Button
            kind="danger"
            busy={cancel.busy}
            disabled={typed.trim() !== card.last4}
            onClick={() =>
              cancel.run(async () => {
                await ask('cards.change', { id: card.id, deed: 'cancel' });
                onClose();
              })
            }
          >
            {t('cardCancelButton')}
          </Button>
        </>
      }
    >
      <p>{t('cardCancelText')}</p>
      <TextField
        label={t('cardCancelType', card.last4)}
        mono
        inputMode="numeric"
        maxLength={4}
        value={typed}
        onValue={setTyped}
      />
      <Trouble error={cancel.error} />
    </Dialog>
  );
}
