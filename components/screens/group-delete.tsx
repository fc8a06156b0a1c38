// Deleting a whole group: what goes with it is said first, and its name must be typed. Leans on identities.removeGroup; the receipt stands
// on the screen behind, and is there again when the popup was closed meanwhile.
import { useState } from 'preact/hooks';
import type { IdentityGroup } from '../../lib/group-removal.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function GroupDelete({ group, onClose }: { group: IdentityGroup; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const remove = useAct('identities.removeGroup');
  const phones = group.members.filter(({ phone }) => phone !== null).length;
  return (
    <Dialog
      title={tn('groupDeleteTitle', group.members.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="danger"
            busy={remove.busy}
            disabled={typed.trim() !== group.name}
            onClick={() =>
              remove.run(async () => {
                await ask('identities.removeGroup', { group: group.name });
                onClose();
              })
            }
          >
            {t('addressDeleteButton')}
          </Button>
        </>
      }
    >
      <p>{t('groupDeleteText')}</p>
      {phones > 0 && <p>{tn('groupDeletePhones', phones)}</p>}
      <TextField label={t('groupDeleteType', group.name)} value={typed} maxLength={60} onValue={setTyped} />
      <Trouble error={remove.error} />
    </Dialog>
  );
}
