// Calling a card something else, on this device: the service has no way to rename one, and that is said. Leans on cards.rename.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { cardLabel } from '../words/cards.ts';

export function CardRename({ card, onClose }: { card: PaymentCard; onClose: () => void }) {
  const [label, setLabel] = useState(() => cardLabel(card));
  const rename = useAct('cards.rename');
  return (
    <Dialog
      title={t('actionRename')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="primary"
            busy={rename.busy}
            onClick={() =>
              rename.run(async () => {
                await ask('cards.rename', { id: card.id, label });
                onClose();
              })
            }
          >
            {t('actionSave')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('cardName')}
        hint={t('cardRenameHint')}
        maxLength={100}
        value={label}
        onValue={setLabel}
      />
      <Trouble error={rename.error} />
    </Dialog>
  );
}
