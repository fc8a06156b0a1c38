// What an account's plan has left, and its vault of labels: open or closed, and the way to open it later. Leans on quota.get and
// on screens/open-vault.tsx, where alone the password is typed.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { Quota } from '../../lib/quota.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { OpenVault } from '../screens/open-vault.tsx';
import { useQuota } from '../state/quota.ts';
import { allowanceWords, COUNTED, isScarce, planName } from '../words/quota.ts';

export function AccountPlan({ account }: { account: AccountView }) {
  const { quota, organisation, error, again } = useQuota(account.id);
  return (
    <>
      {quota && <PlanWords quota={quota} />}
      {organisation && <p class="notice">{t('testedOrganisation')}</p>}
      <Trouble error={error} acts={{ retry: again }} />
      {!organisation && <AccountVault account={account} hasVault={quota?.hasVault ?? true} />}
    </>
  );
}

function PlanWords({ quota }: { quota: Quota }) {
  return (
    <div class="plan">
      <p>{t('planNamed', planName(quota.plan))}</p>
      <ul class="quotas">
        {COUNTED.map((what) => (
          <li key={what} class={isScarce(quota.allowances[what]) ? 'scarce' : ''}>
            {allowanceWords(what, quota.allowances[what])}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AccountVault({ account, hasVault }: { account: AccountView; hasVault: boolean }) {
  const [opening, setOpening] = useState(false);
  if (account.vaultOpen) {
    return (
      <p class="vault-line">
        <Badge tone="good">{t('vaultOpen')}</Badge> <span class="soft">{t('vaultOpenText')}</span>
      </p>
    );
  }
  return (
    <div class="stack">
      <p class="vault-line">
        <Badge tone="warn">{hasVault ? t('vaultClosed') : t('vaultNone')}</Badge>{' '}
        <span class="soft">{hasVault ? t('vaultClosedText') : t('vaultNoneText', account.summary)}</span>
      </p>
      {hasVault && !opening && (
        <div class="actions">
          <Button icon="key" onClick={() => setOpening(true)}>
            {t('vaultOpenButton')}
          </Button>
        </div>
      )}
      {opening && <OpenVault accountId={account.id} onDone={() => setOpening(false)} />}
    </div>
  );
}
