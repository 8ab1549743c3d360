import { useTranslation } from 'react-i18next';
import type { Filter } from './FilterBar.tsx';

interface NothingProps {
  readonly filter: Filter;
  /** Whose entries alone are wanted. */
  readonly agent: string | null;
}

export function Nothing({ filter, agent }: NothingProps) {
  const { t } = useTranslation();
  const texts = {
    all: [t('inbox.emptyTitle'), t('inbox.emptyHint')],
    unread: [t('inbox.noUnreadTitle'), t('inbox.noUnreadHint')],
    quiet: [
      t('inbox.noQuietTitle'),
      agent === null ? t('inbox.noQuietHint') : t('inbox.noQuietAgentHint', { agent }),
    ],
  } as const;
  const [title, hint] = texts[filter];
  return (
    <div className="px-6 py-10 text-center">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-balance text-muted">{hint}</p>
    </div>
  );
}
