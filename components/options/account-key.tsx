// Another key in the place of a connected account's: one with more rights, or after the old one was revoked or is over. Leans on
// accounts.changeKey; the new key is on this screen until it was tried, and in no draft.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyRights } from '../parts/key-rights.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export interface AccountKeyProps {
  account: AccountView;
  onChanged?: () => void;
}

export function AccountKey(props: AccountKeyProps) {
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Button onClick={() => setChanging(true)}>{t('accountChangeKey')}</Button>
      {changing && <ChangeKey {...props} onClose={() => setChanging(false)} />}
    </>
  );
}

interface ChangeKeyProps extends AccountKeyProps {
  onClose: () => void;
}

function ChangeKey({ account, onClose, onChanged }: ChangeKeyProps) {
  const [apiKey, setApiKey] = useState('');
  const change = useAct('accounts.changeKey');
  const tell = useToast();
  return (
    <Dialog
      title={t('accountChangeKey')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="primary"
            busy={change.busy}
            disabled={apiKey.trim() === ''}
            onClick={() =>
              change.run(async () => {
                await ask('accounts.changeKey', { id: account.id, apiKey: apiKey.trim() });
                tell(t('saved'));
                onClose();
                onChanged?.();
              })
            }
          >
            {t('actionSave')}
          </Button>
        </>
      }
    >
      <p>{t('accountChangeKeyText', account.name)}</p>
      <SecretField
        label={t('fieldApiKey')}
        placeholder={account.kind === 'aliaskit' ? 'ak_live_…' : 'ak_…'}
        value={apiKey}
        onValue={(value) => {
          change.clear();
          setApiKey(value);
        }}
      />
      {account.kind === 'aliaskit' && <KeyRights scopes={null} />}
      <Trouble error={change.error} />
    </Dialog>
  );
}
