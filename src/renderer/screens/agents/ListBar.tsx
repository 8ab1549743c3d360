import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../parts/IconButton.tsx';
import { SearchBox } from '../../parts/SearchBox.tsx';
import { ListTools, type ListToolsProps } from './ListTools.tsx';

interface ListBarProps extends ListToolsProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly isAdding: boolean;
  readonly onAdding: (isAdding: boolean) => void;
}

/** What finds, orders and adds agents. */
export const ListBar = memo(function ListBar(props: ListBarProps) {
  const { query, onSearch, isAdding, onAdding, ...tools } = props;
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      <SearchBox label={t('agents.search')} hint={t('agents.searchHint')} query={query} onChange={onSearch} />
      <ListTools {...tools} />
      <IconButton
        icon={isAdding ? 'close' : 'plus'}
        label={isAdding ? t('popover.cancel') : t('agents.add')}
        onPress={() => onAdding(!isAdding)}
      />
    </div>
  );
});
