// How far a service's clock goes ahead of ours: learned from the `Date` of its answers, so that "came after the page asked" is not judged by
// two clocks. Leans on storage.session, which outlives the worker. Small differences are nobody's fault and are not counted.
import * as v from 'valibot';
import { type SessionItem, sessionItem } from '../session-item.ts';

/** Milliseconds that clocks, headers of whole seconds and slow answers may differ by. */
const USUAL = 30_000;
/** A change smaller than this is the way's, not the clock's. */
const SAME = 5000;

const items = new Map<string, SessionItem<number>>();
const known = new Map<string, number>();

function itemOf(accountId: string): SessionItem<number> {
  const item = items.get(accountId) ?? sessionItem(`ahead:${accountId}`, v.number(), () => 0);
  items.set(accountId, item);
  return item;
}

/** @param ahead milliseconds by which an answer's clock goes ahead of ours */
export async function noteServiceClock(accountId: string, ahead: number): Promise<void> {
  const counted = Math.abs(ahead) < USUAL ? 0 : ahead;
  const before = known.get(accountId) ?? (await itemOf(accountId).get());
  if (Math.abs(before - counted) < SAME) {
    known.set(accountId, before);
    return;
  }
  known.set(accountId, counted);
  await itemOf(accountId).set(counted);
}

/** @returns milliseconds by which the account's service goes ahead of our clock; 0 where nobody knows */
export async function serviceAhead(accountId: string): Promise<number> {
  return known.get(accountId) ?? itemOf(accountId).get();
}

/** The same for several accounts. */
export async function servicesAhead(accountIds: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(accountIds)];
  return new Map(await Promise.all(ids.map(async (id) => [id, await serviceAhead(id)] as const)));
}
