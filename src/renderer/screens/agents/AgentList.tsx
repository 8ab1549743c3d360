import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { nextRow } from '../../parts/next-row.ts';
import { AgentRow } from './AgentRow.tsx';
import { type Item, placeOf } from './list-items.ts';
import { rangeWith } from './range-with.ts';
import { SectionHeader } from './SectionHeader.tsx';
import { useAnchor } from './use-anchor.ts';
import type { HandListeners } from './use-hand.ts';

export interface AgentListHandle {
  readonly focusRow: (user: string) => void;
}

interface AgentListProps {
  readonly label: string;
  readonly items: readonly Item[];
  readonly openKey: string | null;
  /** Another one whenever the user asked for another list, which starts at its top. */
  readonly listKey: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly hand: HandListeners;
  /** Whose calls have a card above the list, with what can be done about them. */
  readonly cardUsers: ReadonlySet<string | null>;
  readonly onToggle: (rowKey: string) => void;
  readonly onToggleSection: (id: string) => void;
  readonly ref: Ref<AgentListHandle>;
}

/** Until they are drawn and measured: rows of two lines, and headers. */
const rowPx = 53;
const headerPx = 33;

/** What arrows go between. */
const stop = '[data-user], [data-section]';

/**
 * The rows in sight, and those that have to be there: the one that Tab reaches and the open one. Arrows, Home,
 * End and pages go from row to row.
 */
export function AgentList(props: AgentListProps) {
  const { label, items, openKey, listKey, scroller, hand, cardUsers, ref } = props;
  const { onToggle, onToggleSection } = props;
  const [lastKey, setLastKey] = useState<string | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  /** The row to be gone to as soon as it is drawn. */
  const wanted = useRef<string | null>(null);
  /** Where that row stood, and whether the focus is in it. */
  const last = useRef({ at: 0, hasFocus: false });
  const tabStop = placeOf(items, lastKey) ?? 0;
  const openIndex = placeOf(items, openKey);

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'section' ? headerPx : rowPx),
    getItemKey: useCallback((at: number) => items[at]?.key ?? at, [items]),
    rangeExtractor: useMemo(() => rangeWith([tabStop, openIndex]), [tabStop, openIndex]),
    measureElement: sizeOf,
    overscan: 3,
  });
  const rows = virtualizer.getVirtualItems();
  useAnchor({ virtualizer, rows, items, listKey, scroller, openIndex });

  const focusKey = useCallback((key: string | undefined) => {
    if (key === undefined) return;
    wanted.current = key;
    setLastKey(key);
    redraw();
  }, []);
  useImperativeHandle(ref, () => ({ focusRow: focusKey }), [focusKey]);

  // Whoever comes to stand in the place of a row that is gone takes over from it.
  useEffect(() => {
    const at = placeOf(items, lastKey);
    if (at !== undefined) last.current.at = at;
    else if (last.current.hasFocus) focusKey(items[Math.min(last.current.at, items.length - 1)]?.key);
  }, [items, lastKey, focusKey]);

  useEffect(() => {
    const at = placeOf(items, wanted.current);
    if (at === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] :is(${stop})`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    virtualizer.scrollToIndex(at, { align: 'auto' });
  });

  // An opened row shows whole, also when it is the last one in sight.
  useEffect(() => {
    if (openKey === null) return;
    const row = scroller.current?.querySelector('li[data-open]');
    row?.scrollIntoView({ block: 'nearest' });
  }, [openKey, scroller]);

  const onKeyDown = (event: KeyboardEvent) => {
    hand.onKeyDown();
    if (!(event.target instanceof HTMLElement) || !event.target.matches(stop)) return;
    const at = indexOf(event.target);
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
    const next = nextRow(event.key, at, { count: items.length, perPage: endIndex - startIndex });
    if (next === null) return;
    event.preventDefault();
    focusKey(items[next]?.key);
  };

  const onFocus = (event: FocusEvent) => {
    hand.onFocus();
    last.current.hasFocus = true;
    const item = event.target instanceof HTMLElement ? items[indexOf(event.target)] : undefined;
    if (item !== undefined) setLastKey(item.key);
  };

  return (
    <div
      ref={scroller}
      className="relative min-h-40 grow basis-0 overflow-y-auto bg-surface [overflow-anchor:none]"
    >
      <ul
        aria-label={label}
        className="relative min-h-full"
        style={{ height: virtualizer.getTotalSize() }}
        {...hand}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={(event) => {
          hand.onBlur(event);
          last.current.hasFocus = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        {rows.map(({ key, index: at, start }) => {
          const item = items[at];
          if (item === undefined) return null;
          const isOpen = at === openIndex;
          const severity = item.kind === 'agent' ? item.agent.severity : null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={at}
              data-open={isOpen || undefined}
              data-severity={severity ?? undefined}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              style={{ top: start }}
              className="absolute inset-x-0 border-b border-line data-open:bg-canvas"
            >
              {item.kind === 'section' ? (
                <SectionHeader section={item.section} isTabStop={at === tabStop} onToggle={onToggleSection} />
              ) : (
                <AgentRow
                  rowKey={item.key}
                  agent={item.agent}
                  isOpen={isOpen}
                  isTabStop={at === tabStop}
                  hasCard={cardUsers.has(item.agent.user)}
                  onToggle={onToggle}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** As observed once it is laid out. Asking a new row for its height would make the page be laid out there and then. */
function sizeOf(
  row: HTMLLIElement,
  observed: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
): number {
  const height = observed?.borderBoxSize[0]?.blockSize;
  if (height !== undefined) return Math.round(height);
  const at = indexOf(row);
  return (
    virtualizer.itemSizeCache.get(virtualizer.options.getItemKey(at)) ?? virtualizer.options.estimateSize(at)
  );
}

const indexOf = (element: HTMLElement): number =>
  Number(element.closest<HTMLElement>('li[data-index]')?.dataset['index'] ?? -1);
