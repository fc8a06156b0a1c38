// The addresses already used on this site: fill, copy, open. Leans on the view it is given.
import { orderEvidence } from '../../lib/evidence.ts';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Row } from '../parts/row.tsx';
import type { Fill } from '../state/fill.ts';
import type { Go } from '../state/route.ts';
import { PersonaFill } from './persona-fill.tsx';

export function SiteAddresses({ view, fill, go }: { view: SiteView; fill: Fill; go: Go }) {
  if (view.addresses.length === 0) return null;
  // One button stands out: what came for this site goes before an address that is known.
  const leads = orderEvidence(view).length === 0;
  return (
    <section>
      <h3>{t('siteAddresses')}</h3>
      <ul class="rows">
        {view.addresses.map((address, index) => (
          <li key={address.id}>
            <Row
              onOpen={() => go({ tab: 'addresses', screen: 'open', id: address.id })}
              actions={
                <>
                  <CopyButton text={address.email} label={t('copyAddress', address.email)} />
                  <Button
                    kind={leads && index === 0 ? 'primary' : 'plain'}
                    busy={fill.busy}
                    onClick={() => fill.fill({ kind: 'address', id: address.id }, address.email)}
                  >
                    {t('actionFill')}
                  </Button>
                </>
              }
            >
              <EmailText email={address.email} />
              {address.label && <span class="soft cut">{address.label}</span>}
            </Row>
            {address.persona && <PersonaFill address={address} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
