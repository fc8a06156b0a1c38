// What an AliasKit account's key may do, looked at on demand, and another key in its place: one with more rights, or after the old one
// was revoked. Leans on accounts.probe and accounts.changeKey; the new key is on this screen until it was tried, and in no draft.
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

export function AccountRights({ account }: { account: AccountView }) {
  const [scopes, setScopes] = useState<Record<string, boolean> | null>(null);
  const [changing, setChanging] = useState(false);
  const probe = useAct('accounts.probe');
  const look = () =>
    probe.run(async () => setScopes((await ask('accounts.probe', { id: account.id })).scopes));
  return (
    <div class="stack">
      {scopes && <KeyRights scopes={scopes} />}
      <div class="actions">
        <Button icon="key" busy={probe.busy} onClick={look}>
          {t('rightsLook')}
        </Button>
        <Button onClick={() => setChanging(true)}>{t('accountChangeKey')}</Button>
      </div>
      <Trouble error={probe.error} acts={{ retry: look }} />
      {changing && (
        <ChangeKey
          account={account}
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            look();
          }}
        />
      )}
    </div>
  );
}

interface ChangeKeyProps {
  account: AccountView;
  onClose: () => void;
  onChanged: () => void;
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
                onChanged();
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
        placeholder="ak_live_…"
        value={apiKey}
        onValue={(value) => {
          change.clear();
          setApiKey(value);
        }}
      />
      <KeyRights scopes={null} />
      <Trouble error={change.error} />
    </Dialog>
  );
}
