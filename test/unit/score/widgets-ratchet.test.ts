// The ratchet of the widget runs: what is a surprise and what is not, and that every listed miss is a widget there is.
import { expect, test } from 'vitest';
import { WIDGETS } from '../../fixtures/widgets/all.ts';
import { compare, known } from '../../score/widgets/ratchet.ts';
import type { Verdict } from '../../score/widgets/run.ts';

const result = (id: string, verdict: Verdict) => ({ id, verdict, detail: '' });

test('a new miss, another kind of miss and a listed one that works are told; the rest is silent', () => {
  const misses = { slow: 'unseen', odd: 'honest', fixed: 'wrong', absent: 'wrong' } as const;
  const results = [
    result('fine', 'right'),
    result('slow', 'unseen'),
    result('odd', 'wrong'),
    result('fixed', 'right'),
    result('fresh', 'understated'),
  ];
  expect(compare(misses, results)).toEqual([
    'odd is wrong, listed as honest',
    'fixed works now: take it off the list of misses',
    'fresh is understated, and no known miss',
  ]);
});

test('widgets have names of their own, and enough of each kind', () => {
  const ids = WIDGETS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const count = (kind: string) => WIDGETS.filter((widget) => widget.kind === kind).length;
  expect(count('code')).toBeGreaterThanOrEqual(40);
  expect(count('address')).toBeGreaterThanOrEqual(15);
  expect(count('card')).toBeGreaterThanOrEqual(10);
  expect(count('quiet')).toBeGreaterThanOrEqual(15);
});

test.each(['chromium', 'firefox'] as const)('every listed miss of %s is a widget', (browser) => {
  const ids = new Set(WIDGETS.map(({ id }) => id));
  expect(Object.keys(known(browser)).filter((id) => !ids.has(id))).toEqual([]);
});
