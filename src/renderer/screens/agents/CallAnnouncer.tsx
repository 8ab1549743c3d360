import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { useView } from '../../context.ts';
import { newlyConnected } from './newly-connected.ts';

/** Tells screen readers of connected calls, once each, to those who want to be told at all. */
export function CallAnnouncer() {
  const { t } = useTranslation();
  const agents = useView((view) => view.agents);
  const isWanted = useView((view) => view.preferences.notify['call-connected']);
  const before = useRef<readonly AgentView[] | null>(agents);
  const [news, setNews] = useState({ count: 0, text: '' });

  // What connected while nobody looked is no news on opening: the first view after that is a baseline.
  useEffect(() => {
    const onTurn = () => {
      if (document.visibilityState === 'hidden') before.current = null;
    };
    document.addEventListener('visibilitychange', onTurn);
    return () => document.removeEventListener('visibilitychange', onTurn);
  }, []);

  useEffect(() => {
    const [first, ...more] = newlyConnected(before.current ?? agents, agents);
    before.current = agents;
    if (first === undefined || !isWanted) return;
    const text =
      more.length === 0
        ? t('alerts.title.call-connected', { agent: first.user })
        : t('alerts.summary.call-connected', { count: more.length + 1 });
    setNews(({ count }) => ({ count: count + 1, text }));
  }, [agents, isWanted, t]);

  return (
    <p role="status" className="sr-only">
      {/* Anew each time: the same words again would change nothing, and be passed over. */}
      <span key={news.count}>{news.text}</span>
    </p>
  );
}
