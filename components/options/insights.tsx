// The last fourteen days of an organisation's checks: what there is now, how each day's checks ended as a chart, and the same as a table.
// Leans on insights.get and parts/day-chart.tsx; computes nothing that the service did not say.
import { AppError } from '../../lib/error.ts';
import { language, t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { DayChart } from '../parts/day-chart.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import type { CheckPartProps } from '../state/check-part.ts';
import { OUTCOMES, outcomeWords } from '../words/insights.ts';

export function Insights({ account, scopes }: CheckPartProps) {
  if (scopes?.['analytics:read'] !== true) {
    const detail = { limit: 'analytics:read', host: account.summary };
    return <Trouble error={new AppError('missing-scope', detail)} />;
  }
  return <Figures accountId={account.id} />;
}

function Figures({ accountId }: { accountId: string }) {
  const asked = useAsk('insights.get', { accountId }, ['checks']);
  if (!asked.value) {
    return asked.error ? (
      <Trouble error={asked.error} acts={{ retry: asked.again }} />
    ) : (
      <Skeleton rows={5} />
    );
  }
  const { summary, days } = asked.value.insights;
  const figure = (count: number) => count.toLocaleString(language());
  const all = [
    [t('insightsTotal'), summary.total],
    [t('insightsActive'), summary.active],
    ...OUTCOMES.map((outcome) => [outcomeWords(outcome), summary[outcome]] as const),
  ] as const;
  return (
    <>
      <section class="card" aria-label={t('insightsNow')}>
        <div class="card-head">
          <h3>{t('insightsNow')}</h3>
          <Button
            kind="quiet"
            icon="refresh"
            label={t('actionRefresh')}
            busy={asked.busy}
            onClick={() => asked.again()}
          />
        </div>
        <Trouble error={asked.error} acts={{ retry: asked.again }} />
        <dl class="figures">
          {all.map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{figure(count)}</dd>
            </div>
          ))}
        </dl>
        <p class="soft">{t('insightsNowText')}</p>
      </section>
      <section class="card" aria-label={t('insightsDays')}>
        <h3>{t('insightsDays')}</h3>
        <p class="soft">{t('insightsDaysText')}</p>
        {days.length === 0 ? <EmptyState title={t('insightsEmpty')} /> : <DayChart days={days} />}
      </section>
    </>
  );
}
