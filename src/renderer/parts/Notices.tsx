import { useTranslation } from 'react-i18next';
import type { Notice } from '../../shared/app-view.ts';
import { usePage, useView } from '../context.ts';
import { Banner } from './Banner.tsx';
import { IconButton } from './IconButton.tsx';

/** What the user should know once, until dismissed. */
export function Notices() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const notices = useView((view) => view.notices);
  const textOf = (notice: Notice): string =>
    'keptAs' in notice
      ? t(`popover.notice.${notice.kind}`, { keptAs: notice.keptAs })
      : t(`popover.notice.${notice.kind}`);
  return (
    <div role="status" className="flex shrink-0 flex-col gap-2 px-3 pt-3 empty:sr-only">
      {notices.map((notice) => (
        <Banner
          key={notice.kind}
          tone="warning"
          actions={
            <IconButton
              icon="close"
              label={t('popover.dismiss')}
              onPress={() => void tell(api.dismissNotice({ kind: notice.kind }))}
            />
          }
        >
          {textOf(notice)}
        </Banner>
      ))}
    </div>
  );
}
