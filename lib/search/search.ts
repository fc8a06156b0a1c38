// The open index: every chunk in memory, and what is found in it. A query that only goes on typing passes over the chunks in
// which the last one found nothing; a further page of the same query searches nothing anew. Pure; opens nothing, and knows no
// record but by its id.
import { type Held, lineEnds, type SearchChunk } from './chunk.ts';
import { DAMAGED } from './entry.ts';
import { wordsOf } from './fold.ts';
import { createHits, type Hits, roomFor } from './hits.ts';
import { type Look, pricesOf, wordIn } from './match.ts';
import type { SearchPlan } from './plan.ts';

export interface SearchQuery<Filter, Sort extends string> {
  text: string;
  filter: Filter;
  sort: Sort;
  /** What is found by the name of one of its keys (SearchPlan.named): names by the key's value. */
  names: ReadonlyMap<string, string>;
}

export interface Found {
  ids: readonly string[];
  total: number;
}

export interface SearchIndex<Filter, Sort extends string> {
  /** @returns the ids from `offset` on, at most `count`, and how many match. */
  find(query: SearchQuery<Filter, Sort>, offset: number, count: number): Found;
  /** Puts, replaces or (null) drops chunks by their number. The last word counts, so the same may be told twice. */
  setChunks(chunks: ReadonlyMap<number, SearchChunk | null>): void;
  /** All there is, for what is counted rather than found. */
  chunks(): Iterable<SearchChunk>;
  /** How many records there are, damaged ones included. */
  size(): number;
  damaged(): number;
}

/** What was found last. */
interface Last {
  words: readonly string[];
  /** All but the words: where this differs, nothing can be taken up. */
  scope: string;
  hits: Hits;
  /** The chunks with a hit. */
  live: readonly Held[];
}

interface Scratch {
  sums: Uint16Array;
  worths: Uint16Array;
}

const scratchFor = (entries: number): Scratch => ({
  sums: new Uint16Array(entries),
  worths: new Uint16Array(entries),
});

export function createSearchIndex<Filter, Sort extends string>(
  plan: SearchPlan<Filter, Sort>,
): SearchIndex<Filter, Sort> {
  const held = new Map<number, Held>();
  const prices = pricesOf(plan);
  let last: Last | null = null;
  // Used again with every keystroke: memory that comes and goes by the megabyte keeps the collector busy.
  let room = roomFor(0);
  let scratch = scratchFor(0);

  const size = (): number => sum(held.values(), ({ chunk }) => chunk.ids.length);

  const search = ({ text, filter, sort, names }: SearchQuery<Filter, Sort>): Last => {
    const words = wordsOf(text);
    const scope = JSON.stringify([sort, filter, [...names]]);
    const before = last?.scope === scope ? last : null;
    if (before !== null && sameWords(before.words, words)) return before;
    const among = before !== null && narrows(before.words, words) ? before.live : held.values();
    const lets = plan.lets(filter);
    const looks = words.map((word) => wordIn(word, names, prices));
    const hits = createHits(plan.orders[sort], plan.layout.fields, room);
    const live: Held[] = [];
    for (const one of among) {
      const scores = looks.length === 0 ? null : scoresOf(one, looks, scratch);
      if (looks.length > 0 && scores === null) continue;
      if (hits.add(one, scores, lets) > 0) live.push(one);
    }
    return { words, scope, hits, live };
  };

  return {
    find(query, offset, count) {
      last = search(query);
      return { ids: last.hits.ids(offset, count), total: last.hits.count() };
    },
    setChunks(chunks) {
      for (const [number, chunk] of chunks) {
        if (chunk === null) held.delete(number);
        else held.set(number, { chunk, ends: lineEnds(chunk.texts) });
      }
      last = null;
      const entries = size();
      if (entries > room.places.length) room = roomFor(entries);
      const longest = Math.max(0, ...Array.from(held.values(), ({ chunk }) => chunk.ids.length));
      if (longest > scratch.sums.length) scratch = scratchFor(longest);
    },
    chunks: () => Array.from(held.values(), ({ chunk }) => chunk),
    size,
    damaged: () =>
      sum(held.values(), ({ chunk }) => chunk.flags.filter((flags) => (flags & DAMAGED) !== 0).length),
  };
}

/** @returns for each entry the sum over all words, 0 where one of them is missing; null where that is so everywhere. */
function scoresOf({ chunk, ends }: Held, looks: readonly Look[], scratch: Scratch): Uint16Array | null {
  const sums = scratch.sums.subarray(0, chunk.ids.length);
  const worths = scratch.worths.subarray(0, chunk.ids.length);
  for (const [turn, look] of looks.entries()) {
    if (!look(chunk, ends, turn === 0 ? sums : worths)) return null;
    if (turn > 0) addWorths(sums, worths);
  }
  return sums;
}

function addWorths(sums: Uint16Array, worths: Uint16Array): void {
  for (let at = 0; at < sums.length; at += 1) {
    const before = sums[at] ?? 0;
    const worth = worths[at] ?? 0;
    sums[at] = before > 0 && worth > 0 ? before + worth : 0;
  }
}

const sum = <Item>(items: Iterable<Item>, of: (item: Item) => number): number => {
  let whole = 0;
  for (const item of items) whole += of(item);
  return whole;
};

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

/** Whether everything that holds `after` holds `before`: each earlier word is part of a later one. */
const narrows = (before: readonly string[], after: readonly string[]): boolean =>
  before.every((word) => after.some((longer) => longer.includes(word)));
