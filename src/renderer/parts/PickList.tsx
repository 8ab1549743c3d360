import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useId, useState } from 'react';
import { nextRow } from './next-row.ts';
import { PickRow } from './PickRow.tsx';
import { remPx } from './rem.ts';

interface PickListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly chosen: ReadonlySet<string>;
  /** Chosen already, and not to be changed here. */
  readonly fixed?: ReadonlySet<string>;
  readonly rowRem: number;
  /** What a row says beside its box. */
  readonly row: (entry: Entry) => ReactNode;
  readonly onToggle: (user: string) => void;
  readonly onSelectAll: () => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** A box of its own, as high as its rows where there is the room. */
  readonly isBoxed?: boolean;
}

const pageRows = 9;
const leastBoxPx = 128;
const bordersPx = 2;
const nobody: ReadonlySet<string> = new Set();

/** Thousands of users, of whom only those in sight are drawn. The list has the focus, its current user follows the keys. */
export function PickList<Entry extends { readonly user: string }>(props: PickListProps<Entry>) {
  const { label, entries, chosen, fixed = nobody, rowRem, row, onToggle, onSelectAll, scroller } = props;
  const { isBoxed = false } = props;
  const idPrefix = useId();
  const [currentUser, setCurrentUser] = useState<string | null>(null);
  const found = entries.findIndex(({ user }) => user === currentUser);
  const current = Math.max(0, found);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * remPx(),
    getItemKey: (index) => entries[index]?.user ?? index,
    overscan: 6,
    // What the list names as its current user has to be there, wherever the list was scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
      [current],
    ),
  });
  const heightPx = rows.getTotalSize();
  const boxPx = heightPx + bordersPx;

  const onKeyDown = (event: KeyboardEvent) => {
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    const next = nextRow(event.key, current, { count: entries.length, perPage: pageRows });
    const entry = entries[current];
    if (isAll) onSelectAll();
    else if (event.key === ' ' || event.key === 'Enter') {
      if (entry !== undefined) onToggle(entry.user);
    } else if (next !== null) {
      setCurrentUser(entries[next]?.user ?? null);
      rows.scrollToIndex(next);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={entries.length === 0 ? undefined : `${idPrefix}${current}`}
      onKeyDown={onKeyDown}
      style={isBoxed ? { maxHeight: boxPx, minHeight: Math.min(boxPx, leastBoxPx) } : undefined}
      className={`group grow basis-0 overflow-y-auto bg-surface outline-none ${isBoxed ? 'rounded-lg border border-line' : 'min-h-40'}`}
    >
      <div role="presentation" className="relative" style={{ height: heightPx }}>
        {rows.getVirtualItems().map(({ index, start, size }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const isFixed = fixed.has(entry.user);
          return (
            <PickRow
              key={entry.user}
              id={`${idPrefix}${index}`}
              user={entry.user}
              isChosen={isFixed || chosen.has(entry.user)}
              isFixed={isFixed}
              isCurrent={index === current}
              position={index + 1}
              total={entries.length}
              topPx={start}
              heightPx={size}
              onPress={() => {
                setCurrentUser(entry.user);
                onToggle(entry.user);
              }}
            >
              {row(entry)}
            </PickRow>
          );
        })}
      </div>
    </div>
  );
}
