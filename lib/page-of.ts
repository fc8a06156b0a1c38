// A page of a long list that is kept sealed and searched: what any such answer tells beside its rows. Types and bounds alone.

/** Rows of one answer at the most: a screenful and what is scrolled next, never the whole list in one message. */
export const PAGE_ROWS = 50;

export interface PageOf<Row> {
  /** At most `PAGE_ROWS`, from the offset asked for on. */
  rows: Row[];
  /** How many match. */
  total: number;
  /** How many there are. */
  of: number;
  /** Records that do not open; they are in no answer. */
  damaged: number;
  /** How much of the list is open already; what is answered meanwhile is of these only. Null: all of it. */
  building: { done: number; total: number } | null;
  /** Changes with every change of any record of the list: pages of one list have the same. */
  generation: number;
}
