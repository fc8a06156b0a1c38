// The budget's arithmetic over time, and its meter between many askers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../lib/error.ts';
import { type Budget, freshBudget, learn, PER_MINUTE, refill, take } from '../../../lib/sync/budget.ts';
import { type BudgetStore, createMeter } from '../../../lib/sync/meter.ts';

const START = 1_800_000_000_000;
const ok = { status: 200, retryAfter: null, rate: null };
const refused = (retryAfter: number | null) => ({ status: 429, retryAfter, rate: null });

/** Takes until refused. */
function drain(budget: Budget, now: number): { budget: Budget; taken: number; wait: number } {
  for (let taken = 0; ; taken += 1) {
    const next = take(budget, now);
    if (next.wait > 0) return { budget: next.budget, taken, wait: next.wait };
    budget = next.budget;
  }
}

describe('taking', () => {
  test('a minute holds sixty, then one a second', () => {
    const { budget, taken, wait } = drain(freshBudget(START), START);
    expect([taken, wait]).toEqual([60, 1000]);
    expect(take(budget, START + 999).wait).toBe(1);
    expect(drain(budget, START + 1000).taken).toBe(1);
    expect(drain(budget, START + 30_000).taken).toBe(30);
    expect(drain(budget, START + 3_600_000).taken).toBe(60);
  });

  test('a service that counts a hundred in any minute is never asked for more', () => {
    let budget = freshBudget(START, { perMinute: 66, size: 30 });
    const sent: number[] = [];
    for (let now = START; now < START + 300_000; now += 100) {
      const drained = drain(budget, now);
      budget = drained.budget;
      for (let times = 0; times < drained.taken; times += 1) sent.push(now);
    }
    const most = Math.max(...sent.map((at) => sent.filter((one) => one >= at && one < at + 60_000).length));
    expect(most).toBeLessThanOrEqual(100);
    expect(sent.length).toBeGreaterThan(340);
  });

  test('waiting as told is always enough', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ after: fc.nat(20_000), retryAfter: fc.option(fc.nat(90_000)), hit: fc.boolean() }),
          {
            maxLength: 60,
          },
        ),
        (steps) => {
          let now = START;
          let budget = freshBudget(now);
          for (const { after, retryAfter, hit } of steps) {
            now += after;
            ({ budget } = take(budget, now));
            budget = learn(budget, now, hit ? refused(retryAfter) : ok);
          }
          const first = take(budget, now);
          let { wait } = first;
          // A block may end before there is a token; two waits at most.
          for (let times = 0; times < 2 && wait > 0; times += 1) {
            now += wait;
            ({ wait } = take(first.budget, now));
          }
          expect(wait).toBe(0);
        },
      ),
    );
  });

  test('never more than the rate allows over any stretch of time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 300 }), (gaps) => {
        let now = START;
        let budget = freshBudget(now);
        let sent = 0;
        for (const gap of gaps) {
          now += gap;
          const next = take(budget, now);
          budget = next.budget;
          if (next.wait === 0) sent += 1;
        }
        expect(sent).toBeLessThanOrEqual(PER_MINUTE + ((now - START) * PER_MINUTE) / 60_000);
      }),
    );
  });

  test('is plain JSON between two lives of the worker', () => {
    let budget = drain(freshBudget(START), START).budget;
    budget = learn(budget, START, refused(5000));
    expect(JSON.parse(JSON.stringify(budget))).toEqual(budget);
  });

  test('a clock set back gives nothing and blocks for a day at most', () => {
    const { budget } = drain(freshBudget(START), START);
    expect(drain(budget, START - 3_600_000).taken).toBe(0);
    expect(take(refill(budget, START - 3_600_000), START - 3_599_000).wait).toBe(0);
    const blocked = learn(budget, START, refused(60_000));
    expect(take(blocked, START - 30 * 86_400_000).wait).toBe(86_400_000);
  });
});

describe('a refusal', () => {
  test('waits as the server said', () => {
    const budget = learn(freshBudget(START), START, refused(7000));
    expect(take(budget, START + 6999).wait).toBe(1);
    expect(take(budget, START + 7000).wait).toBe(0);
  });

  test('without a word waits 1, 2, 4 … seconds, a minute at most, and starts over after a success', () => {
    let now = START;
    let budget = freshBudget(now);
    const waits: number[] = [];
    for (let times = 0; times < 9; times += 1) {
      budget = learn(budget, now, refused(null));
      waits.push(budget.blockedUntil - now);
      now = budget.blockedUntil;
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    budget = learn(budget, now, ok);
    expect(learn(budget, now, refused(null)).blockedUntil - now).toBe(1000);
  });

  test('lowers the rate, not below six, and is forgotten after ten quiet minutes', () => {
    let now = START;
    let budget = freshBudget(now);
    const rates: number[] = [];
    for (let times = 0; times < 12; times += 1) {
      budget = learn(budget, now, refused(1000));
      rates.push(budget.perMinute);
      now = budget.blockedUntil;
    }
    expect(rates.slice(0, 4)).toEqual([45, 33, 24, 18]);
    expect(rates.at(-1)).toBe(6);
    expect(refill(budget, now + 590_000).perMinute).toBe(6);
    expect(refill(budget, now + 600_000).perMinute).toBe(60);
  });

  test('of many requests at once is one lesson', () => {
    let budget = freshBudget(START);
    for (let times = 0; times < 5; times += 1) budget = learn(budget, START + times, refused(3000));
    expect(budget).toMatchObject({ perMinute: 45, strikes: 1, blockedUntil: START + 3004 });
  });
});

describe('the meter', () => {
  /** As lib/session-item.ts: each change waits for the one before. */
  function storeOf(budget: Budget): BudgetStore {
    let queue = Promise.resolve();
    let value = budget;
    return {
      change: (step) => {
        const turn = queue.then(() => {
          const { next, result } = step(structuredClone(value));
          value = next;
          return result;
        });
        queue = turn.then(() => undefined);
        return turn;
      },
    };
  }

  test('lets sixty of a hundred askers through and tells the others how long', async () => {
    const meter = createMeter(storeOf(freshBudget(START)), () => START);
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, () => meter.take({ metered: true })),
    );
    const errors = answers.flatMap((it) => (it.status === 'rejected' ? [it.reason as AppError] : []));
    expect(errors).toHaveLength(40);
    for (const { code, detail } of errors)
      expect([code, detail]).toEqual(['budget', { retryAfter: 1000, retryAt: START + 1000 }]);
  });

  test('stops everyone after a 429', async () => {
    const meter = createMeter(storeOf(freshBudget(START)), () => START);
    await meter.take({ metered: true });
    await meter.learn({ ...refused(9000), rate: null });
    await expect(meter.take({ metered: true })).rejects.toMatchObject({
      code: 'budget',
      detail: { retryAfter: 9000 },
    });
  });
});
