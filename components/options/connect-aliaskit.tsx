// Connecting AliasKit: what it asks beyond key and base URL, the card key. Leans on connect-service.tsx for all else; the draft is
// sealed while it is typed.
import { t } from '../../lib/i18n.ts';
import { KeyRights } from '../parts/key-rights.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useDraft } from '../state/draft.ts';
import { ConnectService, trimmed } from './connect-service.tsx';

export const ALIASKIT_BASE = 'https://www.aliaskit.com/api/v1';
const TITLE = 'AliasKit';

export interface ConnectProps {
  onDone: (name: string) => void;
  onCancel: () => void;
  /** What the way out is called, where it is not Cancel. */
  cancel?: string;
}

export function ConnectAliaskit({ onDone, onCancel, cancel }: ConnectProps) {
  const draft = useDraft('account.new.aliaskit', {
    baseUrl: ALIASKIT_BASE,
    apiKey: '',
    cardKey: '',
    name: '',
  });
  const form = draft.value;
  return (
    <ConnectService
      text={t('aliaskitText')}
      title={TITLE}
      keyHint={t('fieldApiKeyHint', TITLE)}
      keyPlaceholder="ak_live_…"
      form={form}
      onForm={draft.set}
      account={{ kind: 'aliaskit', ...trimmed(form, TITLE), cardKey: form.cardKey.trim() || null }}
      advise={(scopes) => <KeyRights scopes={scopes} />}
      onConnected={async ({ name }) => {
        await draft.clear();
        onDone(name);
      }}
      onCancel={onCancel}
      cancel={cancel}
    >
      <details>
        <summary>{t('rightsTitle')}</summary>
        <p class="soft">{t('rightsText')}</p>
        <KeyRights scopes={null} />
      </details>
      <SecretField
        label={t('fieldCardKeyOptional')}
        hint={t('fieldCardKeyHint')}
        placeholder="ak_ck_…"
        value={form.cardKey}
        onValue={(cardKey) => draft.set({ cardKey })}
      />
    </ConnectService>
  );
}
