// How the scorer counts: a site once however many forms it has, intervals as Wilson gives them.
import { describe, expect, it } from 'vitest';
import { Counter, Counters, rate } from '../../score/rates.ts';

describe('rates', () => {
  it('count a site as right only where all of it is', () => {
    const counter = new Counter();
    for (const [site, isHit] of [
      ['one', true],
      ['one', true],
      ['one', false],
      ['other', true],
    ] as const)
      counter.add(site, isHit);
    const { fields, sites } = counter.rates();
    expect([fields.hit, fields.of, sites.hit, sites.of]).toEqual([3, 4, 1, 2]);
  });

  it('have the Wilson interval of the textbook', () => {
    const { low, high } = rate(81, 263);
    expect(low).toBeCloseTo(0.2553, 3);
    expect(high).toBeCloseTo(0.3662, 3);
  });

  it('of nothing say nothing', () => {
    expect(rate(0, 0)).toEqual({ hit: 0, of: 0, low: 0, high: 1 });
  });

  it('stand in order of their names', () => {
    const counters = new Counters();
    counters.add('b', 'site', true);
    counters.add('a', 'site', true);
    expect(Object.keys(counters.rates())).toEqual(['a', 'b']);
  });
});
