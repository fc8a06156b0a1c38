// Which addresses of the list are chosen, while choosing is on: by one, or all that match. Leans on nothing; keeps no address after
// choosing ended.
import { useCallback, useMemo, useState } from 'preact/hooks';

export interface Chosen {
  on: boolean;
  /** Every match, also those never scrolled to; a single one that is flipped then ends this. */
  all: boolean;
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  flip: (id: string) => void;
  takeAll: (all: boolean) => void;
  toggle: () => void;
}

export function useChosen(): Chosen {
  const [on, setOn] = useState(false);
  const [all, setAll] = useState(false);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const flip = useCallback((id: string) => {
    setAll(false);
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const takeAll = useCallback((whole: boolean) => {
    setAll(whole);
    setIds(new Set());
  }, []);
  const toggle = useCallback(() => {
    takeAll(false);
    setOn((before) => !before);
  }, [takeAll]);
  return useMemo(
    () => ({ on, all, ids, has: (id) => all || ids.has(id), flip, takeAll, toggle }),
    [on, all, ids, flip, takeAll, toggle],
  );
}
