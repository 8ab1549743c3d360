import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { nextRow } from './next-row.ts';

interface RowKeys {
  /** The row that Tab reaches. */
  readonly tabStop: string | undefined;
  readonly focusRow: (id: string | undefined) => void;
  /** Who comes after a row as it is drawn, or before it where it is the last. */
  readonly neighbourOf: (id: string) => string | undefined;
  readonly listProps: {
    readonly ref: RefObject<HTMLUListElement | null>;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** A list whose rows, known by `data-NAME`, are one stop for Tab; arrows, Home and End go from row to row. */
export function useRowKeys(name: string, ids: readonly string[]): RowKeys {
  const list = useRef<HTMLUListElement>(null);
  const [lastId, setLastId] = useState<string>();

  const itemOf = useCallback(
    (id: string) => list.current?.querySelector(`[data-${name}="${CSS.escape(id)}"]`)?.closest('li'),
    [name],
  );
  const rowIn = useCallback(
    (item: Element | null | undefined) => item?.querySelector<HTMLElement>(`[data-${name}]`),
    [name],
  );
  const focusRow = useCallback(
    (id: string | undefined) => {
      const item = id === undefined ? null : itemOf(id);
      rowIn(item)?.focus({ preventScroll: true });
      item?.scrollIntoView({ block: 'nearest' });
    },
    [itemOf, rowIn],
  );
  const neighbourOf = useCallback(
    (id: string) => {
      const item = itemOf(id);
      return rowIn(item?.nextElementSibling ?? item?.previousElementSibling)?.dataset[name];
    },
    [itemOf, rowIn, name],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset[name] : undefined;
    const next = id === undefined ? null : nextRow(event.key, ids.indexOf(id), { count: ids.length });
    if (next === null) return;
    event.preventDefault();
    focusRow(ids[next]);
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target.dataset[name];
    if (id !== undefined) setLastId(id);
  };
  const tabStop = lastId !== undefined && ids.includes(lastId) ? lastId : ids[0];
  return { tabStop, focusRow, neighbourOf, listProps: { ref: list, onKeyDown, onFocus } };
}
