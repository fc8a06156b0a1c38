// What to publish at a domain's own DNS: each record's parts with a copy button, and whether the service has found it. Leans on
// destinations.records; the texts are the service's and are shown and copied, never followed.
import type { DnsRecord, DomainChecks } from '../../lib/destination.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from '../parts/badge.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';

export interface DomainRecordsProps {
  accountId: string;
  /** The domain's, at the service. */
  id: string;
  checks: DomainChecks;
}

const PURPOSES: Record<DnsRecord['purpose'], () => string> = {
  ownership: () => t('recordOwnership'),
  mx: () => t('recordMx'),
  spf: () => t('recordSpf'),
  dkim: () => t('recordDkim'),
};

export function DomainRecords({ accountId, id, checks }: DomainRecordsProps) {
  const asked = useAsk('destinations.records', { accountId, id }, ['destinations']);
  if (!asked.value) {
    return asked.error ? (
      <Trouble error={asked.error} acts={{ retry: asked.again }} />
    ) : (
      <Skeleton rows={2} />
    );
  }
  return (
    <div class="inset stack">
      <p class="soft">{t('recordsText')}</p>
      {asked.value.records.map((record) => (
        <section class="record" key={record.purpose}>
          <h4>
            {PURPOSES[record.purpose]()}
            <Badge tone={checks[record.purpose] ? 'good' : 'warn'}>
              {checks[record.purpose] ? t('recordFound') : t('recordMissing')}
            </Badge>
          </h4>
          <dl>
            <Part name={t('recordType')} text={record.type} />
            <Part name={t('recordHost')} text={record.host} copied />
            {record.priority !== null && <Part name={t('recordPriority')} text={String(record.priority)} />}
            <Part name={t('recordValue')} text={record.value} copied />
          </dl>
        </section>
      ))}
      {!asked.value.records.some(({ purpose }) => purpose === 'dkim') && (
        <p class="soft">{t('recordsNoDkim')}</p>
      )}
    </div>
  );
}

function Part({ name, text, copied = false }: { name: string; text: string; copied?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi class="mono">{text}</bdi>
        {copied && <CopyButton text={text} label={t('copyPart', name)} />}
      </dd>
    </div>
  );
}
