// A list of which only what is looked at exists: ten thousand rows scroll like ten. Leans on @tanstack/virtual-core; every
// row has the same height, so nothing is measured and nothing jumps. Rows may come later than the list: what is in sight is told,
// and a row that is not there yet keeps its place. Screen readers are told place and size.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useRowKeys } from './row-keys.ts';

export interface VirtualListProps<Item> {
  /** Undefined stands for a row that is on its way. */
  items: readonly (Item | undefined)[];
  /** Height of each row in CSS pixels; the row must keep to it. */
  rowHeight: number;
  keyOf: (item: Item) => string;
  label: string;
  /** Hears which rows are drawn, both ends included, whenever that changes. */
  onRange?: (first: number, last: number) => void;
  /** Where it stood when it was left: how far scrolled, and the row that gets the focus back; read once. */
  start?: ListStart | undefined;
  /** Up from the first row, by key. */
  onTop?: (() => void) | undefined;
  children: (item: Item) => ComponentChildren;
}

export interface ListStart {
  /** CSS pixels. */
  offset: number;
  index: number;
}

/** Rows rendered beyond each edge, for quick scrolling and for the next Tab stop. */
const OVERSCAN = 6;
/** Until the box is measured (and where there is no layout): as tall as the popup. */
const FIRST_RECT = { width: 380, height: 600 };

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, rowHeight, keyOf, label, onRange, start, onTop, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const settings = {
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN,
    initialRect: FIRST_RECT,
    initialOffset: start?.offset ?? 0,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const onKeyDown = useRowKeys(box, {
    count: items.length,
    bring: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    start: start?.index,
    onTop,
  });
  const places = virtualizer.getVirtualItems();
  const first = places[0]?.index ?? 0;
  const last = places.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);

  return (
    <div class="virtual" ref={box}>
      <ul
        class="virtual-all"
        style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {places.map((place) => {
          const item = items[place.index];
          return (
            <li
              key={place.key}
              class="virtual-row"
              aria-setsize={items.length}
              aria-posinset={place.index + 1}
              aria-busy={item === undefined}
              style={{ blockSize: `${rowHeight}px`, transform: `translateY(${place.start}px)` }}
            >
              {item === undefined ? <span class="bone" /> : children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
