// On a page that asks for an identity check: a word before the person continues, and the way to what is asked. Leans on checks.here; a
// page that only passes for Kayle's is called out at once. Where the page itself may not be entered, that can be allowed here.
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { StrangeLink } from '../parts/strange-link.tsx';
import { useAct, useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import { patternOfUrl, requestAccess, useAccess } from '../state/site-access.ts';

export function SiteCheck() {
  const { value } = useAsk('checks.here', {}, ['vault', 'asked']);
  const status = useAsk('vault.status', {}, ['vault']);
  if (!value || value.link.kind === 'other') return null;
  const { id, link } = value;
  if (link.kind === 'strange')
    return (
      <>
        <StrangeLink link={link} />
        {link.why === 'unknown-host' && status.value?.state === 'locked' && (
          <p class="soft">{t('pageBeforeLocked')}</p>
        )}
      </>
    );
  return (
    <section class="card">
      <h3>{t('siteCheckTitle')}</h3>
      <p>{t('siteCheckText', displayHost(link.host))}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => openOptions('link', id)}>
          {t('siteCheckSee')}
        </Button>
        <Always origin={link.origin} />
      </div>
    </section>
  );
}

/** With access to the page, the panel comes by itself. */
function Always({ origin }: { origin: string }) {
  const pattern = patternOfUrl(origin) ?? '';
  const access = useAccess(pattern);
  const allowing = useAct('access');
  if (access.allowed !== false) return null;
  return (
    <Button
      busy={allowing.busy}
      onClick={() => allowing.run(() => requestAccess([pattern]).then(access.again))}
    >
      {t('siteCheckAllow')}
    </Button>
  );
}
