// Opening a service's own vault of labels with its password, wherever it is missed. Leans on accounts.openVault; the password lives
// in this form until it was tried, and in no draft.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function OpenVault({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const [password, setPassword] = useState('');
  const act = useAct('accounts.openVault');
  const tell = useToast();
  return (
    <form
      class="stack inset"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await ask('accounts.openVault', { id: accountId, password });
          tell(t('vaultOpened'));
          onDone();
        });
      }}
    >
      <SecretField
        label={t('fieldVaultPassword')}
        hint={t('fieldVaultPasswordHintOpen')}
        value={password}
        autoFocus
        onValue={(value) => {
          act.clear();
          setPassword(value);
        }}
      />
      <Trouble error={act.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={act.busy} disabled={password === ''}>
          {act.busy ? t('unlockBusy') : t('vaultOpenButton')}
        </Button>
        <Button onClick={onDone}>{t('actionCancel')}</Button>
      </div>
    </form>
  );
}
