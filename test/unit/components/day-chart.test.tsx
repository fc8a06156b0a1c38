// @vitest-environment jsdom
// The chart of days: its axis ends on a round number with a whole middle, its columns add up, and whoever cannot see it is told the
// same by its name and its table.
import { cleanup, render, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { DayChart, roundUp } from '../../../components/parts/day-chart.tsx';
import type { Outcomes } from '../../../lib/check.ts';

afterEach(cleanup);

const DAYS = Array.from({ length: 14 }, (_, at) => ({
  date: `2026-11-${String(9 + at).padStart(2, '0')}`,
  success: at,
  failure: at % 3,
  expired: at === 13 ? 7 : 0,
  cancelled: 1,
}));

test.each([
  [0, 2],
  [1, 2],
  [2, 2],
  [3, 4],
  [9, 10],
  [11, 12],
  [13, 16],
  [21, 30],
  [99, 100],
  [101, 120],
  [4999, 5000],
])('an axis for %i goes to %i', (most, top) => {
  expect(roundUp(most)).toBe(top);
});

test('any axis holds what is on it, is not twice too high, and has a whole middle', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (most) => {
      const top = roundUp(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(top).toBeLessThanOrEqual(Math.max(2, most * 1.6));
      expect(Number.isInteger(top / 2)).toBe(true);
    }),
  );
});

test('its name says how many from when to when; its table has a row a day with every figure', () => {
  render(<DayChart days={DAYS} />);
  const total = DAYS.reduce((sum, day) => sum + day.success + day.failure + day.expired + day.cancelled, 0);
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain(String(total));
  const [, ...rows] = screen.getAllByRole('row', { hidden: true });
  expect(rows).toHaveLength(14);
  const cells = within(rows.at(-1) as HTMLElement).getAllByRole('cell', { hidden: true });
  expect(cells.map(({ textContent }) => textContent)).toEqual(['13', '1', '7', '1']);
});

test('columns stand on one another and end at the height of their sum', () => {
  const { container } = render(<DayChart days={DAYS} />);
  const last = [...container.querySelectorAll('svg[role=img] g')].at(-1);
  const bars = [...(last?.querySelectorAll('.bar') ?? [])].map((bar) => ({
    y: Number(bar.getAttribute('y')),
    height: Number(bar.getAttribute('height')),
  }));
  expect(bars).toHaveLength(4);
  for (const [at, { y, height }] of bars.entries()) {
    const above = bars[at + 1];
    if (above) expect(above.y + above.height).toBeCloseTo(y);
    expect(height).toBeGreaterThan(0);
  }
  const one = (bars[1]?.height ?? 0) / 1;
  expect(bars.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(one * 22);
});

test('a fortnight without any check is a chart of noughts', () => {
  const none: Outcomes = { success: 0, failure: 0, expired: 0, cancelled: 0 };
  const { container } = render(<DayChart days={DAYS.map(({ date }) => ({ date, ...none }))} />);
  expect(container.querySelectorAll('svg[role=img] .bar')).toHaveLength(0);
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
});
