// The `insights` slot: Kayle's one analytics route (contract §9), fourteen zero-filled UTC days. Leans on the transport;
// computes nothing the server did not say.
import * as v from 'valibot';
import type { CheckInsights } from '../../check.ts';
import type { InsightSlot } from '../check-slots.ts';
import type { Transport } from '../http.ts';
import { dataOf, wholeNumber } from './wire.ts';

export const ANALYTICS_READ = 'analytics:read';

const outcomes = {
  success: wholeNumber,
  failure: wholeNumber,
  expired: wholeNumber,
  cancelled: wholeNumber,
};
const counts = { ...outcomes, total: wholeNumber, active: wholeNumber };
const date = v.pipe(v.string(), v.isoDate());

const overview = dataOf(
  v.pipe(
    v.object({
      summary: v.object(counts),
      trend: v.array(v.object({ date, ...outcomes })),
      timeline: v.array(v.object({ date, ...counts })),
    }),
    v.transform(
      ({ summary, trend, timeline }): CheckInsights => ({ summary, days: trend, totals: timeline }),
    ),
  ),
);

export function insightSlot(send: Transport): InsightSlot {
  return {
    overview: (signal) =>
      send(
        {
          method: 'GET',
          path: '/analytics/sessions/overview',
          effect: 'read',
          scope: ANALYTICS_READ,
          reply: overview,
        },
        signal,
      ),
  };
}
