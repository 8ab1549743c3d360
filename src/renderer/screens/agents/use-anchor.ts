import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { keepInPlace } from './keep-in-place.ts';
import { type Item, placeOf } from './list-items.ts';

interface Anchored {
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>;
  readonly rows: readonly VirtualItem[];
  readonly items: readonly Item[];
  readonly listKey: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly openIndex: number | undefined;
}

interface Drawn {
  readonly items: readonly Item[];
  readonly listKey: string;
  readonly rows: readonly VirtualItem[];
}

/** Keeps in place what one looks at while rows come, go and change places around it. */
export function useAnchor(anchored: Anchored): void {
  const { virtualizer, rows, items, listKey, scroller, openIndex } = anchored;
  const drawn = useRef<Drawn | null>(null);
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { items, listKey, rows };
    const list = scroller.current;
    if (list === null || before === null || before.items === items) return;
    if (before.listKey !== listKey) {
      list.scrollTop = 0;
      return;
    }
    const { scrollOffset, scrollRect } = virtualizer;
    const topPx = scrollOffset ?? 0;
    const focused = focusedIn(list, items);
    // Nothing is kept for who only looks at the top, and most changes find the list like that.
    if (topPx <= 0 && focused === null) return;
    const bottomPx = topPx + (scrollRect?.height ?? 0);
    const inSight = before.rows.filter(({ start, end }) => end > topPx && start < bottomPx);
    const kept = keepInPlace(
      {
        keys: before.items.map(({ key }) => key),
        inSight: inSight.map(({ key }) => String(key)),
        isAtTop: topPx <= 0,
        focused,
        open: openIndex === undefined ? null : (items[openIndex]?.key ?? null),
      },
      items.map(({ key }) => key),
    );
    const start = before.rows.find(({ key }) => key === kept)?.start;
    const now = virtualizer.measurementsCache[placeOf(items, kept) ?? -1]?.start;
    if (start === undefined || now === undefined || start === now) return;
    list.scrollTop = topPx + now - start;
  });
}

function focusedIn(list: HTMLElement, items: readonly Item[]): string | null {
  const row = list.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>('li[data-index]')
    : null;
  return items[Number(row?.dataset['index'] ?? -1)]?.key ?? null;
}
