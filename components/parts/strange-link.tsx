// A link, or a page, that passes for Kayle's and is nobody's we know: called out, with its host as it is. Leans on lib/checks/links.ts.
import type { SeenLink } from '../../lib/check.ts';
import { STRANGE } from '../../lib/checks/links.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { Icon } from './icon.tsx';

export function StrangeLink({ link }: { link: Extract<SeenLink, { kind: 'strange' }> }) {
  const host = displayHost(link.host);
  return (
    <div class="trouble" role="alert">
      <Icon name="warn" />
      <div>
        <p class="trouble-title">
          <bdi>{host}</bdi>
        </p>
        <p>{t(STRANGE[link.why], host)}</p>
        <p>{t('inspectNotRead')}</p>
      </div>
    </div>
  );
}
