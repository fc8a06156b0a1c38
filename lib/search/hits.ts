// What a query found, in the order asked for, a page at a time. Pure; ties go by id, so that a page is the same after every
// restart. Plain numbers in typed arrays: a single letter finds nearly everything, and that too must take milliseconds.
import type { AddressSort } from '../address-query.ts';
import type { SearchChunk } from './chunk.ts';
import { FIELDS } from './entry.ts';
import { sortPart } from './select.ts';

/** A chunk with the places of its line feeds, which is all that is reckoned beforehand. */
export interface Held {
  readonly chunk: SearchChunk;
  readonly ends: Uint32Array;
}

export interface Hits {
  /** Every entry of `held` whose score is above zero (all without scores) and that `lets` lets through. @returns how many. */
  add(held: Held, scores: Uint16Array | null, lets: (chunk: SearchChunk, at: number) => boolean): number;
  count(): number;
  ids(offset: number, count: number): string[];
}

/** Hits by their number. Below zero: `a` comes first. */
type Compare = (a: number, b: number) => number;

const EACH = FIELDS.length;
const EMAIL = FIELDS.indexOf('email');
const TIME: Record<AddressSort, 'recent' | 'createdAt'> = {
  best: 'recent',
  used: 'recent',
  created: 'createdAt',
  email: 'recent',
  site: 'recent',
};

/** What is kept of each hit: the number of its chunk, its place there, its score, its time; and the order of all. */
export interface Room {
  homes: Uint32Array;
  places: Uint32Array;
  scores: Uint16Array;
  times: Float64Array;
  order: Uint32Array;
}

/** @param most hits there can be. */
export function roomFor(most: number): Room {
  return {
    homes: new Uint32Array(most),
    places: new Uint32Array(most),
    scores: new Uint16Array(most),
    times: new Float64Array(most),
    order: new Uint32Array(most),
  };
}

/** @param room is taken over: earlier hits in it are gone. */
export function createHits(sort: AddressSort, room: Room): Hits {
  const { homes, places, scores, times, order } = room;
  const chunks: Held[] = [];
  const emails: string[] = [];
  let known = 0;

  const chunkOf = (hit: number) => chunks[homes[hit] ?? 0]?.chunk;
  const idOf = (hit: number): string => chunkOf(hit)?.ids[places[hit] ?? 0] ?? '';
  const siteOf = (hit: number): string | null => chunkOf(hit)?.sites[places[hit] ?? 0] ?? null;
  const emailOf = (hit: number): string => {
    const before = emails[hit];
    if (before !== undefined) return before;
    const { chunk, ends } = chunks[homes[hit] ?? 0] ?? {};
    const line = (places[hit] ?? 0) * EACH + EMAIL;
    const email = chunk?.texts.slice((ends?.[line - 1] ?? -1) + 1, ends?.[line]) ?? '';
    emails[hit] = email;
    return email;
  };
  const byId: Compare = (a, b) => byText(idOf(a), idOf(b));
  const byTime: Compare = (a, b) => (times[b] ?? 0) - (times[a] ?? 0) || byId(a, b);
  const byEmail: Compare = (a, b) => byText(emailOf(a), emailOf(b)) || byId(a, b);
  const COMPARE: Record<AddressSort, Compare> = {
    best: (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || byTime(a, b),
    used: byTime,
    created: byTime,
    email: byEmail,
    site: (a, b) => lastIfNone(siteOf(a), siteOf(b)) || byEmail(a, b),
  };

  return {
    add(held, found, lets) {
      const home = chunks.push(held) - 1;
      const { chunk } = held;
      const time = chunk[TIME[sort]];
      const before = known;
      for (let at = 0; at < chunk.ids.length; at += 1) {
        const score = found === null ? 1 : (found[at] ?? 0);
        if (score === 0 || !lets(chunk, at)) continue;
        homes[known] = home;
        places[known] = at;
        scores[known] = score;
        times[known] = time[at] ?? 0;
        order[known] = known;
        known += 1;
      }
      return known - before;
    },
    count: () => known,
    ids(offset, count) {
      const all = order.subarray(0, known);
      sortPart(all, offset, offset + count, COMPARE[sort]);
      return Array.from(all.subarray(offset, offset + count), idOf);
    },
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lastIfNone(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(a, b);
}
