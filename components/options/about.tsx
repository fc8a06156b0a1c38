// What this is: version, browser, licence, and the promise about the network. Leans on browser.state.
import { t } from '../../lib/i18n.ts';
import { Facts } from '../parts/facts.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';

export function About() {
  const state = useAsk('browser.state', {}, []);
  if (!state.value) {
    return state.error ? <Trouble error={state.error} acts={{ retry: state.again }} /> : <Skeleton />;
  }
  return (
    <section class="card">
      <p>{t('extDescription')}</p>
      <Facts
        facts={[
          [t('aboutVersion'), state.value.version],
          [t('aboutBrowser'), state.value.browser === 'firefox' ? 'Firefox' : 'Chromium'],
          [t('aboutLicence'), 'MIT'],
        ]}
      />
      <p class="soft">{t('aboutNetwork')}</p>
    </section>
  );
}
