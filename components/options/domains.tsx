// An account's own domains: add one, see what to publish, have it looked up, new signing keys, delete. Leans on destinations.*; the
// records themselves are in domain-records.tsx.
import { useState } from 'preact/hooks';
import type { DomainChecks, RemoteDomain } from '../../lib/destination.ts';
import { t } from '../../lib/i18n.ts';
import type { Allowance } from '../../lib/quota.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { allowanceWords } from '../words/quota.ts';
import { AddLine } from './add-line.tsx';
import { DomainRecords } from './domain-records.tsx';

interface DomainsProps {
  accountId: string;
  domains: readonly RemoteDomain[];
  allowance: Allowance | null;
  mayRemove: boolean;
}

export function Domains({ accountId, domains, allowance, mayRemove }: DomainsProps) {
  const none = allowance?.limit === 0;
  return (
    <section class="card">
      <h3>{t('domainsTitle')}</h3>
      <p class="soft">
        {t('domainsText')}
        {allowance && ` ${t('sentence', allowanceWords('domains', allowance))}`}
      </p>
      {domains.length > 0 && (
        <ul class="entries">
          {domains.map((domain) => (
            <li key={domain.remoteId}>
              <DomainEntry accountId={accountId} domain={domain} mayRemove={mayRemove} />
            </li>
          ))}
        </ul>
      )}
      {!none && <AddDomain accountId={accountId} />}
    </section>
  );
}

const CHECKS: Record<keyof DomainChecks, () => string> = {
  ownership: () => t('checkOwnership'),
  mx: () => t('checkMx'),
  spf: () => t('checkSpf'),
  dkim: () => t('checkDkim'),
};
const ORDER: readonly (keyof DomainChecks)[] = ['ownership', 'mx', 'spf', 'dkim'];

function DomainEntry({
  accountId,
  domain,
  mayRemove,
}: {
  accountId: string;
  domain: RemoteDomain;
  mayRemove: boolean;
}) {
  const [open, setOpen] = useState<'none' | 'dkim' | 'delete'>('none');
  const [shown, setShown] = useState(!domain.verified);
  const act = useAct('destinations.verifyDomain');
  const tell = useToast();
  const one = { accountId, id: domain.remoteId };
  const close = () => setOpen('none');
  const missing = ORDER.filter((check) => !domain.checks[check]);
  return (
    <div class="entry">
      <div class="entry-head">
        <bdi class="mono">{domain.domain}</bdi>
        <Badge tone={domain.verified ? 'good' : 'warn'}>
          {domain.verified ? t('domainReady') : t('domainNotReady')}
        </Badge>
      </div>
      <p class="soft">
        {missing.length === 0
          ? t('domainAllFound')
          : t('domainMissing', missing.map((check) => CHECKS[check]()).join(', '))}
      </p>
      <div class="actions">
        <Button
          icon="refresh"
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              const { verified } = await ask('destinations.verifyDomain', one);
              if (verified) tell(t('domainVerified', domain.domain));
              else tell(t('domainNotYet'), 'bad');
            })
          }
        >
          {t('domainCheck')}
        </Button>
        <Button expanded={shown} onClick={() => setShown(!shown)}>
          {t('domainRecords')}
        </Button>
        <Button onClick={() => setOpen('dkim')}>{t('domainDkim')}</Button>
        {mayRemove && <Button onClick={() => setOpen('delete')}>{t('actionDelete')}</Button>}
      </div>
      <Trouble error={act.error} />
      {shown && <DomainRecords {...one} checks={domain.checks} />}
      {open === 'dkim' && (
        <Confirm
          title={t('dkimTitle', domain.domain)}
          button={t('dkimButton')}
          where="destinations.renewDkim"
          act={async () => {
            await ask('destinations.renewDkim', one);
            setShown(true);
          }}
          onClose={close}
        >
          <p>{t('dkimText')}</p>
        </Confirm>
      )}
      {open === 'delete' && (
        <Confirm
          title={t('domainDeleteTitle', domain.domain)}
          button={t('addressDeleteButton')}
          where="destinations.removeDomain"
          act={() => ask('destinations.removeDomain', one)}
          onClose={close}
        >
          <p>{t('domainDeleteText', domain.domain)}</p>
        </Confirm>
      )}
    </div>
  );
}

function AddDomain({ accountId }: { accountId: string }) {
  return (
    <AddLine
      place={`domain.new.${accountId}`}
      label={t('domainNew')}
      hint={t('domainNewHint')}
      placeholder="own.example"
      inputMode="url"
      maxLength={253}
      is={/.\../}
      where="destinations.addDomain"
      add={async (name) => {
        const { domain } = await ask('destinations.addDomain', { accountId, domain: name });
        return t('domainAdded', domain.domain);
      }}
    />
  );
}
