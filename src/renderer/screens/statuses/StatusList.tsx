import { type Ref, useEffect, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dictionary, StatusMeaning } from '../../../shared/dictionary.ts';
import { useRowKeys } from '../../parts/use-row-keys.ts';
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

export function StatusList({ meanings, openStatus, ref, ...rows }: StatusListProps) {
  const { t } = useTranslation();
  const { tabStop, focusRow, listProps } = useRowKeys(
    'status',
    meanings.map(({ status }) => status),
  );
  const { ref: list } = listProps;
  useImperativeHandle(ref, () => ({ focusRow }));

  // An opened row shows whole, also when it is the last one in sight.
  useEffect(() => {
    if (openStatus !== null)
      list.current?.querySelector('li[data-open]')?.scrollIntoView({ block: 'nearest' });
  }, [openStatus, list]);

  return (
    <ul {...listProps} aria-label={t('statuses.list')}>
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
