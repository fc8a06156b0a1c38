// Where aliases forward to, and own domains: one account at a time, asked of the service when the section opens. Leans on
// destinations.list and quota.get; what a key may not do is said, not tried.
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { subjectOf } from '../state/pages.ts';
import { useQuota } from '../state/quota.ts';
import { AccountChoice } from './account-choice.tsx';
import { Domains } from './domains.tsx';
import { Guarded } from './guarded.tsx';
import { Recipients } from './recipients.tsx';

export function Forwarding() {
  const none = { title: t('forwardingNoneTitle'), text: t('forwardingNoneText') };
  return (
    <Guarded>
      {() => (
        <AccountChoice slot="destinations" none={none} first={subjectOf(location.hash)}>
          {(account) => <Destinations key={account.id} account={account} />}
        </AccountChoice>
      )}
    </Guarded>
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
