// Erasing the vault: what is lost is said, and a word must be typed, before anything is. Leans on vault.erase; works while
// locked, because a forgotten passphrase is when it is needed.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';

export function Erase() {
  const status = useAsk('vault.status', {}, ['vault']);
  const [asking, setAsking] = useState(false);
  if (!status.value || status.value.state === 'empty') return null;
  return (
    <section class="card">
      <h3>{t('eraseTitle')}</h3>
      <p>{t('eraseText')}</p>
      <div class="actions">
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('eraseOpen')}
        </Button>
      </div>
      {asking && <EraseDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function EraseDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const act = useAct('vault.erase');
  const word = t('eraseWord');
  return (
    <Dialog
      title={t('eraseTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="danger"
            busy={act.busy}
            disabled={typed.trim().toLowerCase() !== word.toLowerCase()}
            onClick={() =>
              act.run(async () => {
                await ask('vault.erase', {});
                openOptions('welcome');
              })
            }
          >
            {t('eraseButton')}
          </Button>
        </>
      }
    >
      <p>{t('eraseLost')}</p>
      <p>{t('eraseKept')}</p>
      <TextField label={t('eraseType', word)} value={typed} onValue={setTyped} />
      <Trouble error={act.error} />
    </Dialog>
  );
}
