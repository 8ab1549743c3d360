import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dictionary, StatusMeaning } from '../../../shared/dictionary.ts';
import type { StatusEditorProps } from './StatusEditor.tsx';
import { StatusRow } from './StatusRow.tsx';

export interface StatusListHandle {
  readonly focusRow: (status: string) => void;
}

interface StatusListProps extends Omit<StatusEditorProps, 'meaning'> {
  readonly meanings: Dictionary;
  readonly openStatus: string | null;
  readonly onToggle: (meaning: StatusMeaning) => void;
  readonly ref: Ref<StatusListHandle>;
}

/** The rows: one is reached by Tab, arrows, Home and End go from row to row. */
export function StatusList({ meanings, openStatus, ref, ...rows }: StatusListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [lastStatus, setLastStatus] = useState<string | null>(null);
  const tabStop = meanings.some(({ status }) => status === lastStatus) ? lastStatus : meanings[0]?.status;

  const buttonOf = (status: string) =>
    list.current?.querySelector<HTMLElement>(`[data-status="${CSS.escape(status)}"]`);

  const focusRow = (status: string) => {
    buttonOf(status)?.focus({ preventScroll: true });
    buttonOf(status)?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  useImperativeHandle(ref, () => ({ focusRow }));

  // An opened row shows whole, also when it is the last one in sight.
  useEffect(() => {
    if (openStatus === null) return;
    const button = list.current?.querySelector(`[data-status="${CSS.escape(openStatus)}"]`);
    button?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [openStatus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { status } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (status === undefined) return;
    const index = meanings.findIndex((meaning) => meaning.status === status);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, meanings.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: meanings.length - 1,
    };
    const next = meanings[steps[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(next.status);
  };

  return (
    <ul
      ref={list}
      aria-label={t('statuses.list')}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const { status } = event.target.dataset;
        if (status !== undefined) setLastStatus(status);
      }}
    >
      {meanings.map((meaning) => (
        <StatusRow
          key={meaning.status}
          {...rows}
          meaning={meaning}
          isOpen={meaning.status === openStatus}
          isTabStop={meaning.status === tabStop}
        />
      ))}
    </ul>
  );
}
