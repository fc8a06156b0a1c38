// What a query found, in the order asked for, a page at a time. Pure; ties go by id, so that a page is the same after every
// restart. Plain numbers in typed arrays: a single letter finds nearly everything, and that too must take milliseconds.
import { type Held, lineOf } from './chunk.ts';
import type { Lets, Order, SortBy } from './plan.ts';
import { sortPart } from './select.ts';

export interface Hits {
  /** Every entry of `held` whose score is above zero (all without scores) and that `lets` lets through. @returns how many. */
  add(held: Held, scores: Uint16Array | null, lets: Lets): number;
  count(): number;
  ids(offset: number, count: number): string[];
}

/** Hits by their number. Below zero: `a` comes first. */
type Compare = (a: number, b: number) => number;

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

/**
 * @param fields names of the lines of an entry
 * @param room is taken over: earlier hits in it are gone.
 */
export function createHits(sort: Order, fields: readonly string[], room: Room): Hits {
  const { homes, places, scores, times, order } = room;
  const chunks: Held[] = [];
  let known = 0;

  const heldOf = (hit: number): Held | undefined => chunks[homes[hit] ?? 0];
  const idOf = (hit: number): string => heldOf(hit)?.chunk.ids[places[hit] ?? 0] ?? '';
  const byId: Compare = (a, b) => byText(idOf(a), idOf(b));
  const compareBy = (by: SortBy): Compare => {
    if (by === 'score') return (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0);
    if (by === 'time') return (a, b) => (times[b] ?? 0) - (times[a] ?? 0);
    if ('key' in by) {
      const keyOf = (hit: number) => heldOf(hit)?.chunk.keys[by.key]?.[places[hit] ?? 0] ?? null;
      return (a, b) => lastIfNone(keyOf(a), keyOf(b));
    }
    const field = fields.indexOf(by.field);
    const texts: string[] = [];
    const textOf = (hit: number): string => {
      const before = texts[hit];
      if (before !== undefined) return before;
      const held = heldOf(hit);
      const text = held ? lineOf(held, (places[hit] ?? 0) * fields.length + field) : '';
      texts[hit] = text;
      return text;
    };
    return (a, b) => byText(textOf(a), textOf(b));
  };
  const compares = [...sort.by.map(compareBy), byId];
  const compare: Compare = (a, b) => {
    for (const one of compares) {
      const difference = one(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };

  return {
    add(held, found, lets) {
      const home = chunks.push(held) - 1;
      const { chunk } = held;
      const time = chunk.numbers[sort.time] ?? [];
      const before = known;
      for (let at = 0; at < chunk.ids.length; at += 1) {
        const score = found === null ? 1 : (found[at] ?? 0);
        if (score === 0 || !lets(held, at)) continue;
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
      sortPart(all, offset, offset + count, compare);
      return Array.from(all.subarray(offset, offset + count), idOf);
    },
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lastIfNone(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(a, b);
}
