import { useTranslation } from 'react-i18next';
import { useNowMs } from '../../context.ts';
import { IconButton } from '../../parts/IconButton.tsx';

interface ListAgeProps {
  readonly readAtMs: number;
  readonly isLoading: boolean;
  readonly onRefresh: () => void;
}

/** How old the list is, and the way to a new one: it is never read again by itself. */
export function ListAge({ readAtMs, isLoading, onRefresh }: ListAgeProps) {
  const { t } = useTranslation();
  const minutes = Math.floor(Math.max(0, useNowMs() - readAtMs) / 60_000);
  return (
    <span className="flex items-center gap-1 text-sm text-muted">
      <span>
        {isLoading
          ? t('popover.loading')
          : minutes === 0
            ? t('roster.justNow')
            : t('roster.minutesAgo', { count: minutes })}
      </span>
      <IconButton icon="refresh" label={t('roster.refresh')} onPress={onRefresh} />
    </span>
  );
}
