// Tabs by the ARIA pattern: one stop in the tab order, arrows move and choose, Home and End jump, direction follows the
// page's. Leans on style/lists.css; the caller renders the panel and keeps which tab is chosen.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** A count or dot beside the label. */
  mark?: ComponentChildren;
}

export interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
  /** Id of the panel the tabs control. */
  panel: string;
}

/** How far each key moves; null jumps to that end. Left and right swap in right-to-left pages. */
const MOVES: Record<string, ((index: number, count: number, forward: 1 | -1) => number) | undefined> = {
  ArrowRight: (index, count, forward) => (index + forward + count) % count,
  ArrowLeft: (index, count, forward) => (index - forward + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, panel }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const root = list.current;
    if (!move || !root) return;
    event.preventDefault();
    const forward = getComputedStyle(root).direction === 'rtl' ? -1 : 1;
    const index = tabs.findIndex((tab) => tab.name === chosen);
    const next = move(index, tabs.length, forward);
    const tab = tabs[next];
    if (!tab) return;
    onChoose(tab.name);
    root.querySelectorAll<HTMLButtonElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={`${panel}-${tab.name}`}
          aria-selected={tab.name === chosen}
          aria-controls={panel}
          tabIndex={tab.name === chosen ? 0 : -1}
          onClick={() => onChoose(tab.name)}
        >
          {tab.label}
          {tab.mark}
        </button>
      ))}
    </div>
  );
}
