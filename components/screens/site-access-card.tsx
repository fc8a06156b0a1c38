// Asks for site access in words before the browser asks in its own. Leans on state/site-access.ts; the request is made
// directly in the click, or the browser refuses it.
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../state/ask.ts';
import { ALL_SITES, patternsOf, requestAccess } from '../state/site-access.ts';

export function AccessCard({ site }: { site: string }) {
  const act = useAct('permissions.request');
  const request = (origins: string[]) =>
    act.run(async () => {
      await requestAccess(origins);
    });
  return (
    <section class="card">
      <h3>{t('accessTitle')}</h3>
      <p>{t('accessText')}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => request(patternsOf(site))}>
          {t('accessSite', displayHost(site))}
        </Button>
        <Button onClick={() => request([ALL_SITES])}>{t('accessAll')}</Button>
      </div>
      <Trouble error={act.error} />
    </section>
  );
}
