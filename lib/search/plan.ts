// What makes a search of one kind of record: its layout, what finding a word in which field is worth, the orders it can be
// listed in, and its filters. Types alone; the kinds are in address-plan.ts and message-plan.ts.
import type { Held } from './chunk.ts';
import type { SearchLayout } from './entry.ts';

/** What finding a word is worth at the start of a text, at the start of a word of it, anywhere in it. */
export interface Worth {
  readonly start: number;
  readonly word: number;
  readonly anywhere: number;
}

/** `score`: the best match first. `time`: the latest first. A key or a field: by letters, what has none last. */
export type SortBy = 'score' | 'time' | { readonly key: string } | { readonly field: string };

export interface Order {
  /** Which number of the layout is the time of this order. */
  readonly time: string;
  /** The first foremost; ties go by id, so that a page is the same after every restart. */
  readonly by: readonly SortBy[];
}

/** Whether the entry at a place of a chunk is let through; damaged ones never are. */
export type Lets = (held: Held, at: number) => boolean;

export interface SearchPlan<Filter, Sort extends string> {
  readonly layout: SearchLayout;
  /** One for each field of the layout. */
  readonly worth: readonly Worth[];
  /** A key whose value has a name that an entry is found by as well; null where there is none. */
  readonly named: { readonly key: string; readonly worth: Worth } | null;
  readonly orders: Readonly<Record<Sort, Order>>;
  readonly lets: (filter: Filter) => Lets;
}
