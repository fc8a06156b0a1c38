// The keyboard of the menu, as the ARIA menu pattern has it: arrows, Home and End move, Escape and Tab go back to the field;
// Enter and Space are the buttons' own. Leans on the DOM; chooses nothing.
import { useEffect } from 'preact/hooks';

type Move = (at: number, count: number) => number;

const MOVES: Record<string, Move | undefined> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at <= 0 ? count : at) - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function useMenuKeys(
  sheet: { current: HTMLElement | null },
  close: (refocus: boolean) => void,
  signal: AbortSignal,
): void {
  useEffect(() => {
    const items = () => [
      ...(sheet.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? []),
    ];
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || event.key === 'Tab') {
        event.preventDefault();
        close(true);
        return;
      }
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const all = items();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[move(at, all.length)]?.focus();
    };
    /** Alt+Down in the field gives the frame the focus: it belongs on the first row. */
    const enter = () => {
      if (!items().includes(document.activeElement as HTMLElement)) items()[0]?.focus();
    };
    addEventListener('keydown', press, { signal });
    addEventListener('focus', enter, { signal });
    const grown = new MutationObserver(() => document.hasFocus() && enter());
    if (sheet.current) grown.observe(sheet.current, { childList: true, subtree: true });
    signal.addEventListener('abort', () => grown.disconnect(), { once: true });
  }, [sheet, close, signal]);
}
