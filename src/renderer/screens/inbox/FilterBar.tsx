import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Segmented } from '../../parts/Segmented.tsx';

export type Filter = 'all' | 'unread' | 'quiet';

interface FilterBarProps {
  readonly filter: Filter;
  readonly unread: number;
  readonly onlyUser: string | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onEveryone: () => void;
}

export function FilterBar({ filter, unread, onlyUser, onFilter, onEveryone }: FilterBarProps) {
  const { t } = useTranslation();
  const unreadLabel =
    unread === 0 ? t('inbox.filter-unread') : t('inbox.filter-unreadCount', { count: unread });
  return (
    <>
      <Segmented
        label={t('inbox.show')}
        value={filter}
        options={[
          { value: 'all', label: t('inbox.filter-all') },
          { value: 'unread', label: unreadLabel },
          { value: 'quiet', label: t('inbox.filter-quiet') },
        ]}
        onChange={onFilter}
      />
      {filter !== 'quiet' || onlyUser === null ? null : (
        <Button
          aria-label={`${t('inbox.only', { agent: onlyUser })}. ${t('inbox.showAll')}`}
          className="max-w-full self-start wrap-anywhere"
          onPress={onEveryone}
        >
          {t('inbox.only', { agent: onlyUser })}
          <Icon name="close" className="size-3.5" />
        </Button>
      )}
    </>
  );
}
