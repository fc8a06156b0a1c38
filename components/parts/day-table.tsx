// The figures of a chart of days as a table, folded until wanted. Leans on style/webhooks.css; shows nothing that the chart does not.
import type { Outcomes } from '../../lib/check.ts';
import { language, t } from '../../lib/i18n.ts';
import { dayShort, OUTCOMES, outcomeWords } from '../words/insights.ts';

export function DayTable({ days }: { days: readonly (Outcomes & { date: string })[] }) {
  const figure = (count: number) => count.toLocaleString(language());
  return (
    <details class="chart-table">
      <summary>{t('chartTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chartDay')}</th>
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                {outcomeWords(outcome)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{dayShort(day.date)}</th>
              {OUTCOMES.map((outcome) => (
                <td key={outcome}>{figure(day[outcome])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
