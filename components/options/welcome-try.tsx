// Third step: site access in words, the browser's question, and a try on the spot with a real address for an example site.
// Leans on browser.state, addresses.sources and the browser's permission request, made directly in the click.
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct, useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import { ALL_SITES, requestAccess } from '../state/site-access.ts';

/** A site that exists for examples only (RFC 2606); nothing is made for it here. */
const EXAMPLE_SITE = 'shop.example';

interface WelcomeTryProps {
  accounts: readonly AccountView[];
  /** Back to the step that was put off. */
  onConnect: () => void;
}

export function WelcomeTry({ accounts, onConnect }: WelcomeTryProps) {
  const state = useAsk('browser.state', {}, ['access']);
  const allow = useAct('permissions.request');
  const access = state.value?.access ?? 'none';
  return (
    <div class="stack">
      <p>{t('accessText')}</p>
      {access === 'all' ? (
        <p class="good" role="status">
          {t('sitesAll')}
        </p>
      ) : (
        <>
          <div class="actions">
            <Button
              kind="primary"
              onClick={() =>
                allow.run(async () => {
                  await requestAccess([ALL_SITES]);
                  state.again();
                })
              }
            >
              {t('accessAll')}
            </Button>
          </div>
          <p class="soft">{t('sitesChosenHow')}</p>
        </>
      )}
      <Trouble error={allow.error} />
      {accounts.length > 0 ? (
        <>
          <Preview />
          <h3>{t('welcomeTryTitle')}</h3>
          <ol class="try">
            <li>{t('welcomeTry1')}</li>
            <li>{access === 'all' ? t('welcomeTry2') : t('welcomeTry2Toolbar')}</li>
            {accounts.some(({ slots }) => slots.includes('inbox')) && <li>{t('welcomeTry3')}</li>}
          </ol>
        </>
      ) : (
        <p class="notice">{t('siteNoAccountText')}</p>
      )}
      <div class="actions">
        {accounts.length === 0 && (
          <Button kind={access === 'all' ? 'primary' : 'plain'} onClick={onConnect}>
            {t('actionConnect')}
          </Button>
        )}
        <Button onClick={() => openOptions('accounts')}>{t('welcomeDone')}</Button>
      </div>
    </div>
  );
}

function Preview() {
  const sources = useAsk('addresses.sources', { site: EXAMPLE_SITE }, ['accounts']);
  const preview = sources.value?.sources.find((source) => source.preview !== null)?.preview;
  if (!preview) return null;
  return (
    <div class="preview">
      <span class="soft">{t('welcomePreview', EXAMPLE_SITE)}</span>
      <EmailText email={preview} />
    </div>
  );
}
