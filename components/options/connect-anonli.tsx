// Connecting anon.li: what it asks beyond key and base URL, the password of its vault, which may be left for later. Leans on
// connect-service.tsx for all else. The password is in no draft: it lives on this screen until the form is sent or left.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { SecretField } from '../parts/secret-field.tsx';
import { useDraft } from '../state/draft.ts';
import type { ConnectProps } from './connect-aliaskit.tsx';
import { ConnectService, trimmed } from './connect-service.tsx';

export const ANONLI_BASE = 'https://anon.li/api/v1';
const TITLE = 'anon.li';

export function ConnectAnonli({ onDone, onCancel, cancel }: ConnectProps) {
  const draft = useDraft('account.new.anonli', { baseUrl: ANONLI_BASE, apiKey: '', name: '' });
  const [password, setPassword] = useState('');
  const form = draft.value;
  return (
    <ConnectService
      text={t('anonliText')}
      title={TITLE}
      keyHint={t('fieldApiKeyHint', TITLE)}
      keyPlaceholder="ak_…"
      form={form}
      onForm={draft.set}
      account={{ kind: 'anonli', ...trimmed(form, TITLE), vaultPassword: password === '' ? null : password }}
      onConnected={async ({ name }) => {
        await draft.clear();
        onDone(name);
      }}
      onCancel={onCancel}
      cancel={cancel}
    >
      <SecretField
        label={t('fieldVaultPasswordOptional')}
        hint={t('fieldVaultPasswordHint')}
        value={password}
        onValue={setPassword}
      />
    </ConnectService>
  );
}
