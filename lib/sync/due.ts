// When a list is read unasked: at an unlock, if it was not looked at for a day. Pure. The newest page shows what came since; the
// whole list of a large account is read so seldom that a month of doing nothing takes fewer than forty requests.
import type { Progress } from '../forwarding.ts';

const DAY = 24 * 60 * 60_000;
/** A month has 31 looks; what is left of the forty pays for the further pages of whole readings: one request in six days. */
const DAYS_A_PAGE = 6;

/** After a failure: a worker starts every minute, and a service that is down or has refused is not asked each time. */
const CALM = 60 * 60_000;

export type Due = 'no' | 'newest' | 'whole';

/** @param calmly whether a failure of late is to be left alone */
export function duePull(progress: Progress, now: number, calmly: boolean): Due {
  const { lookedAt, wholeAt, pages, walk, trouble } = progress;
  if (calmly && trouble !== null && now >= trouble.at && now - trouble.at < CALM) return 'no';
  if (walk !== null && !walk.stopped) return 'whole';
  if (lookedAt === null || wholeAt === null) return walk === null ? 'whole' : 'no';
  if (now >= lookedAt && now - lookedAt < DAY) return 'no';
  const rest = Math.max(1, ((pages ?? 1) - 1) * DAYS_A_PAGE) * DAY;
  return now - wholeAt >= rest ? 'whole' : 'newest';
}

/** How many requests reading the list to its end will still take, as far as anybody told. */
export function costOf({ pages, walk, total }: Pick<Progress, 'pages' | 'walk' | 'total'>): number {
  if (walk !== null && walk.done > 0 && total !== null) {
    return Math.max(1, Math.ceil((total - walk.done) / (walk.done / walk.pages)));
  }
  return Math.max(1, (pages ?? 1) - (walk?.pages ?? 0));
}
