// Columns a day, stacked by outcome, with the same figures as a table below: whoever cannot see the picture misses nothing. Leans on
// style/webhooks.css; an outcome is told by its pattern as well as by its colour.
import type { Outcomes } from '../../lib/check.ts';
import { language, t } from '../../lib/i18n.ts';
import { dayShort, OUTCOMES, outcomeWords } from '../words/insights.ts';
import { DayTable } from './day-table.tsx';

export interface DayChartProps {
  /** Oldest first. */
  days: readonly (Outcomes & { date: string })[];
}

/** In units of the picture. */
const WIDTH = 616;
const HEIGHT = 180;
const LEFT = 40;
const FOOT = 24;
const TOP = 8;

const sumOf = (day: Outcomes): number => OUTCOMES.reduce((sum, outcome) => sum + day[outcome], 0);

/** Ends of an axis that are easily halved, in powers of ten. */
const ENDS = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10];

/** @returns the upper end of an axis that has `most` on it: a round number whose half is whole */
export function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const ends = [...ENDS, 12].map((end) => Math.round(end * power * 10) / 10);
  return ends.find((end) => end >= most && end % 2 === 0) ?? 2;
}

export function DayChart({ days }: DayChartProps) {
  const top = roundUp(Math.max(0, ...days.map(sumOf)));
  const step = (WIDTH - LEFT) / Math.max(1, days.length);
  const scale = (count: number) => (count / top) * (HEIGHT - FOOT - TOP);
  const total = days.reduce((sum, day) => sum + sumOf(day), 0);
  const figure = (count: number) => count.toLocaleString(language());
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t(
          'chartSays',
          figure(total),
          dayShort(days[0]?.date ?? ''),
          dayShort(days.at(-1)?.date ?? ''),
        )}
      >
        <Patterns />
        {[0, top / 2, top].map((count) => (
          <g key={count}>
            <line
              class="chart-line"
              x1={LEFT}
              x2={WIDTH}
              y1={HEIGHT - FOOT - scale(count)}
              y2={HEIGHT - FOOT - scale(count)}
            />
            <text class="chart-text" x={LEFT - 6} y={HEIGHT - FOOT - scale(count) + 4} text-anchor="end">
              {figure(count)}
            </text>
          </g>
        ))}
        {days.map((day, at) => (
          <Column key={day.date} day={day} x={LEFT + at * step} step={step} scale={scale} />
        ))}
        {days.map((day, at) =>
          at % 3 === (days.length - 1) % 3 ? (
            <text
              key={day.date}
              class="chart-text"
              x={LEFT + (at + 0.5) * step}
              y={HEIGHT - 5}
              text-anchor="middle"
            >
              {dayShort(day.date)}
            </text>
          ) : null,
        )}
      </svg>
      <ul class="legend">
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect class={`bar bar-${outcome}`} width="12" height="12" />
            </svg>
            {outcomeWords(outcome)}
          </li>
        ))}
      </ul>
      <DayTable days={days} />
    </figure>
  );
}

interface ColumnProps {
  day: Outcomes & { date: string };
  x: number;
  step: number;
  scale: (count: number) => number;
}

function Column({ day, x, step, scale }: ColumnProps) {
  let below = 0;
  return (
    <g>
      <title>
        {`${dayShort(day.date)}: ${OUTCOMES.map((outcome) => `${outcomeWords(outcome)} ${day[outcome]}`).join(', ')}`}
      </title>
      {/* As wide and high as the day's place: a pointer need not meet a low column. */}
      <rect class="chart-place" x={x} y={TOP} width={step} height={HEIGHT - FOOT - TOP} />
      {OUTCOMES.map((outcome) => {
        const height = scale(day[outcome]);
        const y = HEIGHT - FOOT - scale(below) - height;
        below += day[outcome];
        return height === 0 ? null : (
          <rect
            key={outcome}
            class={`bar bar-${outcome}`}
            x={x + step * 0.15}
            y={y}
            width={step * 0.7}
            height={height}
          />
        );
      })}
    </g>
  );
}

/** Lines for what colour alone would tell; in the ink of their outcome. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="chart-lines"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="pattern-ground" width="5" height="5" />
        <rect class="pattern-line" width="2.5" height="5" />
      </pattern>
      <pattern id="chart-dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="pattern-ground" width="5" height="5" />
        <circle class="pattern-dot" cx="2.5" cy="2.5" r="1.4" />
      </pattern>
    </defs>
  );
}
