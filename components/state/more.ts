// A list that comes page by page: the first with the screen, more on request, and everything anew when its area changes. Leans on ask.ts.
// A service that repeats a page is noticed: what brings nothing new is the end.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Page } from '../../lib/webhook-view.ts';
import { type Act, type Asked, useAct } from './ask.ts';

export interface More<Item> {
  items: readonly Item[];
  /** Null where the list has ended. */
  more: (() => void) | null;
  act: Act;
}

/**
 * @param first the first page, as `useAsk` has it
 * @param ask asks for the page after an item
 */
export function useMore<Item extends { remoteId: string }>(
  first: Asked<Page<Item>>,
  ask: (after: string) => Promise<Page<Item>>,
): More<Item> {
  const [rest, setRest] = useState<Page<Item> | null>(null);
  const act = useAct('more');
  const { value } = first;
  // A fresh first page starts over: what followed may have moved.
  useEffect(() => setRest(null), [value]);
  const items = [...(value?.items ?? []), ...(rest?.items ?? [])];
  const next = rest === null ? (value?.next ?? null) : rest.next;
  const more = useCallback(
    (after: string) =>
      act.run(async () => {
        const page = await ask(after);
        setRest((before) => {
          const known = [...(value?.items ?? []), ...(before?.items ?? [])];
          const fresh = page.items.filter(
            ({ remoteId }) => !known.some((item) => item.remoteId === remoteId),
          );
          const repeats = fresh.length === 0 || page.next === after;
          return { items: [...(before?.items ?? []), ...fresh], next: repeats ? null : page.next };
        });
      }),
    [act.run, ask, value],
  );
  return { items, more: next === null ? null : () => more(next), act };
}
