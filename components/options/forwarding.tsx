// Where aliases forward to, and own domains: one account at a time, asked of the service when the section opens. Leans on
// destinations.list and quota.get; what a key may not do is said, not tried.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { openOptions, subjectOf } from '../state/pages.ts';
import { useQuota } from '../state/quota.ts';
import { Domains } from './domains.tsx';
import { Guarded } from './guarded.tsx';
import { Recipients } from './recipients.tsx';

export function Forwarding() {
  return <Guarded>{() => <Opened />}</Guarded>;
}

function Opened() {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const [chosen, setChosen] = useState(() => subjectOf(location.hash) ?? '');
  if (!accounts.value) {
    return accounts.error ? (
      <Trouble error={accounts.error} acts={{ retry: accounts.again }} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  const able = accounts.value.accounts.filter(({ slots }) => slots.includes('destinations'));
  const account = able.find(({ id }) => id === chosen) ?? able[0];
  if (!account) {
    return (
      <EmptyState
        title={t('forwardingNoneTitle')}
        action={
          <Button kind="primary" onClick={() => openOptions('accounts')}>
            {t('actionConnect')}
          </Button>
        }
      >
        {t('forwardingNoneText')}
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {able.length > 1 && (
        <SelectField
          label={t('fieldAccount')}
          value={account.id}
          options={able.map(({ id, name, summary }) => ({ value: id, label: `${name} (${summary})` }))}
          onValue={setChosen}
        />
      )}
      <Destinations key={account.id} account={account} />
    </div>
  );
}

function Destinations({ account }: { account: AccountView }) {
  const known = useAsk('destinations.list', { accountId: account.id }, ['destinations']);
  const { quota, organisation } = useQuota(account.id);
  if (!known.value) {
    return known.error ? (
      <Trouble error={known.error} acts={{ retry: known.again }} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  const { recipients, domains } = known.value;
  const common = { accountId: account.id, mayRemove: !organisation };
  return (
    <>
      {organisation && <p class="notice">{t('forwardingOrganisation')}</p>}
      <Trouble error={known.error} acts={{ retry: known.again }} />
      <Recipients {...common} recipients={recipients} allowance={quota?.allowances.recipients ?? null} />
      <Domains {...common} domains={domains} allowance={quota?.allowances.domains ?? null} />
    </>
  );
}
