// `/v1/analytics/sessions/overview` (contract §9): fourteen UTC days, today last, every one of them there. Open sessions past
// their end count as expired here, though reading them says otherwise.
import { type Call, ok, type Route } from './call.ts';
import { isActive } from './lifecycle.ts';
import type { SessionRow } from './rows.ts';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 14;

type Outcome = 'active' | 'success' | 'failure' | 'expired' | 'cancelled';

const OUTCOME: Readonly<Record<SessionRow['status'], Outcome>> = {
  created: 'active',
  in_progress: 'active',
  succeeded: 'success',
  failed: 'failure',
  expired: 'expired',
  cancelled: 'cancelled',
};

function overview({ state, org, world }: Call): Response {
  const now = world.now();
  const rows = [...state.sessions.values()].filter(({ orgId }) => orgId === org.id);
  const outcomeOf = (row: SessionRow): Outcome =>
    isActive(row) && now >= row.expiresAt ? 'expired' : OUTCOME[row.status];
  const count = (of: readonly SessionRow[]) => {
    const by = (outcome: Outcome): number => of.filter((row) => outcomeOf(row) === outcome).length;
    return {
      total: of.length,
      active: by('active'),
      success: by('success'),
      failure: by('failure'),
      expired: by('expired'),
      cancelled: by('cancelled'),
    };
  };
  const today = Math.floor(now / DAY) * DAY;
  const days = Array.from({ length: DAYS }, (_, at) => today - (DAYS - 1 - at) * DAY);
  const first = days[0] ?? today;
  const dated = days.map((start) => ({ start, date: new Date(start).toISOString().slice(0, 10) }));
  const trend = dated.map(({ start, date }) => {
    const made = rows.filter(({ createdAt }) => createdAt >= start && createdAt < start + DAY);
    const { success, failure, expired, cancelled } = count(made);
    return { cancelled, date, expired, failure, success };
  });
  const timeline = dated.map(({ start, date }) => {
    const made = rows.filter(({ createdAt }) => createdAt >= first && createdAt < start + DAY);
    const { active, cancelled, expired, failure, success, total } = count(made);
    return { active, cancelled, date, expired, failure, success, total };
  });
  return ok({ summary: count(rows), trend, timeline });
}

export const analyticsRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/analytics/sessions/overview', run: overview },
];
