import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from './filter-roster.ts';
import { RosterRow } from './RosterRow.tsx';

interface RosterListProps {
  readonly entries: readonly RosterEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly watched: ReadonlySet<string>;
  readonly onToggle: (user: string) => void;
  readonly onSelectAll: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

const rowHeight = 44;
const pageRows = 8;

/** Thousands of users, of whom only those in sight are drawn. The list has the focus, its current user follows the keys. */
export function RosterList({ entries, chosen, watched, onToggle, onSelectAll, ref }: RosterListProps) {
  const { t } = useTranslation();
  const idPrefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [currentUser, setCurrentUser] = useState<string | null>(null);
  const found = currentUser === null ? -1 : entries.findIndex(({ user }) => user === currentUser);
  const current = Math.max(0, found);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.user ?? index,
    overscan: 6,
    // What the list names as its current user has to be there, wherever the list was scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
      [current],
    ),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: found < 0 ? 0 : current + 1,
      ArrowUp: current - 1,
      PageDown: current + pageRows,
      PageUp: current - pageRows,
      Home: 0,
      End: last,
    };
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    const next = steps[event.key];
    const entry = entries[current];
    if (isAll) onSelectAll();
    else if (event.key === ' ' || event.key === 'Enter') {
      if (entry !== undefined) onToggle(entry.user);
    } else if (next !== undefined) {
      const index = Math.min(Math.max(next, 0), last);
      setCurrentUser(entries[index]?.user ?? null);
      rows.scrollToIndex(index);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null && ref !== undefined) ref.current = element;
      }}
      role="listbox"
      tabIndex={0}
      aria-label={t('roster.list')}
      aria-multiselectable="true"
      aria-activedescendant={entries.length === 0 ? undefined : `${idPrefix}${current}`}
      onKeyDown={onKeyDown}
      className="group min-h-0 grow basis-0 overflow-y-auto bg-surface outline-none"
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, size }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return (
            <RosterRow
              key={entry.user}
              id={`${idPrefix}${index}`}
              entry={entry}
              isChosen={chosen.has(entry.user)}
              isWatched={watched.has(entry.user)}
              isCurrent={index === current}
              position={index + 1}
              total={entries.length}
              top={start}
              height={size}
              onPress={() => {
                setCurrentUser(entry.user);
                onToggle(entry.user);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
