// Arrow keys in a list of which only a part exists: up and down keep to the same control of the next row, left and right go through
// the controls of one, Home and End to the ends. Leans on the rows' `aria-posinset`; Tab, Enter and Space are the browser's own.
import { useLayoutEffect, useRef } from 'preact/hooks';

type Step = (index: number, count: number) => number;

const ROWS: Record<string, Step | undefined> = {
  ArrowDown: (index, count) => Math.min(count - 1, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};
const COLUMNS: Record<string, 1 | -1 | undefined> = { ArrowRight: 1, ArrowLeft: -1 };
const CONTROLS = 'button:not(:disabled), input:not(:disabled)';

const controlsOf = (row: Element | null): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>(CONTROLS) ?? []),
];

export interface RowKeysWish {
  count: number;
  /** Scrolls a row into sight. */
  bring: (index: number) => void;
  /** The row that has the focus from the start. */
  start?: number | undefined;
  /** Up from the first row. */
  onTop?: (() => void) | undefined;
}

/** @returns what hears the keys of the list. */
export function useRowKeys(
  box: { readonly current: HTMLElement | null },
  { count, bring, start, onTop }: RowKeysWish,
): (event: KeyboardEvent) => void {
  const wish = useRef(start === undefined ? null : { index: start, column: 0 });

  /** The row may come only after it was scrolled to, and its content after that. */
  useLayoutEffect(() => {
    const { current: list } = box;
    const { current: wanted } = wish;
    if (!list || !wanted) return;
    const active = document.activeElement;
    // The person went elsewhere meanwhile.
    if (active !== null && active !== document.body && !list.contains(active)) wish.current = null;
    else focusOn(list, wanted);
  });

  const focusOn = (list: HTMLElement, { index, column }: { index: number; column: number }): void => {
    const controls = controlsOf(list.querySelector(`[aria-posinset="${index + 1}"]`));
    const control = controls[column] ?? controls.at(-1);
    wish.current = control ? null : { index, column };
    control?.focus({ preventScroll: true });
  };

  return (event) => {
    const { current: list } = box;
    const row = (event.target as Element).closest('[aria-posinset]');
    if (!list || !row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const controls = controlsOf(row);
    const column = controls.indexOf(event.target as HTMLElement);
    const index = Number(row.getAttribute('aria-posinset')) - 1;
    const side = COLUMNS[event.key];
    const step = ROWS[event.key];
    if (column < 0 || (!side && !step)) return;
    event.preventDefault();
    if (side) {
      const forward = getComputedStyle(list).direction === 'rtl' ? -side : side;
      controls[column + forward]?.focus();
    } else if (step) {
      const next = step(index, count);
      if (next === index && event.key === 'ArrowUp') return onTop?.();
      bring(next);
      focusOn(list, { index: next, column });
    }
  };
}
