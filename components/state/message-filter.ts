// What narrows the list of messages, as it is kept between two openings of the popup: a flat draft, the query over what is kept, and
// the one for the service. Leans on lib/message-query.ts; asks nothing.
import type { MessageFilter, MessageQuery } from '../../lib/message-query.ts';
import { type Draft, useDraft } from './draft.ts';

/** `since` and `until` are days, `YYYY-MM-DD` as a date field gives them, both included; empty for none. */
const OPEN = { query: '', from: '', since: '', until: '', unread: false };
export type Sifting = typeof OPEN;

export const useSifting = (): Draft<Sifting> => useDraft('inbox.search', OPEN);

/** What the service can be asked too; empty members are left out, as it wants at least one. */
export interface ServiceSearch {
  query?: string;
  from?: string;
  after?: number;
  before?: number;
}

export function searchOf({ query, from, since, until }: Sifting): ServiceSearch {
  const after = dayStart(since, 0);
  const before = dayStart(until, 1);
  return {
    ...(query.trim() && { query: query.trim() }),
    ...(from.trim() && { from: from.trim() }),
    ...(after !== null && { after }),
    ...(before !== null && { before }),
  };
}

/** @param addressId the identity whose messages are shown, or `''` for all */
export function queryOf(sifting: Sifting, addressId: string): MessageQuery {
  const { query: _, ...filter } = searchOf(sifting);
  const { unread } = sifting;
  return {
    text: sifting.query,
    filter: { ...filter, ...(addressId && { addressId }), ...(unread && { unread }) } satisfies MessageFilter,
  };
}

/** How many filters are set beside the words. */
export const siftedBy = ({ from, since, until, unread }: Sifting): number =>
  [from.trim() !== '', dayStart(since, 0) !== null, dayStart(until, 0) !== null, unread].filter(Boolean)
    .length;

/** Takes every filter away and leaves the words. */
export const unsifted = (): Partial<Sifting> => {
  const { from, since, until, unread } = OPEN;
  return { from, since, until, unread };
};

/** @returns when a day begins where the person is, so many days on; null for what is no day. */
function dayStart(day: string, on: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || year === undefined || month === undefined || date === undefined)
    return null;
  const time = new Date(year, month - 1, date + on).getTime();
  return Number.isNaN(time) ? null : time;
}
