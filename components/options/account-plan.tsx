// What an account's plan has left, and its vault of labels: open or closed, and the way to open it later. Leans on quota.get and
// accounts.openVault; the password lives on this screen until it was tried, and in no draft.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { Quota } from '../../lib/quota.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
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
      {opening && <OpenVault account={account} onDone={() => setOpening(false)} />}
    </div>
  );
}

function OpenVault({ account, onDone }: { account: AccountView; onDone: () => void }) {
  const [password, setPassword] = useState('');
  const act = useAct('accounts.openVault');
  const tell = useToast();
  return (
    <form
      class="stack inset"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await ask('accounts.openVault', { id: account.id, password });
          tell(t('vaultOpened'));
          onDone();
        });
      }}
    >
      <SecretField
        label={t('fieldVaultPassword')}
        hint={t('fieldVaultPasswordHintOpen')}
        value={password}
        autoFocus
        onValue={(value) => {
          act.clear();
          setPassword(value);
        }}
      />
      <Trouble error={act.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={act.busy} disabled={password === ''}>
          {act.busy ? t('unlockBusy') : t('vaultOpenButton')}
        </Button>
        <Button onClick={onDone}>{t('actionCancel')}</Button>
      </div>
    </form>
  );
}
