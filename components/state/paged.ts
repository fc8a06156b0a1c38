// A long list fetched a screenful at a time as it is looked at: rows not asked for yet are holes. Leans on lib/page-of.ts; an answer
// that was overtaken by another query, or by a change of the list, is dropped.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AppError } from '../../lib/error.ts';
import type { ChangeArea } from '../../lib/messages/contract.ts';
import { PAGE_ROWS, type PageOf } from '../../lib/page-of.ts';
import { asAppError, useChanged } from './ask.ts';

export interface Paged<Row> {
  /** As long as there are matches; undefined where a row is on its way. */
  items: readonly (Row | undefined)[];
  /** The newest page's word on the list; null before the first answer. */
  page: Omit<PageOf<Row>, 'rows'> | null;
  error: AppError | null;
  /** Tells which rows are looked at, both ends included. */
  look: (first: number, last: number) => void;
  again: () => void;
}

export interface Source<Query, Row> {
  /** Where a fault is reported. */
  name: string;
  fetch: (query: Query, offset: number, limit: number) => Promise<PageOf<Row>>;
  /** Whose changes change the list. */
  areas: readonly ChangeArea[];
}

/** While the list is still being opened it is asked again after this many milliseconds; the worker takes its time to answer. */
const GROWING_MS = 20;

interface Found<Row> {
  /** The query and the state of the list these pages are of. */
  key: string;
  page: PageOf<Row>;
  rows: ReadonlyMap<number, Row>;
}

/** @param source the same one for as long as the component lives. @param query plain JSON. */
export function usePaged<Query, Row>(source: Source<Query, Row>, query: Query): Paged<Row> {
  const key = JSON.stringify(query);
  const [found, setFound] = useState<Found<Row> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const turn = useRef(0);
  const sight = useRef({ first: 0, last: PAGE_ROWS - 1 });
  const asked = useRef(new Set<number>());
  const generation = useRef<number | null>(null);

  const fetch = useCallback(
    function fetchPage(offset: number) {
      if (asked.current.has(offset)) return;
      asked.current.add(offset);
      const mine = turn.current;
      source.fetch(JSON.parse(key) as Query, offset, PAGE_ROWS).then(
        (page) => {
          if (mine !== turn.current) return;
          // The list changed between two pages of it: the others in sight are asked for once more.
          if (generation.current !== page.generation) asked.current = new Set([offset]);
          generation.current = page.generation;
          setError(null);
          setFound((before) => merge(before, key, offset, page));
          for (const other of pagesOver(sight.current.first, sight.current.last)) {
            if (other < page.total) fetchPage(other);
          }
        },
        (problem: unknown) => {
          if (mine !== turn.current) return;
          asked.current.delete(offset);
          setError(asAppError(problem, source.name));
        },
      );
    },
    [source, key],
  );

  const look = useCallback(
    (first: number, last: number) => {
      sight.current = { first, last };
      for (const offset of pagesOver(first, last)) fetch(offset);
    },
    [fetch],
  );

  /** Everything is asked for anew; what is shown stays until it is answered. */
  const again = useCallback(() => {
    turn.current += 1;
    asked.current = new Set();
    look(sight.current.first, sight.current.last);
  }, [look]);

  useLayoutEffect(() => {
    // Another query begins at its top, whatever was scrolled to before.
    sight.current = { first: 0, last: PAGE_ROWS - 1 };
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  useChanged(source.areas, again);

  const growing = found !== null && found.page.building !== null;
  useLayoutEffect(() => {
    if (!growing) return;
    const timer = setTimeout(again, GROWING_MS);
    return () => clearTimeout(timer);
  }, [growing, found, again]);

  const items = useMemo(() => itemsOf(found), [found]);
  return { items, page: found?.page ?? null, error, look, again };
}

/** Pages of one query and one state of the list belong together; a page of another takes the place of them all. */
function merge<Row>(before: Found<Row> | null, key: string, offset: number, page: PageOf<Row>): Found<Row> {
  const same = before !== null && before.key === key && before.page.generation === page.generation;
  const rows = new Map(same ? before.rows : []);
  for (const [at, row] of page.rows.entries()) rows.set(offset + at, row);
  return { key, page, rows };
}

function itemsOf<Row>(found: Found<Row> | null): (Row | undefined)[] {
  const items = new Array<Row | undefined>(found?.page.total ?? 0).fill(undefined);
  for (const [at, row] of found?.rows ?? []) if (at < items.length) items[at] = row;
  return items;
}

/** The offsets of the pages that rows `first` to `last` stand on. */
function pagesOver(first: number, last: number): number[] {
  const start = Math.floor(first / PAGE_ROWS) * PAGE_ROWS;
  return Array.from(
    { length: Math.floor((last - start) / PAGE_ROWS) + 1 },
    (_, index) => start + index * PAGE_ROWS,
  );
}
