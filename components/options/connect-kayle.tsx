// Connecting Kayle ID: an organisation's key, whose rights are found out without changing anything there. Leans on connect-service.tsx.
import { ADVICE, adviceFor } from '../../lib/checks/scopes.ts';
import { t } from '../../lib/i18n.ts';
import { useDraft } from '../state/draft.ts';
import type { ConnectProps } from './connect-aliaskit.tsx';
import { ConnectService, trimmed } from './connect-service.tsx';

export const KAYLE_BASE = 'https://api.kayle.id';
const TITLE = 'Kayle ID';

/** As Kayle makes its keys: another form is said, and tried all the same. */
const USUAL_KEY = /^kk_[a-z0-9]{32}$/;

export function ConnectKayle({ onDone, onCancel }: ConnectProps) {
  const draft = useDraft('account.new.kayle', { baseUrl: KAYLE_BASE, apiKey: '', name: '' });
  const form = draft.value;
  const key = form.apiKey.trim();
  return (
    <ConnectService
      text={t('kayleText')}
      title={TITLE}
      keyHint={t('fieldApiKeyHint', TITLE)}
      keyPlaceholder="kk_…"
      form={form}
      onForm={draft.set}
      advise={(scopes) => t(ADVICE[adviceFor(scopes)])}
      account={{ kind: 'kayle', ...trimmed(form, TITLE) }}
      onConnected={async ({ name }) => {
        await draft.clear();
        onDone(name);
      }}
      onCancel={onCancel}
    >
      {key !== '' && !USUAL_KEY.test(key) && <p class="notice">{t('kayleKeyUnusual')}</p>}
    </ConnectService>
  );
}
