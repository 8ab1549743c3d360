import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '../../../shared/alert.ts';

/** Tells screen readers how many alerts have come since they last heard; what was there on opening is no news. */
export function NewsAnnouncer({ alerts }: { readonly alerts: readonly AlertView[] }) {
  const { t } = useTranslation();
  const newestId = Math.max(0, ...alerts.map(({ id }) => id));
  const heardId = useRef(newestId);
  const [news, setNews] = useState({ turn: 0, count: 0 });

  useEffect(() => {
    const count = alerts.filter(({ id }) => id > heardId.current).length;
    heardId.current = Math.max(heardId.current, newestId);
    if (count > 0) setNews(({ turn }) => ({ turn: turn + 1, count }));
  }, [alerts, newestId]);

  return (
    <p role="status" className="sr-only">
      {/* Anew each time: the same words again would change nothing, and be passed over. */}
      <span key={news.turn}>{news.count === 0 ? '' : t('inbox.news', { count: news.count })}</span>
    </p>
  );
}
