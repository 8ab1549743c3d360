import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';

interface StatusSearchProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

export function StatusSearch({ query, onChange }: StatusSearchProps) {
  const { t } = useTranslation();
  return (
    <SearchField
      aria-label={t('statuses.search')}
      value={query}
      onChange={onChange}
      className="group relative flex items-center"
    >
      <Icon name="search" className="pointer-events-none absolute left-2.5 size-3.5 text-muted" />
      <Input
        placeholder={t('statuses.searchHint')}
        className="h-8 w-full rounded-md border border-line-strong bg-surface pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={t('popover.clear')}
        className="absolute right-1 grid size-6 place-items-center rounded text-muted group-data-empty:hidden hover:text-ink"
      >
        <Icon name="close" className="size-3.5" />
      </Button>
    </SearchField>
  );
}
