// The first screen: what the user has for the site in front of them, the waiting code first, a new address last. Leans on
// site.current; each card is a file of its own.
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useFill } from '../state/fill.ts';
import { openOptions } from '../state/pages.ts';
import type { Go } from '../state/route.ts';
import { FillTrouble } from './fill-trouble.tsx';
import { AccessCard } from './site-access-card.tsx';
import { SiteAddresses } from './site-addresses.tsx';
import { SiteCheck } from './site-check.tsx';
import { SiteCodes } from './site-codes.tsx';
import { SiteNewAddress } from './site-new-address.tsx';
import { SitePay } from './site-pay.tsx';
import { SiteWhy } from './site-why.tsx';

export function ThisSite({ go }: { go: Go }) {
  const view = useAsk('site.current', {}, [
    'vault',
    'accounts',
    'addresses',
    'inbox',
    'totp',
    'access',
    'codes',
  ]);
  if (!view.value) {
    return view.error ? <Trouble error={view.error} acts={{ retry: view.again }} /> : <Skeleton rows={4} />;
  }
  const { site } = view.value;
  if (site === null) return <EmptyState title={t('siteNoneTitle')}>{t('siteNoneText')}</EmptyState>;
  return <Site view={view.value} site={site} again={view.again} go={go} />;
}

interface SiteProps {
  view: SiteView;
  site: string;
  again: () => void;
  go: Go;
}

function Site({ view, site, again, go }: SiteProps) {
  const fill = useFill();
  const mute = useAct('site.mute');
  const nothing = view.addresses.length === 0 && view.sources.length === 0;
  return (
    <div class="stack">
      <h2 class="site-name">
        <bdi>{displayHost(view.host ?? site)}</bdi>
      </h2>
      <SiteCheck />
      <SiteCodes view={view} site={site} fill={fill} again={again} go={go} />
      <SiteAddresses view={view} fill={fill} go={go} />
      <FillTrouble fill={fill} site={site} />
      {view.sources.length > 0 && <SiteNewAddress view={view} site={site} />}
      {nothing && (
        <EmptyState
          icon="mail"
          title={t('siteNoAccountTitle')}
          action={
            <Button kind="primary" onClick={() => openOptions('accounts')}>
              {t('actionConnect')}
            </Button>
          }
        >
          {t('siteNoAccountText')}
        </EmptyState>
      )}
      <SitePay />
      {!view.access && !view.muted ? (
        <AccessCard site={site} />
      ) : (
        <Switch
          label={t('siteOffer')}
          hint={t('siteOfferHint')}
          on={!view.muted}
          disabled={mute.busy}
          onSwitch={(on) =>
            mute.run(async () => {
              await ask('site.mute', { site, off: !on });
              again();
            })
          }
        />
      )}
      <Trouble error={mute.error} />
      <SiteWhy />
    </div>
  );
}
