// One click to a new address for this site: shows beforehand which account makes it and what it will be, then makes it and
// fills it. Leans on addresses.create; made once, never asked for twice.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import type { NewAddressSource } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useFill } from '../state/fill.ts';
import { FillTrouble } from './fill-trouble.tsx';

export function SiteNewAddress({ view, site }: { view: SiteView; site: string }) {
  const [wanted, setWanted] = useState('');
  const create = useAct('addresses.create');
  const fill = useFill();
  const source = view.sources.find(({ accountId }) => accountId === wanted) ?? view.sources[0];
  if (!source) return null;
  return (
    <section class="card">
      <h3>{t('siteNewTitle')}</h3>
      {view.sources.length > 1 && (
        <SelectField
          label={t('fieldAccount')}
          value={source.accountId}
          options={view.sources.map(({ accountId, account }) => ({ value: accountId, label: account }))}
          onValue={setWanted}
        />
      )}
      <Preview source={source} />
      <Button
        kind={view.addresses.length === 0 ? 'primary' : 'plain'}
        icon="plus"
        busy={create.busy || fill.busy}
        onClick={() =>
          create.run(async () => {
            const { address } = await ask('addresses.create', { accountId: source.accountId, site });
            fill.fill({ kind: 'address', id: address.id }, address.email);
          })
        }
      >
        {t('siteNewButton')}
      </Button>
      <Trouble error={create.error} />
      <FillTrouble fill={fill} site={site} />
    </section>
  );
}

function Preview({ source }: { source: NewAddressSource }) {
  if (source.preview) return <EmailText email={source.preview} />;
  return <p class="soft">{source.domain ? t('siteNewAt', source.domain) : t('siteNewBy', source.account)}</p>;
}
