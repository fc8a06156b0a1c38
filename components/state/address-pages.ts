// The addresses that match a query, fetched a screenful at a time as they are looked at: rows not asked for yet are holes. Leans on
// addresses.search; an answer that was overtaken by another query, or by a change of the list, is dropped.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AddressPage, AddressQuery } from '../../lib/address-query.ts';
import type { AppError } from '../../lib/error.ts';
import type { Address } from '../../lib/model.ts';
import { PAGE_ROWS } from '../../lib/page-of.ts';
import { asAppError, ask, useChanged } from './ask.ts';

export interface AddressPages {
  /** As long as there are matches; undefined where a row is on its way. */
  items: readonly (Address | undefined)[];
  /** The newest page's word on the list; null before the first answer. */
  page: Omit<AddressPage, 'rows'> | null;
  error: AppError | null;
  /** Tells which rows are looked at, both ends included. */
  look: (first: number, last: number) => void;
  again: () => void;
}

/** While the list is still being opened it is asked again after this many milliseconds; the worker takes its time to answer. */
const GROWING_MS = 20;

interface Found {
  /** The query and the state of the list these pages are of. */
  key: string;
  page: AddressPage;
  rows: ReadonlyMap<number, Address>;
}

export function useAddressPages(query: AddressQuery): AddressPages {
  const key = JSON.stringify(query);
  const [found, setFound] = useState<Found | null>(null);
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
      const args = { ...(JSON.parse(key) as AddressQuery), offset, limit: PAGE_ROWS };
      ask('addresses.search', args).then(
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
          setError(asAppError(problem, 'addresses.search'));
        },
      );
    },
    [key],
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

  useEffect(() => {
    // Another query begins at its top, whatever was scrolled to before.
    sight.current = { first: 0, last: PAGE_ROWS - 1 };
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  useChanged(['addresses', 'accounts', 'vault'], again);

  const growing = found !== null && found.page.building !== null;
  useEffect(() => {
    if (!growing) return;
    const timer = setTimeout(again, GROWING_MS);
    return () => clearTimeout(timer);
  }, [growing, found, again]);

  const items = useMemo(() => itemsOf(found), [found]);
  return { items, page: found?.page ?? null, error, look, again };
}

/** Pages of one query and one state of the list belong together; a page of another takes the place of them all. */
function merge(before: Found | null, key: string, offset: number, page: AddressPage): Found {
  const same = before !== null && before.key === key && before.page.generation === page.generation;
  const rows = new Map(same ? before.rows : []);
  for (const [at, row] of page.rows.entries()) rows.set(offset + at, row);
  return { key, page, rows };
}

function itemsOf(found: Found | null): (Address | undefined)[] {
  const items = new Array<Address | undefined>(found?.page.total ?? 0).fill(undefined);
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
