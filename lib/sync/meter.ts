// Binds the budget's arithmetic to where its state rests: the transport's meter of one key. Leans on budget.ts and on a
// store whose changes take turns (lib/session-item.ts in the worker). Never waits: `budget` with the time is the answer.
import * as v from 'valibot';
import { AppError } from '../error.ts';
import type { Meter } from '../providers/http.ts';
import { type Budget, learn, take } from './budget.ts';

/** Read, change, write, one after the other. */
export interface BudgetStore {
  change<R>(step: (budget: Budget) => { next: Budget; result: R }): Promise<R>;
}

const maybeNumber = v.nullable(v.number());

/** For whoever keeps the state: what an older build left may be anything. */
export const budgetShape: v.GenericSchema<unknown, Budget> = v.object({
  ceiling: v.number(),
  size: v.number(),
  perMinute: v.number(),
  credit: v.number(),
  at: v.number(),
  blockedUntil: v.number(),
  strikes: v.number(),
  refusedAt: v.number(),
  quota: v.nullable(v.object({ remaining: maybeNumber, limit: maybeNumber, resetAt: maybeNumber })),
});

/** `take` throws AppError `budget` with `retryAfter` in milliseconds, and nothing is sent. */
export function createMeter(store: BudgetStore, now: () => number = Date.now): Meter {
  return {
    async take({ metered }) {
      const wait = await store.change((budget) => {
        const taken = take(budget, now(), metered);
        return { next: taken.budget, result: taken.wait };
      });
      if (wait > 0) throw new AppError('budget', { retryAfter: wait, retryAt: now() + wait });
    },
    learn: (answer) => store.change((budget) => ({ next: learn(budget, now(), answer), result: undefined })),
  };
}
